package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.terraform.plan.Trace.Leaf;
import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.reader.terraform.resource.TfTargets;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What stands for a value that is known only after the apply: the attributes of resources that it comes from. */
record Unknowns(Plan plan) {

    /**
     * The value of an attribute.
     *
     * @param path names, and the indexes of blocks and items
     */
    Datum of(Instance instance, List<String> path, Place place) {
        List<String> names = path.stream().filter(p -> !p.matches("\\d{1,6}")).toList();
        Optional<Node> expression = Expressions.of(plan, instance, path);
        boolean dynamic =
                expression.isEmpty() && path.size() > 1 && !Expressions.isWritten(plan, instance, path.get(0));
        Set<String> expected = Expected.types(names);
        if (expression.isEmpty() && (!dynamic || expected.isEmpty() || !instance.isNew())) {
            return computed(instance, names, place);
        }
        Trace trace = new Trace(plan, expected, Expected.attribute(names));
        expression.ifPresent(e -> trace.follow(e, Expressions.where(plan, instance), List.of(), 0));
        List<Leaf> leaves = oneOfEach(trace.leaves(), expected, Expected.attribute(names));
        if (leaves.isEmpty() && !expected.isEmpty()) {
            Set<PlanModule> open = new LinkedHashSet<>(trace.openIn());
            if (dynamic) {
                open.add(plan.module(instance.module()));
            }
            leaves = onlyOne(open, expected, Expected.attribute(names));
        }
        if (leaves.isEmpty()) {
            return unknown("it is known only after the apply", place);
        }
        boolean isItem = path.get(path.size() - 1).matches("\\d{1,6}");
        return Expected.isList(names) && !isItem
                ? list(trace, leaves, place)
                : text(instance, path, leaves, expected, place);
    }

    /** What the provider sets itself is not written; of a data source that is read with the apply, it is what is asked for. */
    private static Datum computed(Instance instance, List<String> names, Place place) {
        if (instance.mode() == Mode.MANAGED) {
            return new Datum.Nothing(List.of(place));
        }
        Gap gap = TfTargets.gap(instance.type(), instance.address(), String.join(".", names));
        return names.get(names.size() - 1).endsWith("s")
                ? new Datum.OpenList(gap, true, List.of(place))
                : Datum.Text.gap(gap, List.of(place));
    }

    /** Of several attributes of one resource that is meant the usual one. */
    private static List<Leaf> oneOfEach(Set<Leaf> leaves, Set<String> expected, String usual) {
        if (expected.isEmpty()) {
            return List.copyOf(leaves);
        }
        Map<String, Leaf> byInstance = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            byInstance.merge(
                    leaf.instance().address(), leaf, (a, b) -> b.attribute().equals(usual) ? b : a);
        }
        return List.copyOf(byInstance.values());
    }

    /**
     * Where a local value stands between: the only resource that can be meant. That is one of the module or of those it calls, or one
     * that is given to the module.
     */
    private List<Leaf> onlyOne(Set<PlanModule> modules, Set<String> expected, String attribute) {
        Set<Instance> found = new LinkedHashSet<>();
        for (PlanModule module : modules) {
            plan.instances().stream()
                    .filter(i -> i.mode() == Mode.MANAGED && expected.contains(i.type()))
                    .filter(i -> module.holds(i.module()) && i.isUnknown(attribute))
                    .forEach(found::add);
            PlanModule caller = module.parent();
            if (caller != null) {
                Trace given = new Trace(plan, expected, attribute);
                Trace.Where where = new Trace.Where(caller, module.key(), module.forEach());
                module.inputs().forEach(e -> given.follow(e, where, List.of(), 0));
                given.leaves().forEach(l -> found.add(l.instance()));
            }
        }
        return found.size() == 1 ? List.of(new Leaf(found.iterator().next(), attribute)) : List.of();
    }

    private static Datum list(Trace trace, List<Leaf> leaves, Place place) {
        if (trace.isOneOfSeveral()) {
            return unknown("which of several lists it is, a plan does not say", place);
        }
        List<Datum> items = new ArrayList<>();
        leaves.forEach(l -> items.add(gap(l, place)));
        if (trace.hasMore()) {
            items.add(new Datum.OpenList(
                    Gap.because("more is written beside what is known only after the apply"), false, List.of(place)));
        }
        return new Datum.Items(items, Provenance.EXPLICIT, List.of(place));
    }

    private Datum text(Instance instance, List<String> path, List<Leaf> leaves, Set<String> expected, Place place) {
        if (leaves.size() == 1) {
            return gap(leaves.get(0), place);
        }
        String last = path.get(path.size() - 1);
        if (last.matches("\\d{1,6}")
                && leaves.stream().map(l -> l.instance().name()).distinct().count() == 1) {
            int index = Integer.parseInt(last);
            if (index < leaves.size()) {
                return gap(leaves.get(index), place);
            }
        }
        List<Leaf> sameKey = leaves.stream()
                .filter(l ->
                        instance.key() != null && Objects.equals(l.instance().key(), instance.key()))
                .toList();
        if (sameKey.size() == 1) {
            return gap(sameKey.get(0), place);
        }
        if (expected.isEmpty()) {
            List<Datum.Piece> pieces = new ArrayList<>();
            leaves.stream()
                    .limit(16)
                    .forEach(l -> pieces.add(new Datum.Piece(
                            "", TfTargets.gap(l.instance().type(), l.instance().address(), l.attribute()))));
            return new Datum.Text(pieces, Provenance.EXPLICIT, List.of(place), null);
        }
        return unknown("which of several resources it names, a plan does not say", place);
    }

    private static Datum gap(Leaf leaf, Place place) {
        return TfTargets.knownAfterApply(
                leaf.instance().type(), leaf.instance().address(), leaf.attribute(), List.of(place));
    }

    private static Datum unknown(String why, Place place) {
        return Datum.unknown(why, place);
    }
}
