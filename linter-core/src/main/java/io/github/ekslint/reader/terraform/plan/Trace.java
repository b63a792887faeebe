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
    private final String usual;
    private final Set<Leaf> leaves = new LinkedHashSet<>();
    private final Set<PlanModule> openIn = new LinkedHashSet<>();
    private boolean oneOfSeveral;
    private boolean more;
    private int steps;

    /**
     * @param usual the attribute that is meant where a reference names a whole resource
     */
    Trace(Plan plan, String usual) {
        this.plan = plan;
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
        int yielding = 0;
        boolean chosen = false;
        List<List<Part>> all = longest(references).stream().map(Part::of).toList();
        if (KnownModules.isEks(where.module()) && isSwitchedOff(all, where)) {
            return;
        }
        for (List<Part> parts : all) {
            int before = leaves.size();
            follow(parts, where, rest, depth);
            boolean yields = leaves.size() > before;
            yielding += yields ? 1 : 0;
            chosen |= parts.get(0).text().equals("var") || parts.get(0).text().equals("each");
            more |= !yields && !isEmpty(parts, where);
        }
        oneOfSeveral |= yielding > 1 && chosen;
    }

    /** Whether the module gives nothing, since the item of its input does not ask for it. */
    private boolean isSwitchedOff(List<List<Part>> references, Where where) {
        Optional<List<Part>> switched =
                references.stream().filter(KnownModules::isSwitch).findFirst();
        if (switched.isEmpty()) {
            return false;
        }
        Optional<Node.Mapping> item = where.forEach().flatMap(f -> item(f, where));
        oneOfSeveral |= item.isEmpty();
        return item.isPresent()
                && item.get()
                        .text(switched.get().get(2).text())
                        .filter("true"::equals)
                        .isEmpty();
    }

    /** What {@code each.value} is, when the input that {@code for_each} goes over is written. */
    private Optional<Node.Mapping> item(Node forEach, Where where) {
        return longest(forEach.asMapping().flatMap(m -> m.get("references"))).stream()
                .map(Part::of)
                .filter(p -> p.size() == 2 && p.get(0).text().equals("var"))
                .flatMap(p -> written(p.get(1).text(), where.module()).stream())
                .flatMap(v -> v.asMapping().stream())
                .flatMap(v -> Optional.ofNullable(where.key()).flatMap(v::get).stream())
                .flatMap(v -> v.asMapping().stream())
                .findFirst();
    }

    /** The value of a variable, when it is written as it is. */
    private Optional<Node> written(String variable, PlanModule module) {
        return module.parent() == null
                ? plan.variable(variable)
                : module.input(variable).flatMap(Node::asMapping).flatMap(m -> m.get("constant_value"));
    }

    /** The references without those that only repeat the beginning of another one. */
    private static List<String> longest(Optional<Node> references) {
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
            Optional<Node> output =
                    parts.size() > at ? child.output(parts.get(at).text()) : Optional.empty();
            if (output.isPresent()) {
                follow(output.get(), new Where(child, null, Optional.empty()), joined(parts, at + 1, rest), depth + 1);
            } else {
                openIn.add(child);
            }
        }
    }

    private void resource(Mode mode, List<Part> parts, Where where, List<Part> rest, int depth) {
        if (parts.size() < 2) {
            return;
        }
        List<Part> taken = joined(parts, 2, rest);
        List<Instance> all = plan.named(
                where.module().address(),
                mode,
                parts.get(0).text(),
                parts.get(1).text());
        List<Instance> chosen = all;
        if (!taken.isEmpty() && taken.get(0).isIndex()) {
            String key = taken.get(0).text();
            taken = taken.subList(1, taken.size());
            chosen = all.stream().filter(i -> key.equals(i.key())).toList();
            if (chosen.isEmpty() && key.matches("\\d{1,6}") && Integer.parseInt(key) < all.size()) {
                chosen = List.of(all.get(Integer.parseInt(key)));
            }
        }
        String attribute = taken.stream()
                .filter(p -> !p.isIndex() || !p.text().matches("\\d{1,6}"))
                .map(Part::text)
                .reduce((a, b) -> a + "." + b)
                .orElse(usual);
        for (Instance instance : chosen) {
            leaf(instance, attribute, depth);
        }
    }

    private void leaf(Instance instance, String attribute, int depth) {
        if (!instance.isUnknown(attribute)) {
            return;
        }
        Optional<Node> expression = Expressions.of(plan, instance, List.of(attribute.split("\\.")));
        if (expression.isPresent()) {
            follow(expression.get(), Expressions.where(plan, instance), List.of(), depth + 1);
        } else {
            leaves.add(new Leaf(instance, attribute));
        }
    }

    /** Whether what is known cannot add anything to a list: a switch, a key, or nothing. */
    private boolean isEmpty(List<Part> parts, Where where) {
        if (!parts.get(0).text().equals("var") || parts.size() != 2) {
            return true;
        }
        return written(parts.get(1).text(), where.module())
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElse(List.of())
                .isEmpty();
    }

    private static List<Part> joined(List<Part> parts, int from, List<Part> rest) {
        List<Part> joined = new ArrayList<>(parts.subList(Math.min(from, parts.size()), parts.size()));
        joined.addAll(rest);
        return joined;
    }
}
