package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One instance of a module, with what the configuration says of it. */
final class PlanModule {

    private final String address;
    private final @Nullable PlanModule parent;
    private final @Nullable String key;
    private final Optional<Node.Mapping> call;
    private final Optional<Node.Mapping> module;
    private final Map<String, Node.Mapping> resources = new HashMap<>();

    private PlanModule(
            String address,
            @Nullable PlanModule parent,
            @Nullable String key,
            Optional<Node.Mapping> call,
            Optional<Node.Mapping> module) {
        this.address = address;
        this.parent = parent;
        this.key = key;
        this.call = call;
        this.module = module;
        module.flatMap(m -> m.get("resources")).flatMap(Node::asSequence).ifPresent(list -> list.items()
                .forEach(r -> r.asMapping().ifPresent(m -> m.text("address").ifPresent(a -> resources.put(a, m)))));
    }

    static PlanModule root(Optional<Node.Mapping> module) {
        return new PlanModule("", null, null, Optional.empty(), module);
    }

    /** The instance of a module that this one calls. */
    PlanModule child(String name, @Nullable String itsKey, String itsAddress) {
        Optional<Node.Mapping> called =
                module.flatMap(m -> m.at("module_calls", name)).flatMap(Node::asMapping);
        return new PlanModule(
                itsAddress,
                this,
                itsKey,
                called,
                called.flatMap(c -> c.get("module")).flatMap(Node::asMapping));
    }

    /** Empty for the root module. */
    String address() {
        return address;
    }

    @Nullable
    PlanModule parent() {
        return parent;
    }

    /** Of {@code count} or {@code for_each} of its call; null without. */
    @Nullable
    String key() {
        return key;
    }

    /** Where its source is, as its call says; empty for the root module. */
    String source() {
        return call.flatMap(c -> c.text("source")).orElse("");
    }

    /** Whether it calls a module by that name. */
    boolean calls(String name) {
        return module.flatMap(m -> m.at("module_calls", name)).isPresent();
    }

    /** Whether the configuration has a resource at that address of the module. */
    boolean declares(String local) {
        return resources.containsKey(local);
    }

    /** The expression of an input of its call; empty when it is not given. */
    Optional<Node> input(String name) {
        return call.flatMap(c -> c.at("expressions", name));
    }

    /** The expressions of all inputs of its call. */
    List<Node> inputs() {
        return call.flatMap(c -> c.get("expressions")).flatMap(Node::asMapping).stream()
                .flatMap(e -> e.entries().stream())
                .map(Node.Entry::value)
                .toList();
    }

    /** Whether a module is this one, or called by it. */
    boolean holds(String other) {
        return address.isEmpty() || other.equals(address) || other.startsWith(address + ".");
    }

    Optional<Node> forEach() {
        return call.flatMap(c -> c.get("for_each_expression"));
    }

    /** The expression of an output. */
    Optional<Node> output(String name) {
        return module.flatMap(m -> m.at("outputs", name, "expression"));
    }

    /** What the configuration says of a resource; empty when there is no configuration. */
    Optional<Node.Mapping> resource(Instance instance) {
        String local = instance.type() + "." + instance.name();
        return Optional.ofNullable(resources.get(
                instance.mode() == io.github.ekslint.reader.terraform.resource.TfResource.Mode.DATA
                        ? "data." + local
                        : local));
    }
}
