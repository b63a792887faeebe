package io.github.ekslint.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one deployment makes, with the evidence that belongs to it. Estates never share facts.
 *
 * @param id names the estate in reports: the path of its main spec, with more where one file holds several
 * @param tool who would deploy it
 * @param facts the resources, desired and observed merged; at most one for one resource
 * @param observed the observed state of resources that are also described by a spec, by the key of the merged fact
 * @param cases the same estate in each case of the open inputs that tell most; none when it depends on no such input
 */
public record Estate(String id, Tool tool, List<Fact> facts, Map<String, Fact> observed, List<Case> cases) {

    /**
     * An estate as it is when open inputs have these values.
     *
     * @param inputs the value of each input
     */
    public record Case(Map<Input, String> inputs, Estate estate) {
        /** Keeps its own copy, sorted. */
        public Case {
            inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
        }
    }

    /** Who would deploy an estate, which decides what an attribute that is not written does to a running cluster. */
    public enum Tool {
        EKSCTL(false),
        CLOUDFORMATION(true),
        TERRAFORM(true),
        /** Recorded answers only: nothing will be deployed. */
        RECORDED(false);

        private final boolean resetsDefaults;

        Tool(boolean resetsDefaults) {
            this.resetsDefaults = resetsDefaults;
        }

        /** Whether an apply sets an attribute that is not written back to its default. */
        public boolean resetsDefaults() {
            return resetsDefaults;
        }
    }

    /** Keeps its own copies, in order. */
    public Estate {
        facts = IndexedFacts.of(facts);
        observed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(observed));
        cases = List.copyOf(cases);
    }

    /** An estate that depends on no open input. */
    public Estate(String id, Tool tool, List<Fact> facts, Map<String, Fact> observed) {
        this(id, tool, facts, observed, List.of());
    }

    /** The same with further facts. */
    public Estate plus(List<? extends Fact> more) {
        return more.isEmpty()
                ? this
                : new Estate(
                        id,
                        tool,
                        Stream.concat(facts.stream(), more.stream()).toList(),
                        observed,
                        cases.stream()
                                .map(c -> new Case(c.inputs(), c.estate().plus(more)))
                                .toList());
    }

    /** The resources of one type. */
    public <F extends Fact> List<F> all(Class<F> type) {
        return indexed().all(type);
    }

    /** The resource of that key; empty when there is none of that type. */
    public <F extends Fact> Optional<F> byKey(Class<F> type, @Nullable String key) {
        return indexed().byKey(type, key);
    }

    /** The resource a reference points at, by key, else by id; empty when it is not in this estate. */
    public <F extends Fact> Optional<F> find(Class<F> type, Ref ref) {
        return ref.key() != null
                ? byKey(type, ref.key())
                : ref.id().known().flatMap(id -> indexed().byId(type, id));
    }

    private IndexedFacts indexed() {
        return (IndexedFacts) facts;
    }
}
