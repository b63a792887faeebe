package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedImages;
import io.github.ekslint.reader.implied.NodeImage;
import io.github.ekslint.reference.AmiFamily;
import io.github.ekslint.reference.ReferenceData;
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

    private static void updates(Props props, Attributes.Builder attributes) {
        Props update = props.child("UpdateConfig");
        Value<Integer> percentage = update.integerOrAbsent("MaxUnavailablePercentage");
        Value<Integer> usual = percentage instanceof Value.Absent<Integer>
                ? Value.byDefault(1, Props.AWS, update.at())
                : Value.absent(update.at());
        attributes
                .set(NodeGroup.MAX_UNAVAILABLE, Props.or(update.integer("MaxUnavailable"), usual))
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
        amiType(props, image, open, cluster).ifPresent(t -> {
            attributes.set(NodeGroup.AMI_TYPE, t);
            family(t, template).ifPresent(f -> attributes.set(NodeGroup.AMI_FAMILY, f));
        });
        Optional<Listing<Value<String>>> types =
                props.texts("InstanceTypes").filter(l -> !l.items().isEmpty() || !l.isComplete());
        Optional<Value<String>> one =
                template.flatMap(t -> LaunchTemplates.data(t).text("InstanceType"));
        types.or(() -> one.map(t -> Listing.explicit(List.of(t), t.places().toArray(Place[]::new))))
                .or(() -> open
                        ? Optional.empty()
                        : Optional.of(Listing.byDefault(
                                List.of(Value.byDefault(ImpliedImages.INSTANCE_TYPE, Props.AWS, at)), Props.AWS, at)))
                .ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
    }

    /** As written; CUSTOM for an image of one's own; else what EKS takes for the cluster's version. */
    private Optional<Value<String>> amiType(
            Props props, Optional<Value<String>> image, boolean templateUnknown, @Nullable String cluster) {
        Optional<Value<String>> written = props.text("AmiType");
        if (written.isPresent() && !(written.get() instanceof Value.Absent<String>)) {
            return written;
        }
        if (image.isPresent()) {
            return Optional.of(Value.byDefault(
                    "CUSTOM",
                    "the launch template's image",
                    image.get().places().stream().findFirst().orElse(props.at())));
        }
        if (templateUnknown) {
            return Optional.empty();
        }
        ReferenceData data = resources.context().data();
        return version(props, cluster)
                .flatMap(v -> ImpliedImages.amiType(v, data))
                .map(t -> Value.byDefault(t, Props.AWS, props.at()));
    }

    private Optional<MinorVersion> version(Props props, @Nullable String cluster) {
        Optional<String> own = props.text("Version").flatMap(Value::known);
        return own.or(() -> resources.facts().stream()
                        .filter(f -> f.key().equals(cluster))
                        .flatMap(f -> f instanceof Cluster c
                                ? c.version().known().stream()
                                : Optional.<String>empty().stream())
                        .findFirst())
                .flatMap(MinorVersion::parse);
    }

    private Optional<Value<String>> family(Value<String> amiType, Optional<Resource> template) {
        Optional<NodeImage> image =
                template.flatMap(t -> NodeImage.of(LaunchTemplates.data(t).datum("ImageId")));
        if (image.isPresent()) {
            return Optional.of(
                    Value.explicit(image.get().family(), template.get().place()));
        }
        boolean known = amiType.known()
                .flatMap(t -> resources.context().data().amiTypes().familyOf(t))
                .isPresent();
        return known
                ? Optional.of(amiType.map(t -> resources
                        .context()
                        .data()
                        .amiTypes()
                        .familyOf(t)
                        .map(AmiFamily::name)
                        .orElse(t)))
                : Optional.empty();
    }
}
