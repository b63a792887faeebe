package io.github.ekslint.reader.cloudformation;

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
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html">AWS::EKS::Nodegroup</a>).
 * What the group's launch template says about instances is said of the group as well.
 */
final class NodeGroups {

    private static final String GROUP = "AWS::EKS::Nodegroup";

    private final StackResources resources;

    private NodeGroups(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        NodeGroups groups = new NodeGroups(resources);
        resources.of(GROUP).forEach(groups::read);
    }

    private void read(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        @Nullable String cluster = resources.clusterOf(props, "ClusterName");
        Props scaling = props.child("ScalingConfig");
        Attributes.Builder attributes = Attributes.builder()
                .set(
                        NodeGroup.NODEGROUP_NAME,
                        Props.or(
                                props.text("NodegroupName"),
                                Value.unresolved("CloudFormation makes the name up", List.of(at))))
                .set(NodeGroup.MANAGED, Value.explicit(true, at))
                .set(NodeGroup.VERSION, props.textOrAbsent("Version"))
                .set(NodeGroup.SUBNETS, props.refs("Subnets").orElseGet(() -> Listing.absent(at)))
                .set(NodeGroup.AVAILABILITY_ZONES, Listing.absent(at))
                .set(NodeGroup.CAPACITY_TYPE, props.textOr("CapacityType", "ON_DEMAND"))
                .set(NodeGroup.NODE_ROLE, props.textOrAbsent("NodeRole"))
                .set(NodeGroup.TAGS, props.tagsOrNone("Tags"));
        props.text("ReleaseVersion").ifPresent(v -> attributes.set(NodeGroup.RELEASE_VERSION, v));
        scaling.integer("MinSize").ifPresent(v -> attributes.set(NodeGroup.MIN_SIZE, v));
        scaling.integer("MaxSize").ifPresent(v -> attributes.set(NodeGroup.MAX_SIZE, v));
        scaling.integer("DesiredSize").ifPresent(v -> attributes.set(NodeGroup.DESIRED_SIZE, v));
        updates(props, attributes);
        remoteAccess(props, attributes);
        images(props, cluster, attributes);
        resources.add(new NodeGroup(resource.key(), at, resource.existence(), cluster, attributes.build()));
    }

    private void updates(Props props, Attributes.Builder attributes) {
        Props update = props.child("UpdateConfig");
        Value<Integer> percentage = update.integerOrAbsent("MaxUnavailablePercentage");
        attributes
                .set(
                        NodeGroup.MAX_UNAVAILABLE,
                        implied(update).maxUnavailable(update.integer("MaxUnavailable"), percentage))
                .set(NodeGroup.MAX_UNAVAILABLE_PERCENTAGE, percentage)
                .set(NodeGroup.UPDATE_STRATEGY, update.textOr("UpdateStrategy", "DEFAULT"));
    }

    private static void remoteAccess(Props props, Attributes.Builder attributes) {
        Props remote = props.child("RemoteAccess");
        attributes
                .set(NodeGroup.REMOTE_ACCESS_KEY, remote.textOrAbsent("Ec2SshKey"))
                .set(
                        NodeGroup.REMOTE_ACCESS_SECURITY_GROUPS,
                        remote.refs("SourceSecurityGroups").orElseGet(() -> Listing.absent(remote.at())));
    }

    private void images(Props props, @Nullable String cluster, Attributes.Builder attributes) {
        Place at = props.at();
        Props written = props.child("LaunchTemplate");
        boolean without = written.datum() instanceof Datum.Nothing;
        Optional<Resource> template =
                without ? Optional.empty() : LaunchTemplateUse.read(written, "Id", "Name", resources, attributes);
        if (without) {
            attributes
                    .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(at))
                    .set(NodeGroup.IMAGE_ID, Value.absent(at))
                    .set(NodeGroup.USER_DATA, Value.byDefault(false, Props.AWS, at));
        }
        boolean open = !without && template.isEmpty();
        Optional<Value<String>> image =
                template.flatMap(t -> LaunchTemplates.data(t).text("ImageId"));
        ImpliedNodes implied = implied(props);
        Optional<MinorVersion> version = ImpliedNodes.version(props.text("Version"), cluster, resources.facts());
        implied.amiType(props.text("AmiType"), image, open, version).ifPresent(t -> {
            attributes.set(NodeGroup.AMI_TYPE, t);
            implied.family(t).ifPresent(f -> attributes.set(NodeGroup.AMI_FAMILY, f));
        });
        template.map(LaunchTemplates::data)
                .ifPresent(d -> NodeImage.of(d.datum("ImageId")).ifPresent(i -> {
                    attributes.set(NodeGroup.AMI_FAMILY, Value.explicit(i.family(), d.at()));
                    i.version()
                            .ifPresent(v ->
                                    attributes.set(NodeGroup.IMAGE_VERSION, Value.explicit(v, d.place("ImageId"))));
                }));
        implied.instanceTypes(
                        props.texts("InstanceTypes"),
                        template.flatMap(t -> LaunchTemplates.data(t).text("InstanceType")),
                        open)
                .ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
    }

    private ImpliedNodes implied(Props written) {
        return new ImpliedNodes(written.at(), resources.context().data());
    }
}
