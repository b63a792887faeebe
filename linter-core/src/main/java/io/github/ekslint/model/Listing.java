package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items may be known in part.
 *
 * @param items those that are known to be there; an item may itself be unresolved
 * @param rest why there may be more items than these; null when the list is complete
 * @param provenance how the list is known; null when nothing of it is
 * @param origin who sets it, when it is not written; else empty
 * @param places where the list is written, or the enclosing block
 */
public record Listing<T>(
        List<T> items,
        Value.@Nullable Unresolved<?> rest,
        @Nullable Provenance provenance,
        String origin,
        List<Place> places) {

    /** Keeps its own copies. */
    public Listing {
        items = List.copyOf(items);
        places = List.copyOf(places);
    }

    /** A complete list written in the spec. */
    public static <T> Listing<T> explicit(Collection<? extends T> items, Place... places) {
        return new Listing<>(List.copyOf(items), null, Provenance.EXPLICIT, "", List.of(places));
    }

    /** A complete list that AWS or a tool fills in. */
    public static <T> Listing<T> byDefault(Collection<? extends T> items, String origin, Place... places) {
        return new Listing<>(List.copyOf(items), null, Provenance.DEFAULT, origin, List.of(places));
    }

    /** A complete recorded list. */
    public static <T> Listing<T> observed(Collection<? extends T> items, String origin, Place... places) {
        return new Listing<>(List.copyOf(items), null, Provenance.OBSERVED, origin, List.of(places));
    }

    /** A list that is not written, and that nothing fills in. */
    public static <T> Listing<T> absent(Place... places) {
        return new Listing<>(List.of(), null, Provenance.EXPLICIT, "", List.of(places));
    }

    /** A list of which nothing is known. */
    public static <T> Listing<T> unresolved(String why, List<Place> places, Settlement... settledBy) {
        return new Listing<>(
                List.of(), new Value.Unresolved<>(why, places, List.of(settledBy), null, null), null, "", places);
    }

    /** The same items, but there may be more. */
    public Listing<T> withRest(Value.Unresolved<?> reason) {
        return new Listing<>(items, reason, provenance, origin, places);
    }

    /** Whether no more items than these can be there. */
    public boolean isComplete() {
        return rest == null;
    }

    /** Whether nothing at all is known of the list. */
    public boolean isUnresolved() {
        return rest != null && items.isEmpty();
    }

    /** Whether the list is written in the spec, even if empty. */
    public boolean isExplicit() {
        return provenance == Provenance.EXPLICIT;
    }

    /** The same list with its items in another type. */
    public <R> Listing<R> map(Function<? super T, ? extends R> function) {
        return new Listing<R>(items.stream().<R>map(function).toList(), rest, provenance, origin, places);
    }

    /** Whether one item satisfies it. */
    public Truth any(String label, Function<? super T, Truth> test) {
        Truth known = Truth.any(items.stream().map(test).toList());
        if (rest == null) {
            return items.isEmpty() ? Truth.of(false, ground(label)) : known;
        }
        return known.or(restUnknown(label));
    }

    /** Whether all items satisfy it; an empty complete list does. */
    public Truth all(String label, Function<? super T, Truth> test) {
        return any(label, item -> test.apply(item).not()).not();
    }

    /** Whether the list has an item. */
    public Truth isNotEmpty(String label) {
        if (!items.isEmpty()) {
            return Truth.of(true, ground(label));
        }
        return rest == null ? Truth.of(false, ground(label)) : restUnknown(label);
    }

    /** Whether the list has at least so many items. */
    public Truth hasAtLeast(String label, int count) {
        if (items.size() >= count) {
            return Truth.of(true, ground(label));
        }
        return rest == null ? Truth.of(false, ground(label)) : restUnknown(label);
    }

    /** Why there may be more items; empty when the list is complete. */
    public Optional<Value.Unresolved<?>> openEnd() {
        return Optional.ofNullable(rest);
    }

    /** This list as a ground. */
    public Ground ground(String label) {
        if (isUnresolved() && rest != null) {
            return new Ground(label, rest.why(), Ground.UNRESOLVED, places, rest.settledBy());
        }
        String state = provenance == Provenance.OBSERVED
                ? "observed"
                : provenance == Provenance.DEFAULT ? "default" : items.isEmpty() ? "absent" : "written";
        return new Ground(label, shown(), state, places, List.of());
    }

    /** The items as a message shows them; who sets them is said once, for the whole list. */
    public String shown() {
        if (isUnresolved()) {
            return "not known";
        }
        String text =
                items.isEmpty() ? "none" : items.stream().map(Listing::shown).collect(Collectors.joining(", "));
        String more = rest == null ? "" : " and perhaps more";
        return text + more + (provenance == Provenance.DEFAULT ? " (default of " + origin + ")" : "");
    }

    private static String shown(Object item) {
        if (item instanceof Value<?> value) {
            return value.known().map(String::valueOf).orElseGet(value::shown);
        }
        return item instanceof Ref ref ? ref.shown() : String.valueOf(item);
    }

    private Truth restUnknown(String label) {
        Value.Unresolved<?> open = java.util.Objects.requireNonNull(rest);
        return Truth.of(
                Logic.UNKNOWN,
                List.of(new Ground(label, open.why(), Ground.UNRESOLVED, open.places(), open.settledBy())));
    }
}
