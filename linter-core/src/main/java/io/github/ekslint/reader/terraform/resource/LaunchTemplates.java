package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNodes;
import io.github.ekslint.reader.implied.UserData;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Launch templates; launch configurations count as such
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template">aws_launch_template</a>).
 */
final class LaunchTemplates {

    static final String TEMPLATE = "aws_launch_template";
    static final String CONFIGURATION = "aws_launch_configuration";

    private LaunchTemplates() {}

    static void read(TfResources resources) {
        resources.of(TEMPLATE, CONFIGURATION).forEach(r -> read(resources, r));
    }

    private static void read(TfResources resources, TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        boolean template = resource.is(TEMPLATE);
        Props metadata = props.block("metadata_options");
        Props.Children interfaces = props.children("network_interfaces");
        Props profile = props.block("iam_instance_profile");
        Datum userData = userData(resource);
        Attributes.Builder attributes = Attributes.builder()
                .set(LaunchTemplate.LAUNCH_TEMPLATE_ID, resource.ref().id())
                .set(LaunchTemplate.IMAGE_ID, props.textOrAbsent("image_id"))
                .set(LaunchTemplate.INSTANCE_TYPE, props.textOrAbsent("instance_type"))
                .set(LaunchTemplate.SECURITY_GROUP_IDS, groups(resource))
                .set(LaunchTemplate.NETWORK_INTERFACE_GROUPS, interfaceGroups(interfaces))
                .set(LaunchTemplate.ASSOCIATE_PUBLIC_IP_ADDRESS, publicAddress(props, interfaces, template))
                .set(LaunchTemplate.USER_DATA, UserData.present(userData, at))
                .set(LaunchTemplate.BOOTSTRAPS_CLUSTER, UserData.bootstrapsCluster(userData, at))
                .set(
                        LaunchTemplate.IAM_INSTANCE_PROFILE,
                        template
                                ? profile.text("arn")
                                        .or(() -> profile.text("name"))
                                        .orElseGet(() -> Value.absent(at))
                                : props.textOrAbsent("iam_instance_profile"))
                .set(LaunchTemplate.MARKET_TYPE, marketType(props))
                .set(
                        LaunchTemplate.SUBNET_ID,
                        interfaces.all().stream()
                                .flatMap(i -> i.text("subnet_id").stream())
                                .findFirst()
                                .orElseGet(() -> Value.absent(at)));
        // without a word, the image and the account decide
        metadata.text("http_tokens").ifPresent(t -> attributes.set(LaunchTemplate.HTTP_TOKENS, t));
        metadata.integer("http_put_response_hop_limit")
                .ifPresent(h -> attributes.set(LaunchTemplate.HTTP_PUT_RESPONSE_HOP_LIMIT, h));
        props.text("name").ifPresent(n -> attributes.set(LaunchTemplate.LAUNCH_TEMPLATE_NAME, n));
        attributes.set(LaunchTemplate.VOLUME_ENCRYPTED, encrypted(props, resources));
        resources.add(new LaunchTemplate(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** The groups of instances; a launch configuration names them otherwise. */
    static Listing<Ref> groups(TfResource template) {
        Props props = template.attributes();
        Optional<Listing<Ref>> groups = template.is(TEMPLATE)
                ? props.refs("vpc_security_group_ids").filter(l -> !l.items().isEmpty() || !l.isComplete())
                : Optional.empty();
        return groups.or(() -> template.is(CONFIGURATION) ? props.refs("security_groups") : Optional.empty())
                .orElseGet(() -> Listing.absent(props.at()));
    }

    /** User data as text: a launch template takes it in base64. */
    static Datum userData(TfResource template) {
        Props props = template.attributes();
        Datum plain = props.datum("user_data");
        return Base64Text.decoded(plain instanceof Datum.Nothing ? props.datum("user_data_base64") : plain);
    }

    /** What the launch template, or launch configuration, says about the instances of a group. */
    static void instances(TfResource template, Attributes.Builder attributes) {
        Props props = template.attributes();
        Place at = template.place();
        Props metadata = props.block("metadata_options");
        Datum userData = userData(template);
        attributes
                .set(NodeGroup.IMAGE_ID, props.textOrAbsent("image_id"))
                .set(
                        NodeGroup.ASSOCIATE_PUBLIC_IP_ADDRESS,
                        publicAddress(props, props.children("network_interfaces"), template.is(TEMPLATE)))
                .set(NodeGroup.USER_DATA, UserData.present(userData, at))
                .set(NodeGroup.BOOTSTRAPS_CLUSTER, UserData.bootstrapsCluster(userData, at));
        metadata.text("http_tokens").ifPresent(t -> attributes.set(NodeGroup.HTTP_TOKENS, t));
        metadata.integer("http_put_response_hop_limit")
                .ifPresent(h -> attributes.set(NodeGroup.HTTP_PUT_RESPONSE_HOP_LIMIT, h));
    }

    static Value<String> marketType(Props props) {
        if (props.has("spot_price")) {
            return Value.explicit("spot", props.place("spot_price"));
        }
        return props.block("instance_market_options").textOrAbsent("market_type");
    }

    private static Listing<Ref> interfaceGroups(Props.Children interfaces) {
        List<Ref> groups = new ArrayList<>();
        Value.Unresolved<?> rest = interfaces.rest();
        for (Props one : interfaces.all()) {
            Listing<Ref> listed = one.refs("security_groups").orElseGet(() -> Listing.absent(one.at()));
            groups.addAll(listed.items());
            rest = listed.isComplete() ? rest : listed.rest();
        }
        Listing<Ref> listing = Listing.explicit(groups, interfaces.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private static Value<Boolean> publicAddress(Props props, Props.Children interfaces, boolean template) {
        Optional<Value<Boolean>> written = template
                ? interfaces.all().stream()
                        .flatMap(i -> i.flag("associate_public_ip_address").stream())
                        .findFirst()
                : props.flag("associate_public_ip_address");
        return Props.or(written, Value.absent(props.at()));
    }

    private static Value<Boolean> encrypted(Props props, TfResources resources) {
        Props.Children mappings = props.children("block_device_mappings");
        List<Value<Boolean>> volumes = new ArrayList<>();
        mappings.all().stream()
                .map(m -> m.block("ebs"))
                .filter(e -> !(e.datum() instanceof Datum.Nothing))
                .forEach(e -> volumes.add(Props.or(e.flag("encrypted"), Value.absent(e.at()))));
        Props root = props.block("root_block_device");
        if (!(root.datum() instanceof Datum.Nothing)) {
            volumes.add(Props.or(root.flag("encrypted"), Value.absent(root.at())));
        }
        boolean ownImage = props.has("image_id")
                && Images.of(props.datum("image_id"), resources).isEmpty();
        return ImpliedNodes.encrypted(volumes, mappings.rest() != null, ownImage, props.at());
    }
}
