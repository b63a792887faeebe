package io.github.ekslint.reader.terraform.resource;

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
import io.github.ekslint.reader.implied.UserData;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Auto Scaling groups whose instances are nodes of a cluster: their tags, or their user data, say so
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group">aws_autoscaling_group</a>).
 */
final class SelfManagedNodes {

    private static final String GROUP = "aws_autoscaling_group";
    private final TfResources resources;

    private SelfManagedNodes(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        SelfManagedNodes nodes = new SelfManagedNodes(resources);
        resources.of(GROUP).forEach(nodes::read);
    }

    private void read(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder();
        Optional<TfResource> template = template(props, attributes);
        Optional<Datum.Text> tag = tag(props);
        boolean node = tag.isPresent()
                || template.filter(t -> UserData.isOfNode(LaunchTemplates.userData(t)))
                        .isPresent();
        if (!node) {
            return;
        }
        attributes
                .set(
                        NodeGroup.NODEGROUP_NAME,
                        Props.or(props.text("name"), Value.unresolved("the provider makes the name up", List.of(at))))
                .set(NodeGroup.MANAGED, Value.explicit(false, at))
                .set(NodeGroup.SUBNETS, props.refs("vpc_zone_identifier").orElseGet(() -> Listing.absent(at)))
                .set(
                        NodeGroup.AVAILABILITY_ZONES,
                        props.texts("availability_zones").orElseGet(() -> Listing.absent(at)))
                .set(NodeGroup.CAPACITY_REBALANCE, props.flagOr("capacity_rebalance", false))
                .set(NodeGroup.TAGS, Value.explicit(tags(resource), props.place("tag")));
        props.integer("min_size").ifPresent(v -> attributes.set(NodeGroup.MIN_SIZE, v));
        props.integer("max_size").ifPresent(v -> attributes.set(NodeGroup.MAX_SIZE, v));
        props.integer("desired_capacity").ifPresent(v -> attributes.set(NodeGroup.DESIRED_SIZE, v));
        capacity(props, template, attributes);
        template.ifPresent(t -> image(t, attributes));
        String cluster = resources.clusters().ofNodes(tag, template.map(LaunchTemplates::userData));
        resources.add(new NodeGroup(resource.key(), at, resource.existence(), cluster, attributes.build()));
    }

    private Optional<TfResource> template(Props props, Attributes.Builder attributes) {
        if (props.has("launch_configuration")) {
            Optional<TfResource> configuration =
                    resources.named(props, "launch_configuration").filter(r -> r.is(LaunchTemplates.CONFIGURATION));
            configuration.ifPresent(c -> {
                attributes.set(NodeGroup.LAUNCH_TEMPLATE, Value.explicit(c.ref(), props.at()));
                LaunchTemplates.instances(c, attributes);
            });
            return configuration;
        }
        Props mixed = props.block("mixed_instances_policy");
        boolean several = !(mixed.datum() instanceof Datum.Nothing);
        Props written = several
                ? mixed.block("launch_template").block("launch_template_specification")
                : props.block("launch_template");
        String prefix = several ? "launch_template_" : "";
        return written.datum() instanceof Datum.Nothing
                ? Optional.empty()
                : LaunchTemplateUse.read(written, prefix + "id", prefix + "name", resources, attributes);
    }

    private void capacity(Props props, Optional<TfResource> template, Attributes.Builder attributes) {
        Place at = props.at();
        Optional<Props> data = template.map(TfResource::attributes);
        Props mixed = props.block("mixed_instances_policy");
        Props distribution = mixed.block("instances_distribution");
        Optional<Value<Integer>> onDemand = distribution.integer("on_demand_percentage_above_base_capacity");
        boolean spot = data.map(LaunchTemplates::marketType)
                .flatMap(Value::known)
                .filter("spot"::equals)
                .isPresent();
        attributes.set(
                NodeGroup.CAPACITY_TYPE,
                new ImpliedNodes(at, resources.context().data()).capacityType(onDemand, spot));
        distribution
                .text("spot_allocation_strategy")
                .ifPresent(s -> attributes.set(NodeGroup.SPOT_ALLOCATION_STRATEGY, s));
        Props.Children overrides = mixed.block("launch_template").children("override");
        List<Value<String>> types = new ArrayList<>();
        overrides.all().forEach(o -> o.text("instance_type").ifPresent(types::add));
        ImpliedNodes.instanceTypes(types, overrides.rest(), data.flatMap(d -> d.text("instance_type")))
                .ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
    }

    private void image(TfResource template, Attributes.Builder attributes) {
        Listing<Ref> groups = LaunchTemplates.groups(template);
        if (!groups.items().isEmpty() || !groups.isComplete()) {
            attributes.set(NodeGroup.SECURITY_GROUPS, groups);
        }
        Props props = template.attributes();
        Images.of(props.datum("image_id"), resources).ifPresent(image -> {
            Place place = props.place("image_id");
            attributes.set(NodeGroup.AMI_FAMILY, Value.explicit(image.family(), place));
            image.version().ifPresent(v -> attributes.set(NodeGroup.VERSION, Value.explicit(v, place)));
            image.architecture().ifPresent(v -> attributes.set(NodeGroup.IMAGE_ARCHITECTURE, Value.explicit(v, place)));
        });
    }

    /** The key of the tag that makes instances nodes of a cluster. */
    private static Optional<Datum.Text> tag(Props props) {
        List<Props> tags = new ArrayList<>(props.children("tag").all());
        tags.addAll(props.children("tags").all());
        return KnownClusters.tag(tags.stream().map(t -> t.datum("key")).toList());
    }

    /** The tags that the group gives its instances, those of {@code aws_autoscaling_group_tag} included. */
    private Tags tags(TfResource group) {
        Props props = group.attributes();
        Tags inline = props.tags("tag", "key", "value").orElse(Tags.NONE);
        Tags listed = props.tags("tags", "key", "value").orElse(Tags.NONE);
        Map<String, Value<String>> all = new LinkedHashMap<>(inline.values());
        all.putAll(listed.values());
        for (TfResource one : resources.naming(group, "autoscaling_group_name", "aws_autoscaling_group_tag")) {
            Props tag = one.attributes().block("tag");
            tag.text("key").flatMap(Value::known).ifPresent(k -> all.put(k, one.when(tag.textOrAbsent("value"))));
        }
        return new Tags(all, inline.complete() && listed.complete());
    }
}
