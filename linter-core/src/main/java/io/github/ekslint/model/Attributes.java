package io.github.ekslint.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an input says about one resource: values and lists by attribute. What it does not say is not in here. */
public final class Attributes {

    /** Nothing is said. */
    public static final Attributes NONE = new Attributes(Map.of());

    private final Map<Attribute<?>, Object> values;

    private Attributes(Map<Attribute<?>, Object> values) {
        this.values = values;
    }

    /** The value or list; null when the input does not say. */
    @SuppressWarnings("unchecked") // the builder only takes matching pairs
    public <T> @Nullable T find(Attribute<T> attribute) {
        return (T) values.get(attribute);
    }

    /** The attributes that are said something about. */
    public Set<Attribute<?>> said() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * These attributes over others: what is written here stands; where nothing is said or known here, the other speaks.
     *
     * @param defaultsStand whether a default here stands over what the other one knows: it does where an apply would reset
     *     the attribute (CloudFormation, Terraform), it does not where the tool leaves things as they are (eksctl)
     */
    public Attributes over(Attributes other, boolean defaultsStand) {
        Map<Attribute<?>, Object> merged = new LinkedHashMap<>(other.values);
        values.forEach((attribute, mine) ->
                merged.merge(attribute, mine, (theirs, ours) -> stands(ours, theirs, defaultsStand) ? ours : theirs));
        return new Attributes(merged);
    }

    private static boolean stands(Object mine, Object theirs, boolean defaultsStand) {
        if (mine instanceof Value<?> value && theirs instanceof Value<?> other) {
            if (value instanceof Value.Known<?> known && known.provenance() != Provenance.DEFAULT) {
                return known.provenance() != Provenance.ASSUMED || other.isUnresolved();
            }
            return other.isUnresolved() ? !value.isUnresolved() : !value.isUnresolved() && defaultsStand;
        }
        if (mine instanceof Listing<?> list && theirs instanceof Listing<?> other) {
            if (list.isExplicit() && !list.items().isEmpty()) {
                return true;
            }
            return other.isUnresolved() ? !list.isUnresolved() : !list.isUnresolved() && defaultsStand;
        }
        return true;
    }

    /** What was read, without what was filled in or found to be missing: of a resource that was looked up in part. */
    public Attributes withoutDefaults() {
        Map<Attribute<?>, Object> read = new LinkedHashMap<>(values);
        read.values().removeIf(Attributes::isFilledIn);
        return new Attributes(read);
    }

    private static boolean isFilledIn(Object said) {
        if (said instanceof Listing<?> listing) {
            return listing.items().isEmpty() && !listing.isExplicit();
        }
        return said instanceof Value.Absent<?>
                || (said instanceof Value.Known<?> known && known.provenance() == Provenance.DEFAULT);
    }

    /** Starts collecting. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects attributes. */
    public static final class Builder {
        private final Map<Attribute<?>, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /** Says what an attribute is; saying it twice keeps the last. */
        public <T> Builder set(Attribute<T> attribute, T value) {
            values.put(attribute, value);
            return this;
        }

        /** Everything said so far. */
        public Attributes build() {
            return new Attributes(new LinkedHashMap<>(values));
        }
    }
}
