package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.util.Map;
import java.util.Optional;

/**
 * Since which minor version, or which day, things are different.
 *
 * @param all by id
 */
public record Milestones(Map<String, Milestone> all) {

    /** Keeps its own copy. */
    public Milestones {
        all = Map.copyOf(all);
    }

    /** One by its id, such as {@code default-envelope-encryption}. */
    public Optional<Milestone> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The minor version of a milestone; empty when the table has none of that id, or it has no minor version. */
    public Optional<MinorVersion> minor(String id) {
        return find(id).flatMap(Milestone::minor);
    }
}
