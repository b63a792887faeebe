package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNodes;
import io.github.ekslint.reader.implied.KnownClusters;
import io.github.ekslint.reader.implied.NodeImage;
import io.github.ekslint.reader.implied.UserData;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Auto Scaling groups whose instances are nodes of a cluster: their tags, or their user data, say so. */
final class SelfManagedNodes {

    static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final StackResources resources;

    private SelfManagedNodes(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        SelfManagedNodes nodes = new SelfManagedNodes(resources);
        resources.of(GROUP).forEach(nodes::read);
    }

    /** Whether a group is one of nodes, by its tags or its user data. */
    static boolean isOfNodes(Resource group, Optional<Resource> template) {
        return tag(group).isPresent()
                || template.filter(
                                t -> UserData.isOfNode(LaunchTemplates.data(t).datum("UserData")))
                        .isPresent();
    }

    private void read(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder();
        Optional<Resource> template = template(props, attributes);
        if (!isOfNodes(resource, template)) {
            return;
        }
        attributes
                .set(
                        NodeGroup.NODEGROUP_NAME,
                        Props.or(
                                props.text("AutoScalingGroupName"),
                                Value.unresolved("CloudFormation makes the name up", List.of(at))))
                .set(NodeGroup.MANAGED, Value.explicit(false, at))
                .set(NodeGroup.SUBNETS, props.refs("VPCZoneIdentifier").orElseGet(() -> Listing.absent(at)))
                .set(
                        NodeGroup.AVAILABILITY_ZONES,
                        props.texts("AvailabilityZones").orElseGet(() -> Listing.absent(at)))
                .set(NodeGroup.CAPACITY_REBALANCE, props.flagOr("CapacityRebalance", false))
                .set(NodeGroup.TAGS, Value.explicit(tags(props), props.place("Tags")));
        props.integer("MinSize").ifPresent(v -> attributes.set(NodeGroup.MIN_SIZE, v));
        props.integer("MaxSize").ifPresent(v -> attributes.set(NodeGroup.MAX_SIZE, v));
        props.integer("DesiredCapacity").ifPresent(v -> attributes.set(NodeGroup.DESIRED_SIZE, v));
        capacity(props, template, attributes);
        template.ifPresent(t -> image(t, attributes));
        template.flatMap(t -> IamRoles.ofInstances(t, resources))
                .ifPresent(r -> attributes.set(NodeGroup.NODE_ROLE, r));
        String cluster = resources.clusters().ofNodes(tag(resource), template.map(t -> LaunchTemplates.data(t)
                .datum("UserData")));
        resources.add(new NodeGroup(resource.key(), at, resource.existence(), cluster, attributes.build()));
    }

    private Optional<Resource> template(Props props, Attributes.Builder attributes) {
        if (props.has("LaunchConfigurationName")) {
            Optional<Resource> configuration =
                    props.ref("LaunchConfigurationName").flatMap(Value::known).flatMap(r -> resources.byKey(r.key()));
            configuration.ifPresent(c -> {
                attributes.set(NodeGroup.LAUNCH_TEMPLATE, Value.explicit(Vpcs.ref(c), props.at()));
                LaunchTemplateUse.instances(c, attributes);
            });
            return configuration;
        }
        Props written = props.has("MixedInstancesPolicy")
                ? props.child("MixedInstancesPolicy").child("LaunchTemplate").child("LaunchTemplateSpecification")
                : props.child("LaunchTemplate");
        return written.datum() instanceof Datum.Nothing
                ? Optional.empty()
                : LaunchTemplateUse.read(written, "LaunchTemplateId", "LaunchTemplateName", resources, attributes);
    }

    private void capacity(Props props, Optional<Resource> template, Attributes.Builder attributes) {
        Place at = props.at();
        Optional<Props> data = template.map(LaunchTemplates::data);
        Props mixed = props.child("MixedInstancesPolicy");
        Props distribution = mixed.child("InstancesDistribution");
        Optional<Value<Integer>> onDemand = distribution.integer("OnDemandPercentageAboveBaseCapacity");
        boolean spot = data.filter(d -> d.has("SpotPrice")
                        || d.child("InstanceMarketOptions")
                                .text("MarketType")
                                .flatMap(Value::known)
                                .filter("spot"::equals)
                                .isPresent())
                .isPresent();
        attributes.set(
                NodeGroup.CAPACITY_TYPE,
                new ImpliedNodes(at, resources.context().data()).capacityType(onDemand, spot));
        distribution
                .text("SpotAllocationStrategy")
                .ifPresent(s -> attributes.set(NodeGroup.SPOT_ALLOCATION_STRATEGY, s));
        Props.Children overrides = mixed.child("LaunchTemplate").children("Overrides");
        List<Value<String>> types = new ArrayList<>();
        overrides.all().forEach(o -> o.text("InstanceType").ifPresent(types::add));
        ImpliedNodes.instanceTypes(types, overrides.rest(), data.flatMap(d -> d.text("InstanceType")))
                .ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
    }

    private static void image(Resource template, Attributes.Builder attributes) {
        Props data = LaunchTemplates.data(template);
        Optional<Listing<Ref>> groups =
                data.refs(template.is(LaunchTemplates.TEMPLATE) ? "SecurityGroupIds" : "SecurityGroups");
        groups.ifPresent(g -> attributes.set(NodeGroup.SECURITY_GROUPS, g));
        NodeImage.of(data.datum("ImageId")).ifPresent(image -> {
            Place place = data.place("ImageId");
            attributes.set(NodeGroup.AMI_FAMILY, Value.explicit(image.family(), place));
            image.version().ifPresent(v -> attributes.set(NodeGroup.VERSION, Value.explicit(v, place)));
        });
    }

    /** The key of the tag that makes instances nodes of a cluster. */
    private static Optional<Datum.Text> tag(Resource group) {
        return KnownClusters.tag(group.properties().children("Tags").all().stream()
                .map(t -> t.datum("Key"))
                .toList());
    }

    /** The tags that the group gives its instances. */
    private static Tags tags(Props props) {
        return props.tags("Tags").orElse(Tags.NONE);
    }
}
