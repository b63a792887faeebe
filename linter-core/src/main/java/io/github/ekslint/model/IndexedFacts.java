package io.github.ekslint.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Facts that are found by their type and key, and by type and id, without going through all of them. Never changes. */
final class IndexedFacts extends AbstractList<Fact> implements RandomAccess {

    private record OfType(List<Fact> all, Map<String, Fact> byKey, Map<String, Fact> byId) {
        OfType() {
            this(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        }

        void add(Fact fact) {
            all.add(fact);
            byKey.putIfAbsent(fact.key(), fact);
            fact.id().known().ifPresent(id -> byId.putIfAbsent(id, fact));
        }
    }

    private static final OfType NONE = new OfType();

    private final List<Fact> facts;
    private final Map<Class<?>, OfType> byType = new HashMap<>();

    private IndexedFacts(Collection<? extends Fact> facts) {
        this.facts = List.copyOf(facts);
        this.facts.forEach(
                f -> byType.computeIfAbsent(f.getClass(), t -> new OfType()).add(f));
    }

    /** The same facts, in order. */
    static List<Fact> of(List<Fact> facts) {
        return facts instanceof IndexedFacts ? facts : new IndexedFacts(facts);
    }

    /** Those of one type, which is that of a record. */
    @SuppressWarnings("unchecked") // all facts under a type are of that type
    <F extends Fact> List<F> all(Class<F> type) {
        return (List<F>) Collections.unmodifiableList(ofType(type).all());
    }

    <F extends Fact> Optional<F> byKey(Class<F> type, @Nullable String key) {
        return Optional.ofNullable(type.cast(ofType(type).byKey().get(key)));
    }

    <F extends Fact> Optional<F> byId(Class<F> type, String id) {
        return Optional.ofNullable(type.cast(ofType(type).byId().get(id)));
    }

    private OfType ofType(Class<?> type) {
        return byType.getOrDefault(type, NONE);
    }

    @Override
    public Fact get(int index) {
        return facts.get(index);
    }

    @Override
    public int size() {
        return facts.size();
    }
}
