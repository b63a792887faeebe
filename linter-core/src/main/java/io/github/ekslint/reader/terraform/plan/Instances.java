package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instances of a plan, as the apply will leave them: those it destroys or forgets do not count. Of a state, all of them.
 */
final class Instances {

    private final List<Instance> found = new ArrayList<>();

    private Instances() {}

    static List<Instance> of(Node.Mapping root) {
        Instances instances = new Instances();
        Optional<Node.Sequence> changes = root.get("resource_changes").flatMap(Node::asSequence);
        if (changes.isPresent()) {
            changes.get().items().forEach(c -> c.asMapping().ifPresent(instances::change));
        } else {
            root.at("planned_values", "root_module").ifPresent(m -> instances.module(m, "", false));
        }
        root.at("prior_state", "values", "root_module").ifPresent(m -> instances.module(m, "", true));
        root.at("values", "root_module").ifPresent(m -> instances.module(m, "", false));
        return instances.found;
    }

    private void change(Node.Mapping resource) {
        Optional<Node.Mapping> change = resource.get("change").flatMap(Node::asMapping);
        Optional<Node.Mapping> after = change.flatMap(c -> c.get("after")).flatMap(Node::asMapping);
        if (change.isEmpty() || resource.get("deposed").isPresent()) {
            return;
        }
        List<String> actions = change.get()
                .get("actions")
                .flatMap(Node::asSequence)
                .map(s -> s.items().stream()
                        .flatMap(i -> i.asScalar().stream())
                        .map(Node.Scalar::text)
                        .toList())
                .orElse(List.of());
        boolean gone = actions.equals(List.of("delete")) || actions.equals(List.of("forget"));
        if (gone) {
            return;
        }
        add(
                resource,
                resource.text("module_address").orElse(""),
                actions.contains("create") || actions.contains("read"),
                after.orElseGet(() -> new Node.Mapping(resource.place(), null, Map.of())),
                change.get().get("after_unknown").orElse(null),
                change.get().get("after_sensitive").orElse(null));
    }

    private void module(Node node, String address, boolean dataOnly) {
        Optional<Node.Mapping> module = node.asMapping();
        for (Node resource : items(module, "resources")) {
            resource.asMapping()
                    .filter(r ->
                            !dataOnly || r.text("mode").filter("data"::equals).isPresent())
                    .ifPresent(r -> add(
                            r,
                            address,
                            false,
                            r.get("values")
                                    .flatMap(Node::asMapping)
                                    .orElseGet(() -> new Node.Mapping(r.place(), null, Map.of())),
                            null,
                            r.get("sensitive_values").orElse(null)));
        }
        for (Node child : items(module, "child_modules")) {
            child.asMapping().flatMap(c -> c.text("address")).ifPresent(a -> module(child, a, dataOnly));
        }
    }

    private static List<Node> items(Optional<Node.Mapping> module, String key) {
        return module.flatMap(m -> m.get(key))
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElse(List.of());
    }

    private void add(
            Node.Mapping resource,
            String module,
            boolean isNew,
            Node.Mapping values,
            @Nullable Node unknown,
            @Nullable Node sensitive) {
        Optional<String> address = resource.text("address");
        Optional<String> type = resource.text("type");
        Optional<String> name = resource.text("name");
        if (address.isEmpty() || type.isEmpty() || name.isEmpty()) {
            return;
        }
        boolean data = resource.text("mode").filter("data"::equals).isPresent();
        Place place = resource.get("address").map(Node::place).orElse(resource.place());
        found.add(new Instance(
                address.get(),
                module,
                data ? Mode.DATA : Mode.MANAGED,
                type.get(),
                name.get(),
                resource.text("index").orElse(null),
                isNew,
                values,
                unknown,
                sensitive,
                place.withAddress(address.get())));
    }
}
