package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.NodeImage;
import io.github.ekslint.reader.implied.UserData;
import io.github.ekslint.source.Place;
import java.util.Optional;

/** What a node group takes from its launch template. */
final class LaunchTemplateUse {

    private LaunchTemplateUse() {}

    /**
     * Says which launch template a group uses, and what that says about instances.
     *
     * @param written the mapping that names the launch template
     * @param id the property with its id
     * @param name the property with its name
     * @return the launch template, when these stacks create it
     */
    static Optional<Resource> read(
            Props written, String id, String name, StackResources resources, Attributes.Builder attributes) {
        Place at = written.at();
        Value<Ref> ref = written.ref(id)
                .or(() -> written.ref(name))
                .orElseGet(() -> written.datum() instanceof Datum.Unknown open
                        ? new Value.Unresolved<>(
                                open.gap().why(), open.places(), open.gap().settledBy(), null, null)
                        : Value.absent(at));
        Optional<Resource> template = ref.known().flatMap(r -> resources.byKey(r.key()));
        if (template.isEmpty()) {
            template = byName(written.text(name), resources);
        }
        if (template.isPresent()) {
            attributes.set(
                    NodeGroup.LAUNCH_TEMPLATE,
                    Value.explicit(
                            Vpcs.ref(template.get()),
                            ref.places().stream().findFirst().orElse(at)));
            instances(template.get(), attributes);
        } else {
            attributes.set(NodeGroup.LAUNCH_TEMPLATE, ref);
        }
        written.text("Version").ifPresent(v -> attributes.set(NodeGroup.LAUNCH_TEMPLATE_VERSION, v));
        return template;
    }

    private static Optional<Resource> byName(Optional<Value<String>> name, StackResources resources) {
        return name.flatMap(wanted -> resources.of(LaunchTemplates.TEMPLATE).stream()
                .filter(t -> t.properties()
                        .text("LaunchTemplateName")
                        .filter(own ->
                                Value.same("LaunchTemplateName", own, wanted).isTrue())
                        .isPresent())
                .findFirst());
    }

    /** What the launch template, or launch configuration, says about instances. */
    static void instances(Resource template, Attributes.Builder attributes) {
        Props data = LaunchTemplates.data(template);
        Place at = template.place();
        Props metadata = data.child("MetadataOptions");
        attributes
                .set(NodeGroup.IMAGE_ID, data.textOrAbsent("ImageId"))
                .set(NodeGroup.USER_DATA, UserData.present(data.datum("UserData"), at))
                .set(NodeGroup.BOOTSTRAPS_CLUSTER, UserData.bootstrapsCluster(data.datum("UserData"), at));
        NodeImage.of(data.datum("ImageId"))
                .flatMap(NodeImage::architecture)
                .ifPresent(a -> attributes.set(NodeGroup.IMAGE_ARCHITECTURE, Value.explicit(a, data.place("ImageId"))));
        metadata.text("HttpTokens").ifPresent(t -> attributes.set(NodeGroup.HTTP_TOKENS, t));
        metadata.integer("HttpPutResponseHopLimit")
                .ifPresent(h -> attributes.set(NodeGroup.HTTP_PUT_RESPONSE_HOP_LIMIT, h));
    }
}
