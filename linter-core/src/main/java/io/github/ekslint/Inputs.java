package io.github.ekslint;

import io.github.ekslint.source.Parsed;
import java.util.List;

/**
 * The parsed files of a run.
 *
 * @param specs what is to be judged: specs, or recordings that are judged by themselves
 * @param evidence recordings to join with the specs; specs among them are not judged
 */
public record Inputs(List<Parsed> specs, List<Parsed> evidence) {
    /** Keeps its own copies. */
    public Inputs {
        specs = List.copyOf(specs);
        evidence = List.copyOf(evidence);
    }
}
