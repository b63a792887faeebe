package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Conditions: the text {@code true} or {@code false}, or a choice between them. */
public final class Conditions {

    private Conditions() {}

    /** Whether a condition holds. */
    public static Truth truth(Datum condition, Place place) {
        if (condition instanceof Datum.Choice choice) {
            return Truth.depending(
                    choice.input(),
                    v -> choice.cases().containsKey(v) ? truth(choice.cases().get(v), place) : undecided(place));
        }
        String known = Texts.known(condition);
        if (known != null) {
            return known.equals("true")
                    ? Truth.yes()
                    : Truth.of(false, Ground.fact("condition", "the condition is false", condition.places()));
        }
        return undecided(place);
    }

    private static Truth undecided(Place place) {
        return Truth.unknown("condition", "it cannot be decided", List.of(place));
    }

    /** A value that is there only when a condition is true. */
    public static <T> Value<T> when(Datum condition, Value<T> value) {
        if (condition instanceof Datum.Choice choice) {
            Map<String, Value<T>> cases = new LinkedHashMap<>();
            choice.cases().forEach((v, d) -> cases.put(v, when(d, value)));
            return new Value.Choice<>(
                    choice.input(), v -> Objects.requireNonNullElse(cases.get(v), value), value.places());
        }
        return "false".equals(Texts.known(condition))
                ? Value.absent(value.places().toArray(Place[]::new))
                : value;
    }
}
