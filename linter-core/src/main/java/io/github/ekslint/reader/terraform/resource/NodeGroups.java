package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNodes;
import io.github.ekslint.reader.implied.NodeImage;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Managed node groups
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group">aws_eks_node_group</a>). What
 * the group's launch template says about instances is said of the group as well.
 */
final class NodeGroups {

    private static final String GROUP = "aws_eks_node_group";

    private final TfResources resources;

    private NodeGroups(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        NodeGroups groups = new NodeGroups(resources);
        resources.of(GROUP).forEach(groups::read);
    }

    private void read(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        @Nullable String cluster = resources.clusterOf(props, "cluster_name");
        Props scaling = props.block("scaling_config");
        Attributes.Builder attributes = Attributes.builder()
                .set(
                        NodeGroup.NODEGROUP_NAME,
                        Props.or(
                                props.text("node_group_name"),
                                Value.unresolved("the provider makes the name up", List.of(at))))
                .set(NodeGroup.MANAGED, Value.explicit(true, at))
                .set(NodeGroup.VERSION, props.textOrAbsent("version"))
                .set(NodeGroup.SUBNETS, props.refs("subnet_ids").orElseGet(() -> Listing.absent(at)))
                .set(NodeGroup.AVAILABILITY_ZONES, Listing.absent(at))
                .set(NodeGroup.CAPACITY_TYPE, props.textOr("capacity_type", "ON_DEMAND"))
                .set(NodeGroup.NODE_ROLE, props.textOrAbsent("node_role_arn"))
                .set(NodeGroup.TAGS, resource.tags());
        props.text("release_version").ifPresent(v -> attributes.set(NodeGroup.RELEASE_VERSION, v));
        scaling.integer("min_size").ifPresent(v -> attributes.set(NodeGroup.MIN_SIZE, v));
        scaling.integer("max_size").ifPresent(v -> attributes.set(NodeGroup.MAX_SIZE, v));
        scaling.integer("desired_size").ifPresent(v -> attributes.set(NodeGroup.DESIRED_SIZE, v));
        updates(props, attributes);
        remoteAccess(props, attributes);
        images(props, cluster, attributes);
        resources.add(new NodeGroup(resource.key(), at, resource.existence(), cluster, attributes.build()));
    }

    private void updates(Props props, Attributes.Builder attributes) {
        Props update = props.block("update_config");
        Value<Integer> percentage = update.integerOrAbsent("max_unavailable_percentage");
        attributes
                .set(
                        NodeGroup.MAX_UNAVAILABLE,
                        implied(update).maxUnavailable(update.integer("max_unavailable"), percentage))
                .set(NodeGroup.MAX_UNAVAILABLE_PERCENTAGE, percentage)
                .set(NodeGroup.UPDATE_STRATEGY, update.textOr("update_strategy", "DEFAULT"));
    }

    private static void remoteAccess(Props props, Attributes.Builder attributes) {
        Props remote = props.block("remote_access");
        attributes
                .set(NodeGroup.REMOTE_ACCESS_KEY, remote.textOrAbsent("ec2_ssh_key"))
                .set(
                        NodeGroup.REMOTE_ACCESS_SECURITY_GROUPS,
                        remote.refs("source_security_group_ids")
                                .filter(l -> !l.items().isEmpty() || !l.isComplete())
                                .orElseGet(() -> Listing.absent(remote.at())));
    }

    private void images(Props props, @Nullable String cluster, Attributes.Builder attributes) {
        Place at = props.at();
        Props written = props.block("launch_template");
        boolean without = written.datum() instanceof Datum.Nothing;
        Optional<TfResource> template =
                without ? Optional.empty() : LaunchTemplateUse.read(written, "id", "name", resources, attributes);
        if (without) {
            attributes
                    .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(at))
                    .set(NodeGroup.IMAGE_ID, Value.absent(at))
                    .set(NodeGroup.USER_DATA, Value.byDefault(false, Props.AWS, at));
        }
        boolean open = !without && template.isEmpty();
        Optional<Value<String>> image = template.flatMap(t -> t.attributes().text("image_id"));
        ImpliedNodes implied = implied(props);
        Optional<MinorVersion> version = ImpliedNodes.version(props.text("version"), cluster, resources.facts());
        implied.amiType(props.text("ami_type"), image, open, version).ifPresent(t -> {
            attributes.set(NodeGroup.AMI_TYPE, t);
            implied.family(t).ifPresent(f -> attributes.set(NodeGroup.AMI_FAMILY, f));
        });
        template.ifPresent(t -> Images.of(t.attributes().datum("image_id"), resources)
                .ifPresent(i -> image(i, t.attributes().place("image_id"), attributes)));
        implied.instanceTypes(
                        props.texts("instance_types"),
                        template.flatMap(t -> t.attributes().text("instance_type")),
                        open)
                .ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
    }

    private static void image(NodeImage image, Place at, Attributes.Builder attributes) {
        attributes.set(NodeGroup.AMI_FAMILY, Value.explicit(image.family(), at));
        image.architecture().ifPresent(a -> attributes.set(NodeGroup.IMAGE_ARCHITECTURE, Value.explicit(a, at)));
    }

    private ImpliedNodes implied(Props written) {
        return new ImpliedNodes(written.at(), resources.context().data());
    }
}
