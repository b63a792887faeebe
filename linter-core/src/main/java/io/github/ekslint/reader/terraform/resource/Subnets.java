package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNetwork;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subnets (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet">aws_subnet</a>), with the tags
 * that {@code aws_ec2_tag} adds.
 */
final class Subnets {

    static final String SUBNET = "aws_subnet";
    static final String DEFAULT_SUBNET = "aws_default_subnet";

    private final TfResources resources;

    private Subnets(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        Subnets subnets = new Subnets(resources);
        resources.of(SUBNET, DEFAULT_SUBNET).forEach(subnets::subnet);
        resources.data(SUBNET).forEach(subnets::lookedUp);
    }

    private void subnet(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        boolean isDefault = resource.is(DEFAULT_SUBNET);
        Attributes.Builder attributes = Attributes.builder()
                .set(Subnet.SUBNET_ID, resource.ref().id())
                .set(Subnet.CIDR_BLOCK, props.textOrAbsent("cidr_block"))
                .set(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, props.flagOr("map_public_ip_on_launch", isDefault))
                .set(Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION, props.flagOr("assign_ipv6_address_on_creation", false))
                .set(Subnet.OUTPOST_ARN, props.textOrAbsent("outpost_arn"))
                .set(Subnet.TAGS, Value.explicit(tags(resource), props.place("tags")));
        List<Value<String>> ipv6 = new ArrayList<>();
        props.text("ipv6_cidr_block").ifPresent(ipv6::add);
        attributes.set(Subnet.IPV6_CIDR_BLOCKS, Listing.explicit(ipv6, props.place("ipv6_cidr_block")));
        if (!isDefault) {
            attributes.set(Subnet.IS_NEW, Value.byDefault(resource.isNew(), "this configuration", at));
        }
        if (resource.isNew() && !isDefault) {
            ImpliedNetwork.freeAddresses(props.datum("cidr_block"), props.place("cidr_block"))
                    .ifPresent(f -> attributes.set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, f));
        }
        zone(props, attributes);
        props.ref("vpc_id").ifPresent(v -> attributes.set(Subnet.VPC, v));
        resources.add(new Subnet(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private static void zone(Props props, Attributes.Builder attributes) {
        Optional<Value<String>> zone = props.text("availability_zone");
        Optional<Value<String>> id = props.text("availability_zone_id");
        zone.ifPresent(z -> attributes.set(Subnet.AVAILABILITY_ZONE, z));
        id.ifPresent(z -> attributes.set(Subnet.AVAILABILITY_ZONE_ID, z));
        if (zone.isEmpty() && id.isEmpty()) {
            attributes.set(
                    Subnet.AVAILABILITY_ZONE,
                    Value.unresolved("availability_zone is not set, so AWS chooses one", List.of(props.at())));
        }
    }

    private Tags tags(TfResource resource) {
        Tags own = resource.tags().known().orElse(Tags.NONE);
        List<TfResource> added = resources.naming(resource, "resource_id", "aws_ec2_tag");
        if (added.isEmpty()) {
            return own;
        }
        Map<String, Value<String>> all = new LinkedHashMap<>(own.values());
        boolean complete = own.complete();
        for (TfResource tag : added) {
            Optional<String> key = tag.attributes().text("key").flatMap(Value::known);
            if (key.isPresent()) {
                all.put(key.get(), tag.when(tag.attributes().textOrAbsent("value")));
            } else {
                complete = false;
            }
        }
        return new Tags(all, complete, own.partly());
    }

    /** What the data source found. */
    private void lookedUp(TfResource resource) {
        if (!resources.isFirstOfItsId(resource)) {
            return;
        }
        Props props = resource.attributes();
        Attributes.Builder attributes =
                Attributes.builder().set(Subnet.SUBNET_ID, resource.ref().id());
        props.text("cidr_block").ifPresent(v -> attributes.set(Subnet.CIDR_BLOCK, v));
        props.text("availability_zone").ifPresent(v -> attributes.set(Subnet.AVAILABILITY_ZONE, v));
        props.text("availability_zone_id").ifPresent(v -> attributes.set(Subnet.AVAILABILITY_ZONE_ID, v));
        props.integer("available_ip_address_count")
                .ifPresent(v -> attributes.set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, v));
        props.flag("map_public_ip_on_launch").ifPresent(v -> attributes.set(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, v));
        props.flag("assign_ipv6_address_on_creation")
                .ifPresent(v -> attributes.set(Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION, v));
        props.ref("vpc_id").filter(v -> v.known().isPresent()).ifPresent(v -> attributes.set(Subnet.VPC, v));
        if (props.has("tags")) {
            attributes.set(Subnet.TAGS, Value.explicit(tags(resource), props.place("tags")));
        }
        resources.add(new Subnet(resource.key(), resource.place(), resource.existence(), null, attributes.build()));
    }
}
