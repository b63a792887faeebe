package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.List;

/**
 * One value that a truth looked at.
 *
 * @param label what the value is, in the words of the API ({@code endpointPublicAccess})
 * @param value the value as a message shows it; for a value that is not known, why
 * @param state how it is known, in a word: {@code written}, {@code default}, {@code assumed}, {@code observed}, {@code absent},
 *     {@code unresolved}
 * @param places the use first, then variable, default, input …; empty when the ground has no place of its own
 * @param settledBy what would settle it; empty when it is known
 */
public record Ground(String label, String value, String state, List<Place> places, List<Settlement> settledBy) {
    /** The state of a value that cannot be known here. */
    public static final String UNRESOLVED = "unresolved";

    /** Keeps its own copies. */
    public Ground {
        places = List.copyOf(places);
        settledBy = List.copyOf(settledBy);
    }

    /** A ground that is a sentence rather than a value. */
    public static Ground fact(String label, String value, List<Place> places) {
        return new Ground(label, value, "derived", places, List.of());
    }

    /** Whether the value cannot be known here. */
    public boolean unresolved() {
        return state.equals(UNRESOLVED);
    }
}
