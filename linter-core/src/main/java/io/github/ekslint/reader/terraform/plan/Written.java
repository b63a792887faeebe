package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.source.Node;
import java.util.List;
import java.util.Optional;

/** What the configuration writes as it is, without references. */
record Written(Plan plan) {

    /** The value of a variable; empty when it is put together, or not given. */
    private Optional<Node> variable(String name, PlanModule module) {
        return module.parent() == null
                ? plan.variable(name)
                : module.input(name).flatMap(Node::asMapping).flatMap(m -> m.get("constant_value"));
    }

    /** What {@code each.value} is; empty when the input that {@code for_each} goes over is put together. */
    Optional<Node.Mapping> item(Trace.Where where) {
        List<String> references =
                Trace.longest(where.forEach().flatMap(Node::asMapping).flatMap(m -> m.get("references")));
        return references.stream()
                .map(Part::of)
                .filter(p -> p.size() == 2 && p.get(0).text().equals("var"))
                .flatMap(p -> variable(p.get(1).text(), where.module()).stream())
                .flatMap(v -> v.asMapping().stream())
                .flatMap(v -> Optional.ofNullable(where.key()).flatMap(v::get).stream())
                .flatMap(v -> v.asMapping().stream())
                .findFirst();
    }

    /** Whether a reference names a list with something in it, rather than a switch or a key. */
    boolean isList(List<Part> reference, PlanModule module) {
        return reference.size() == 2
                && reference.get(0).text().equals("var")
                && variable(reference.get(1).text(), module)
                        .flatMap(Node::asSequence)
                        .filter(s -> !s.items().isEmpty())
                        .isPresent();
    }
}
