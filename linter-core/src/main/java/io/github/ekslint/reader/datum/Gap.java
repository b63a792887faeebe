package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is not known here: a part of a text, or a whole value.
 *
 * @param why as the end of "not known: …"
 * @param symbol its identity; null when it cannot be compared
 * @param target the resource whose attribute it is; null when it is none's
 * @param hint what is known of it all the same, such as the name of an SSM parameter; else empty
 * @param not values it surely does not have
 * @param single whether it is surely one value, and not several joined to a text
 */
public record Gap(
        String why,
        List<Settlement> settledBy,
        @Nullable Symbol symbol,
        @Nullable Target target,
        String hint,
        Set<String> not,
        boolean single) {

    /** Keeps its own copies. */
    public Gap {
        settledBy = List.copyOf(settledBy);
        not = Set.copyOf(not);
    }

    /** Without anything known of it. */
    public static Gap because(String why, Settlement... settledBy) {
        return new Gap(why, List.of(settledBy), null, null, "", Set.of(), false);
    }

    /** The same with an identity. */
    public Gap as(Symbol identity) {
        return new Gap(why, settledBy, identity, target, hint, not, single);
    }

    /** The same as what a resource gives. */
    public Gap of(Target resource) {
        return new Gap(why, settledBy, symbol, resource, hint, not, single);
    }

    /** The same with what is known of it. */
    public Gap hinting(String text) {
        return new Gap(why, settledBy, symbol, target, text, not, single);
    }

    /** The same with values that it surely does not have. */
    public Gap butNot(Set<String> values) {
        return new Gap(why, settledBy, symbol, target, hint, values, single);
    }

    /** The same as surely one value. */
    public Gap asSingle() {
        return new Gap(why, settledBy, symbol, target, hint, not, true);
    }

    /** As a value. */
    public <T> Value.Unresolved<T> unresolved(List<Place> places) {
        return new Value.Unresolved<>(why, places, settledBy, null, symbol);
    }
}
