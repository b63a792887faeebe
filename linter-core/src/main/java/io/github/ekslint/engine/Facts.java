package io.github.ekslint.engine;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules see of one estate.
 *
 * @param subjects facts and derived facts that a requirement can be about
 * @param others derived facts that rules only join with
 */
public record Facts(Estate estate, List<Subject> subjects, List<Object> others) {
    /** Keeps its own copies. */
    public Facts {
        subjects = List.copyOf(subjects);
        others = List.copyOf(others);
    }

    /** The cluster of that key; empty when the subject belongs to none. */
    public Optional<Cluster> cluster(@Nullable String key) {
        return subjects.stream()
                .filter(Cluster.class::isInstance)
                .map(Cluster.class::cast)
                .filter(c -> c.key().equals(key))
                .findFirst();
    }
}
