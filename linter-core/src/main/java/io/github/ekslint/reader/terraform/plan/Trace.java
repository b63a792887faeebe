package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the references of an expression, through the inputs and outputs of modules, to the attributes that are not known before
 * the apply. Only those can be why the expression is not known itself. A plan does not say what a local value is made of.
 */
final class Trace {

    private static final int DEEPEST = 40;
    private static final int MOST = 20_000;

    private final Plan plan;
    private final Written written;
    private final Set<String> expected;
    private final String usual;
    private Set<Leaf> leaves = new LinkedHashSet<>();
    private final Set<PlanModule> openIn = new LinkedHashSet<>();
    private boolean oneOfSeveral;
    private boolean more;
    private int steps;

    /**
     * @param expected the types of resources that can be meant; empty when any can
     * @param usual the attribute that is meant where a reference names a whole resource
     */
    Trace(Plan plan, Set<String> expected, String usual) {
        this.plan = plan;
        this.written = new Written(plan);
        this.expected = expected;
        this.usual = usual;
    }

    /** An attribute that is not known before the apply. */
    record Leaf(Instance instance, String attribute) {}

    /**
     * Where an expression stands.
     *
     * @param key of {@code count} or {@code for_each} around it
     * @param forEach what {@code for_each} goes over
     */
    record Where(PlanModule module, @Nullable String key, Optional<Node> forEach) {}

    Set<Leaf> leaves() {
        return leaves;
    }

    /** The modules of which a local value is referred to. */
    Set<PlanModule> openIn() {
        return openIn;
    }

    /** Whether it may be one of several things that are referred to, rather than all. */
    boolean isOneOfSeveral() {
        return oneOfSeveral;
    }

    /** Whether something that is known is referred to beside what is not. */
    boolean hasMore() {
        return more || !openIn.isEmpty();
    }

    /**
     * Follows the references of an expression.
     *
     * @param rest what is taken of its value
     */
    void follow(Node expression, Where where, List<Part> rest, int depth) {
        if (depth > DEEPEST || ++steps > MOST || !plan.step()) {
            oneOfSeveral = true;
            return;
        }
        Optional<Node> references = expression.asMapping().flatMap(m -> m.get("references"));
        boolean eks = KnownModules.isEks(where.module());
        List<List<Part>> all = longest(references).stream().map(Part::of).toList();
        if (eks && isSwitchedOff(all, where)) {
            return;
        }
        Set<Set<Leaf>> groups = new LinkedHashSet<>();
        boolean chosen = false;
        for (List<Part> parts : all) {
            if (eks && KnownModules.isOwnRule(where.key()) && isEach(parts)) {
                continue;
            }
            Set<Leaf> group = leavesOf(() -> follow(parts, where, rest, depth));
            chosen |= isEach(parts) && !group.isEmpty()
                    || !eks && parts.get(0).text().equals("var");
            more |= group.isEmpty() && written.isList(parts, where.module());
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        oneOfSeveral |= groups.size() > 1 && chosen;
        boolean takesFirst = eks && expected.contains("aws_subnet");
        groups.stream().limit(takesFirst ? 1 : groups.size()).forEach(leaves::addAll);
    }

    private Set<Leaf> leavesOf(Runnable step) {
        Set<Leaf> before = leaves;
        leaves = new LinkedHashSet<>();
        step.run();
        Set<Leaf> found = leaves;
        leaves = before;
        return found;
    }

    private static boolean isEach(List<Part> parts) {
        return parts.get(0).text().equals("each");
    }

    /** Whether the module gives nothing, since the item of its input does not ask for it. */
    private boolean isSwitchedOff(List<List<Part>> references, Where where) {
        Optional<String> switched = references.stream()
                .filter(KnownModules::isSwitch)
                .map(r -> r.get(2).text())
                .findFirst();
        if (switched.isEmpty()) {
            return false;
        }
        Optional<Node.Mapping> item = written.item(where);
        oneOfSeveral |= item.isEmpty();
        return item.isPresent()
                && item.get().text(switched.get()).filter("true"::equals).isEmpty();
    }

    /** The references without those that only repeat the beginning of another one. */
    static List<String> longest(Optional<Node> references) {
        List<String> kept = new ArrayList<>();
        for (Node item :
                references.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of())) {
            String reference = item.asScalar().map(Node.Scalar::text).orElse("");
            String last = kept.isEmpty() ? "" : kept.get(kept.size() - 1);
            boolean prefix = last.startsWith(reference + ".") || last.startsWith(reference + "[");
            if (!reference.isBlank() && !prefix) {
                kept.add(reference);
            }
        }
        return kept;
    }

    private void follow(List<Part> parts, Where where, List<Part> rest, int depth) {
        String head = parts.get(0).text();
        if (parts.size() < 2) {
            return;
        }
        switch (head) {
            case "var" -> variable(parts.get(1).text(), where.module(), joined(parts, 2, rest), depth);
            case "each" -> {
                if (parts.get(1).text().equals("value")) {
                    List<Part> of = new ArrayList<>();
                    Optional.ofNullable(where.key()).ifPresent(k -> of.add(new Part(k, true)));
                    of.addAll(joined(parts, 2, rest));
                    Set<PlanModule> open = new LinkedHashSet<>(openIn);
                    where.forEach()
                            .ifPresent(
                                    f -> follow(f, new Where(where.module(), null, Optional.empty()), of, depth + 1));
                    openIn.retainAll(open);
                }
            }
            case "module" -> output(parts, where, rest, depth);
            case "local" -> {
                List<String> known =
                        KnownModules.local(where.module(), parts.get(1).text());
                if (known.isEmpty()) {
                    openIn.add(where.module());
                }
                known.forEach(k -> follow(Part.of(k), where, rest, depth));
            }
            case "data" -> {
                if (parts.size() > 2) {
                    resource(Mode.DATA, parts.subList(1, parts.size()), where, rest, depth);
                }
            }
            case "count", "path", "terraform", "self" -> {}
            default -> resource(Mode.MANAGED, parts, where, rest, depth);
        }
    }

    private void variable(String name, PlanModule module, List<Part> rest, int depth) {
        PlanModule parent = module.parent();
        if (parent != null) {
            module.input(name)
                    .ifPresent(
                            input -> follow(input, new Where(parent, module.key(), module.forEach()), rest, depth + 1));
        }
    }

    private void output(List<Part> parts, Where where, List<Part> rest, int depth) {
        String name = parts.get(1).text();
        boolean indexed = parts.size() > 2 && parts.get(2).isIndex();
        @Nullable String key = indexed ? parts.get(2).text() : where.key();
        int at = indexed ? 3 : 2;
        List<PlanModule> children = plan.children(where.module(), name);
        List<PlanModule> chosen = children.stream()
                .filter(c -> children.size() == 1 || (key != null && key.equals(c.key())))
                .toList();
        for (PlanModule child : chosen.isEmpty() ? children : chosen) {
            List<Part> taken = joined(parts, at, rest);
            Optional<Node> output = taken.isEmpty()
                    ? Optional.empty()
                    : child.output(taken.get(0).text());
            if (output.isPresent()) {
                Where inside = new Where(child, null, Optional.empty());
                follow(output.get(), inside, taken.subList(1, taken.size()), depth + 1);
            } else {
                openIn.add(child);
            }
        }
    }

    private void resource(Mode mode, List<Part> parts, Where where, List<Part> rest, int depth) {
        if (parts.size() < 2) {
            return;
        }
        List<Instance> all = plan.named(
                where.module().address(),
                mode,
                parts.get(0).text(),
                parts.get(1).text());
        // of an expression that is put together, what is taken of it is no part of its references
        for (int length = rest.size(); length >= 0; length--) {
            if (taken(all, joined(parts, 2, rest.subList(0, length)), depth)) {
                return;
            }
        }
    }

    /** Follows an attribute of some of the instances; false when they have no such attribute. */
    private boolean taken(List<Instance> all, List<Part> parts, int depth) {
        List<Part> names = parts;
        List<Instance> chosen = all;
        if (!parts.isEmpty() && parts.get(0).isIndex()) {
            String key = parts.get(0).text();
            names = parts.subList(1, parts.size());
            chosen = all.stream().filter(i -> key.equals(i.key())).toList();
            if (chosen.isEmpty() && key.matches("\\d{1,6}") && Integer.parseInt(key) < all.size()) {
                chosen = List.of(all.get(Integer.parseInt(key)));
            }
        }
        String attribute = names.stream()
                .filter(p -> !p.isIndex() || !p.text().matches("\\d{1,6}"))
                .map(Part::text)
                .reduce((a, b) -> a + "." + b)
                .orElse(usual);
        chosen.forEach(instance -> leaf(instance, attribute, depth));
        String first = attribute.split("\\.", 2)[0];
        return chosen.stream()
                .anyMatch(i -> i.isUnknown(attribute) || i.values().get(first).isPresent());
    }

    private void leaf(Instance instance, String attribute, int depth) {
        if (!instance.isUnknown(attribute)) {
            return;
        }
        Optional<Node> expression = Expressions.of(plan, instance, List.of(attribute.split("\\.")));
        if (expression.isPresent()) {
            follow(expression.get(), Expressions.where(plan, instance), List.of(), depth + 1);
        } else if (expected.isEmpty() || instance.mode() == Mode.DATA || expected.contains(instance.type())) {
            leaves.add(new Leaf(instance, attribute));
        }
    }

    private static List<Part> joined(List<Part> parts, int from, List<Part> rest) {
        List<Part> joined = new ArrayList<>(parts.subList(Math.min(from, parts.size()), parts.size()));
        joined.addAll(rest);
        return joined;
    }
}
