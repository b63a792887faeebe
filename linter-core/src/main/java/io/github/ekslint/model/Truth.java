package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A three-valued truth that remembers its grounds: the values that were looked at and that carry the result.
 *
 * <p>Where a truth depends on open inputs with few values, every combination is tried: a truth that comes out the same in
 * all of them is decided although Kleene's logic alone could not tell.
 */
public final class Truth {

    /** More combinations of open inputs than this are not tried. */
    private static final int MAX_CASES = 256;

    private static final Truth TRUE = new Truth(Logic.TRUE, List.of(), new TreeSet<>(), a -> Logic.TRUE);
    private static final Truth FALSE = new Truth(Logic.FALSE, List.of(), new TreeSet<>(), a -> Logic.FALSE);

    private final Logic logic;
    private final List<Ground> grounds;
    private final SortedSet<Input> inputs;
    private final Function<Map<Input, String>, Logic> under;

    private Truth(
            Logic logic, List<Ground> grounds, SortedSet<Input> inputs, Function<Map<Input, String>, Logic> under) {
        this.logic = logic;
        this.grounds = List.copyOf(grounds);
        this.inputs = inputs;
        this.under = under;
    }

    /** Holds, without grounds. */
    public static Truth yes() {
        return TRUE;
    }

    /** Does not hold, without grounds. */
    public static Truth no() {
        return FALSE;
    }

    /** A two-valued truth. */
    public static Truth of(boolean known, Ground... grounds) {
        return of(Logic.of(known), Arrays.asList(grounds));
    }

    /** A truth with its grounds. */
    public static Truth of(Logic logic, List<Ground> grounds) {
        return new Truth(logic, grounds, new TreeSet<>(), a -> logic);
    }

    /** Cannot be told, for that reason. */
    public static Truth unknown(String label, String why, List<Place> places, Settlement... settledBy) {
        return of(Logic.UNKNOWN, List.of(new Ground(label, why, Ground.UNRESOLVED, places, Arrays.asList(settledBy))));
    }

    /** A truth that differs with the value of one open input. */
    public static Truth depending(Input input, Function<String, Truth> on) {
        Map<String, Truth> cases = new LinkedHashMap<>();
        input.values().forEach(v -> cases.put(v, on.apply(v)));
        SortedSet<Input> inputs = new TreeSet<>(Set.of(input));
        cases.values().forEach(t -> inputs.addAll(t.inputs));
        List<Ground> grounds = union(cases.values());
        return decided(grounds, inputs, a -> {
            String value = a.get(input);
            Truth chosen = value == null ? null : cases.get(value);
            return chosen == null ? Logic.UNKNOWN : chosen.under.apply(a);
        });
    }

    /** Holds when all do; with no operand it holds. */
    public static Truth all(Collection<Truth> operands) {
        if (operands.size() == 1) {
            return operands.iterator().next();
        }
        Logic kleene = Logic.TRUE;
        SortedSet<Input> inputs = new TreeSet<>();
        for (Truth operand : operands) {
            kleene = kleene.and(operand.logic);
            inputs.addAll(operand.inputs);
        }
        List<Truth> copy = List.copyOf(operands);
        Truth result = kleene != Logic.UNKNOWN || inputs.isEmpty()
                ? of(kleene, List.of())
                : decided(List.of(), inputs, a -> {
                    Logic sum = Logic.TRUE;
                    for (Truth operand : copy) {
                        sum = sum.and(operand.under.apply(a));
                    }
                    return sum;
                });
        return result.withGrounds(carrying(copy, result.logic));
    }

    /** Holds when one does; with no operand it does not hold. */
    public static Truth any(Collection<Truth> operands) {
        return all(operands.stream().map(Truth::not).toList()).not();
    }

    /** Both hold. */
    public Truth and(Truth other) {
        return all(List.of(this, other));
    }

    /** One or both hold. */
    public Truth or(Truth other) {
        return any(List.of(this, other));
    }

    /** Does not hold. The grounds stay the same. */
    public Truth not() {
        Function<Map<Input, String>, Logic> inner = under;
        return new Truth(logic.not(), grounds, inputs, a -> inner.apply(a).not());
    }

    /** The same truth on other grounds. */
    public Truth withGrounds(List<Ground> others) {
        return new Truth(logic, others, inputs, under);
    }

    /** The same truth with one more ground. */
    public Truth because(Ground ground) {
        List<Ground> more = new ArrayList<>(grounds);
        more.add(ground);
        return withGrounds(more);
    }

    /** The three-valued result. */
    public Logic logic() {
        return logic;
    }

    /** The open inputs that it depends on; none when it is known. */
    public SortedSet<Input> inputs() {
        return java.util.Collections.unmodifiableSortedSet(inputs);
    }

    /** Whether it surely holds. The opposite is not {@link #isFalse}. */
    public boolean isTrue() {
        return logic == Logic.TRUE;
    }

    /** Whether it surely does not hold. The opposite is not {@link #isTrue}. */
    public boolean isFalse() {
        return logic == Logic.FALSE;
    }

    /** Whether it cannot be told. */
    public boolean isUnknown() {
        return logic == Logic.UNKNOWN;
    }

    /** The values that carry the result, in the order they were looked at, each once. */
    public List<Ground> grounds() {
        return grounds;
    }

    /** What would settle an unknown truth: sorted, each once; empty when it is known. */
    public List<Settlement> settledBy() {
        return isUnknown()
                ? grounds.stream()
                        .flatMap(g -> g.settledBy().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /**
     * The combinations of open inputs under which the truth has that result, such as {@code IsProd is true}. Empty when it
     * does not depend on open inputs, or has that result in no combination.
     */
    public List<String> when(Logic result) {
        if (inputs.isEmpty() || combinations(inputs) > MAX_CASES) {
            return List.of();
        }
        return assignments(inputs).stream()
                .filter(a -> under.apply(a) == result)
                .map(a -> a.entrySet().stream()
                        .map(e -> e.getKey().name() + " is " + e.getValue())
                        .collect(Collectors.joining(" and ")))
                .toList();
    }

    @Override
    public String toString() {
        return logic + " " + grounds;
    }

    private static Truth decided(
            List<Ground> grounds, SortedSet<Input> inputs, Function<Map<Input, String>, Logic> under) {
        if (combinations(inputs) > MAX_CASES) {
            return new Truth(Logic.UNKNOWN, grounds, inputs, under);
        }
        Set<Logic> results = assignments(inputs).stream().map(under).collect(Collectors.toSet());
        if (results.size() == 1 && !results.contains(Logic.UNKNOWN)) {
            return of(results.iterator().next(), grounds);
        }
        return new Truth(Logic.UNKNOWN, grounds, inputs, under);
    }

    private static List<Ground> carrying(Collection<Truth> operands, Logic result) {
        List<Truth> same = operands.stream().filter(t -> t.logic == result).toList();
        return union(same.isEmpty() ? operands : same);
    }

    private static List<Ground> union(Collection<Truth> operands) {
        Set<Ground> grounds = new LinkedHashSet<>();
        operands.forEach(t -> grounds.addAll(t.grounds));
        return List.copyOf(grounds);
    }

    private static long combinations(Collection<Input> inputs) {
        long product = 1;
        for (Input input : inputs) {
            product = Math.min(product * input.values().size(), Integer.MAX_VALUE);
        }
        return product;
    }

    private static List<Map<Input, String>> assignments(Collection<Input> inputs) {
        List<Map<Input, String>> all = new ArrayList<>();
        all.add(new TreeMap<>());
        for (Input input : inputs) {
            List<Map<Input, String>> next = new ArrayList<>();
            for (Map<Input, String> assignment : all) {
                for (String value : input.values()) {
                    Map<Input, String> longer = new TreeMap<>(assignment);
                    longer.put(input, value);
                    next.add(longer);
                }
            }
            all = next;
        }
        return all;
    }
}
