package io.github.ekslint;

import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parsed files of a run.
 *
 * @param specs what is to be judged: specs, or recordings that are judged by themselves
 * @param evidence recordings to join with the specs; specs among them are not judged
 * @param about files of either list: only estates with one of them are judged, the others are read for what they add to
 *     these; empty when the run is about all
 */
public record Inputs(List<Parsed> specs, List<Parsed> evidence, Optional<Set<SourceFile>> about) {
    /** Keeps its own copies. */
    public Inputs {
        specs = List.copyOf(specs);
        evidence = List.copyOf(evidence);
        about = about.map(Set::copyOf);
    }

    /** A run about all of its files. */
    public Inputs(List<Parsed> specs, List<Parsed> evidence) {
        this(specs, evidence, Optional.empty());
    }
}
