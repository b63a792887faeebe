package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Conditions;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Map;

/**
 * One instance of a resource or data source of a root module, after {@code count} and {@code for_each}.
 *
 * @param address such as {@code module.vpc.aws_subnet.private[0]}
 * @param type such as {@code aws_subnet}
 * @param exists the text {@code true}, or a choice when that depends on an open input; what surely is not there is left out
 * @param region the Region it is created in; nothing when it is not said
 * @param attributes by their names in snake_case, nested blocks as lists of mappings; {@code id} and what else the provider computes
 *     gives a text with a target where it is not known
 * @param place where it is written, with its address
 */
public record TfResource(
        String address, Mode mode, String type, Datum exists, Datum region, Props attributes, Place place) {

    /** What it becomes where that is not what its type is called. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("aws_eks_cluster", "Cluster"),
            Map.entry("aws_eks_node_group", "NodeGroup"),
            Map.entry("aws_eks_fargate_profile", "FargateProfile"),
            Map.entry("aws_autoscaling_group", "NodeGroup"),
            Map.entry("aws_vpc", "Vpc"),
            Map.entry("aws_default_vpc", "Vpc"),
            Map.entry("aws_vpc_dhcp_options", "DhcpOptions"),
            Map.entry("aws_subnet", "Subnet"),
            Map.entry("aws_default_subnet", "Subnet"),
            Map.entry("aws_route_table", "RouteTable"),
            Map.entry("aws_nat_gateway", "NatGateway"),
            Map.entry("aws_vpc_endpoint", "VpcEndpoint"),
            Map.entry("aws_security_group", "SecurityGroup"),
            Map.entry("aws_launch_template", "LaunchTemplate"),
            Map.entry("aws_network_acl", "NetworkAcl"));

    /** Whether Terraform creates it or looks it up. */
    public enum Mode {
        MANAGED,
        DATA
    }

    /** The key of a resource of a type at an address: that of the fact it becomes. */
    public static String key(String type, String address) {
        return KINDS.getOrDefault(type, type) + "/" + address;
    }

    /** The key by which others refer to it, and that of the fact it becomes. */
    public String key() {
        return key(type, address);
    }

    /** Whether it is created by Terraform and of one of these types. */
    boolean is(String... types) {
        return mode == Mode.MANAGED && List.of(types).contains(type);
    }

    /** Its id, which may be known only after the apply. */
    Datum id() {
        Datum id = attributes.datum("id");
        return id instanceof Datum.Text text && text.known() != null
                ? new Datum.Text(text.pieces(), text.provenance(), text.places(), TfTargets.of(type, address, "id"))
                : TfTargets.knownAfterApply(type, address, "id", List.of(place));
    }

    /** Whether the apply creates it. */
    boolean isNew() {
        return mode == Mode.MANAGED && Texts.known(attributes.datum("id")) == null;
    }

    /** A reference to it. */
    Ref ref() {
        return attributes.ref(id(), "id");
    }

    /** The tags, with those of the provider. */
    Value<Tags> tags() {
        return attributes.has("tags_all") ? attributes.tagsOrNone("tags_all") : attributes.tagsOrNone("tags");
    }

    /** Whether it is there. */
    Truth existence() {
        return Conditions.truth(exists, place);
    }

    /** A value that is there only when the resource is. */
    <T> Value<T> when(Value<T> value) {
        return Conditions.when(exists, value);
    }
}
