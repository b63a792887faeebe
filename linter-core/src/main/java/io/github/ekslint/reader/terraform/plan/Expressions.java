package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.source.Node;
import java.util.List;
import java.util.Optional;

/** What the configuration writes for attributes. */
final class Expressions {

    private Expressions() {}

    /** Where the expressions of a resource stand. */
    static Trace.Where where(Plan plan, Instance instance) {
        PlanModule module = plan.module(instance.module());
        return new Trace.Where(
                module, instance.key(), module.resource(instance).flatMap(r -> r.get("for_each_expression")));
    }

    /**
     * The expression of an attribute; empty when it is not written, or written in a dynamic block, which a plan does not show.
     *
     * @param path names, and the indexes of blocks
     */
    static Optional<Node> of(Plan plan, Instance instance, List<String> path) {
        Optional<Node> at = plan.module(instance.module()).resource(instance).flatMap(r -> r.get("expressions"));
        for (String part : path) {
            at = at.flatMap(n -> step(n, part));
            if (at.isPresent() && isExpression(at.get())) {
                return at;
            }
        }
        return at.filter(Expressions::isExpression);
    }

    /** Whether anything is written under a name of the first level. */
    static boolean isWritten(Plan plan, Instance instance, String name) {
        return plan.module(instance.module())
                .resource(instance)
                .flatMap(r -> r.get("expressions"))
                .flatMap(Node::asMapping)
                .filter(e -> e.get(name).isPresent())
                .isPresent();
    }

    private static Optional<Node> step(Node node, String part) {
        if (node instanceof Node.Sequence list) {
            boolean index = part.matches("\\d{1,6}");
            int at = index ? Integer.parseInt(part) : 0;
            Optional<Node> item =
                    at < list.items().size() ? Optional.of(list.items().get(at)) : Optional.empty();
            return index ? item : item.flatMap(i -> step(i, part));
        }
        if (node instanceof Node.Mapping mapping) {
            return part.equals("0") && mapping.get(part).isEmpty() ? Optional.of(node) : mapping.get(part);
        }
        return Optional.empty();
    }

    private static boolean isExpression(Node node) {
        return node.asMapping()
                .filter(m -> m.get("references").isPresent()
                        || m.get("constant_value").isPresent()
                        || m.members().isEmpty())
                .isPresent();
    }
}
