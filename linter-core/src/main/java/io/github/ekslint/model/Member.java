package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.List;

/**
 * One member of a set whose members may be known in part.
 *
 * @param label what the value is, for the grounds
 * @param value what tells it from the others
 * @param openEnd whether this stands for any number of further members, none included, that cannot be known
 * @param places where it is written
 */
public record Member(String label, Value<String> value, boolean openEnd, List<Place> places) {
    /** Keeps its own copy of the places. */
    public Member {
        places = List.copyOf(places);
    }
}
