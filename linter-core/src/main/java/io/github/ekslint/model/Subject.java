package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** Something a requirement can be about: a resource, or a resource in a role. */
public interface Subject {

    /** Names the subject within its estate: minted by ekslint, always known, the same in every run on the same input. */
    String key();

    /** What a message calls it: its name or id, or its address when neither is known. */
    String displayName();

    /** Where it is described. */
    Place place();

    /** Whether it exists at all: a condition or a count may decide that elsewhere. */
    Truth existence();

    /** The key of the cluster it belongs to; null when it belongs to none that is known. */
    @Nullable
    String cluster();

    /** The kind of thing: the name of the type, as rule metadata spells it. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
