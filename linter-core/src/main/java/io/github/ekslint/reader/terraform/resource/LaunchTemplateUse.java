package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.Optional;

/** What a node group takes from its launch template. */
final class LaunchTemplateUse {

    private LaunchTemplateUse() {}

    /**
     * Says which launch template a group uses, and what that says about instances.
     *
     * @param written the block that names the launch template
     * @param id the argument with its id
     * @param name the argument with its name
     * @return the launch template, when this configuration creates it
     */
    static Optional<TfResource> read(
            Props written, String id, String name, TfResources resources, Attributes.Builder attributes) {
        Place at = written.at();
        Value<Ref> ref = written.ref(id)
                .filter(v -> v.known().isPresent())
                .or(() -> written.ref(name))
                .or(() -> written.ref(id))
                .orElseGet(() -> written.datum() instanceof Datum.Unknown open
                        ? open.gap().unresolved(open.places())
                        : Value.absent(at));
        Optional<TfResource> template = ref.known()
                .flatMap(resources::find)
                .filter(r -> r.is(LaunchTemplates.TEMPLATE))
                .or(() -> byName(written.text(name), resources));
        if (template.isPresent()) {
            attributes.set(
                    NodeGroup.LAUNCH_TEMPLATE,
                    Value.explicit(
                            template.get().ref(),
                            ref.places().stream().findFirst().orElse(at)));
            LaunchTemplates.instances(template.get(), attributes);
        } else {
            attributes.set(NodeGroup.LAUNCH_TEMPLATE, ref);
        }
        written.text("version").ifPresent(v -> attributes.set(NodeGroup.LAUNCH_TEMPLATE_VERSION, v));
        return template;
    }

    private static Optional<TfResource> byName(Optional<Value<String>> name, TfResources resources) {
        return name.flatMap(Value::known).flatMap(n -> resources.of(LaunchTemplates.TEMPLATE).stream()
                .filter(t -> t.attributes()
                        .text("name")
                        .flatMap(Value::known)
                        .filter(n::equals)
                        .isPresent())
                .findFirst());
    }
}
