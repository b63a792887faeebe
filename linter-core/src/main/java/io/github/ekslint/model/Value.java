package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An attribute's value with its provenance. Nothing a rule can look at is a bare value: half of what a spec says is not
 * known when it is linted.
 */
public sealed interface Value<T> {

    /** Where it is written: the use first, then variable, default, input …. Of a value not written: the enclosing block. */
    List<Place> places();

    /**
     * A value that is known.
     *
     * @param origin who sets it, when it is not written in the spec ("AWS", "eksctl", "recorded 2026-11-20"); else empty
     */
    record Known<T>(T value, Provenance provenance, String origin, List<Place> places) implements Value<T> {
        /** Keeps its own copy of the places. */
        public Known {
            places = List.copyOf(places);
        }
    }

    /**
     * Known not to be there: not written, and nothing fills it in.
     *
     * @param provenance EXPLICIT when the spec leaves it out, OBSERVED when a recording does
     */
    record Absent<T>(Provenance provenance, List<Place> places) implements Value<T> {
        /** Keeps its own copy of the places. */
        public Absent {
            places = List.copyOf(places);
        }
    }

    /**
     * Written, or set somewhere, but its value cannot be known here.
     *
     * @param why the reason, as the end of "not known: …"
     * @param settledBy what would settle it; empty only when nothing could
     * @param likely the value it most probably has, shown but never judged; null when there is none
     * @param symbol its identity, when two such values can be compared; null when they cannot
     */
    record Unresolved<T>(
            String why, List<Place> places, List<Settlement> settledBy, @Nullable T likely, @Nullable Symbol symbol)
            implements Value<T> {
        /** Keeps its own copies. */
        public Unresolved {
            places = List.copyOf(places);
            settledBy = List.copyOf(settledBy);
        }
    }

    /**
     * One of several, depending on an open input with few values.
     *
     * @param choose the value for each value of the input
     */
    record Choice<T>(Input input, Function<String, Value<T>> choose, List<Place> places) implements Value<T> {
        /** Keeps its own copy of the places. */
        public Choice {
            places = List.copyOf(places);
        }
    }

    /** A value written in the spec. */
    static <T> Value<T> explicit(T value, Place... places) {
        return new Known<>(value, Provenance.EXPLICIT, "", List.of(places));
    }

    /** A value not written that AWS or a tool fills in. */
    static <T> Value<T> byDefault(T value, String origin, Place... places) {
        return new Known<>(value, Provenance.DEFAULT, origin, List.of(places));
    }

    /** A value recorded from AWS or the cluster. */
    static <T> Value<T> observed(T value, String origin, Place... places) {
        return new Known<>(value, Provenance.OBSERVED, origin, List.of(places));
    }

    /** Known not to be there, the spec leaves it out. */
    static <T> Value<T> absent(Place... places) {
        return new Absent<>(Provenance.EXPLICIT, List.of(places));
    }

    /** A value that cannot be known here. */
    static <T> Value<T> unresolved(String why, List<Place> places, Settlement... settledBy) {
        return new Unresolved<>(why, places, List.of(settledBy), null, null);
    }

    /** The value when it is known; empty when it is absent or cannot be known. */
    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** Whether nothing can be said about the value; a choice counts as known in its cases. */
    default boolean isUnresolved() {
        return this instanceof Unresolved<T>;
    }

    /** The same value in another type; provenance and places stay. */
    default <R> Value<R> map(Function<? super T, ? extends R> function) {
        return flatMap(value -> withValue(function.apply(value)));
    }

    /** A value that follows from this one when it is known; else this one's reason. */
    default <R> Value<R> flatMap(Function<? super T, Value<R>> function) {
        if (this instanceof Known<T> known) {
            return function.apply(known.value());
        }
        if (this instanceof Absent<T> absent) {
            return new Absent<>(absent.provenance(), absent.places());
        }
        if (this instanceof Unresolved<T> open) {
            return new Unresolved<>(open.why(), open.places(), open.settledBy(), null, open.symbol());
        }
        Choice<T> choice = (Choice<T>) this;
        return new Choice<>(choice.input(), v -> choice.choose().apply(v).flatMap(function), choice.places());
    }

    /** Another value of the same provenance and place as this known one; explicit when this one is not known. */
    private <R> Value<R> withValue(R value) {
        return this instanceof Known<T> known
                ? new Known<>(value, known.provenance(), known.origin(), known.places())
                : new Known<>(value, Provenance.EXPLICIT, "", places());
    }

    /**
     * Whether the value is there and satisfies the predicate. What is absent does not.
     *
     * @param label what the value is, for the grounds
     */
    default Truth is(String label, Predicate<? super T> predicate) {
        if (this instanceof Known<T> known) {
            return Truth.of(predicate.test(known.value()), ground(label));
        }
        if (this instanceof Choice<T> choice) {
            return Truth.depending(choice.input(), v -> choice.choose().apply(v).is(label, predicate));
        }
        return Truth.of(this instanceof Absent<T> ? Logic.FALSE : Logic.UNKNOWN, List.of(ground(label)));
    }

    /** Whether the value is there at all, by whomever it is set. */
    default Truth isPresent(String label) {
        return is(label, value -> true);
    }

    /** Whether the value is written in the spec rather than filled in. */
    default boolean isExplicit() {
        return this instanceof Known<T> known && known.provenance() == Provenance.EXPLICIT;
    }

    /** Whether a boolean value is true. What is absent is not. */
    static Truth isTrue(String label, Value<Boolean> value) {
        return value.is(label, b -> b);
    }

    /** Whether two values are the same. Three-valued: values that are not known may still have comparable symbols. */
    static <T> Truth same(String label, Value<T> left, Value<T> right) {
        if (left instanceof Unresolved<T> l
                && right instanceof Unresolved<T> r
                && l.symbol() != null
                && r.symbol() != null) {
            if (l.symbol().equals(r.symbol())) {
                return Truth.of(true, left.ground(label), right.ground(label));
            }
            if (l.symbol().list().equals(r.symbol().list())) {
                return Truth.of(false, left.ground(label), right.ground(label));
            }
        }
        if (left instanceof Choice<T> choice) {
            return Truth.depending(
                    choice.input(), v -> same(label, choice.choose().apply(v), right));
        }
        if (right instanceof Choice<T> choice) {
            return Truth.depending(
                    choice.input(), v -> same(label, left, choice.choose().apply(v)));
        }
        return left.isUnresolved() || right.isUnresolved()
                ? Truth.of(
                        Logic.UNKNOWN,
                        java.util.stream.Stream.of(left.ground(label), right.ground(label))
                                .filter(Ground::unresolved)
                                .toList())
                : Truth.of(left.known().equals(right.known()), left.ground(label), right.ground(label));
    }

    /** This value as a ground. */
    default Ground ground(String label) {
        if (this instanceof Known<T> known) {
            String state =
                    switch (known.provenance()) {
                        case EXPLICIT -> "written";
                        case DEFAULT -> "default";
                        case ASSUMED -> "assumed";
                        case OBSERVED -> "observed";
                    };
            return new Ground(label, shown(), state, places(), List.of());
        }
        if (this instanceof Unresolved<T> open) {
            return new Ground(label, open.why(), Ground.UNRESOLVED, places(), open.settledBy());
        }
        return new Ground(label, shown(), this instanceof Absent<T> ? "absent" : "depends", places(), List.of());
    }

    /** The value as a message shows it, with its origin when it is not written in the spec. */
    default String shown() {
        if (this instanceof Known<T> known) {
            String text = String.valueOf(known.value());
            return switch (known.provenance()) {
                case EXPLICIT, OBSERVED -> text;
                case DEFAULT ->
                    text + (known.origin().isEmpty() ? " (default)" : " (default of " + known.origin() + ")");
                case ASSUMED -> text + " (a parameter's default)";
            };
        }
        if (this instanceof Unresolved<T> open) {
            return open.likely() == null ? "not known" : "not known, probably " + open.likely();
        }
        if (this instanceof Choice<T> choice) {
            return "depends on " + choice.input().name();
        }
        return "not set";
    }
}
