package io.github.ekslint;

import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parsed files of a run.
 *
 * @param specs what is to be judged: specs, or recordings that are judged by themselves
 * @param evidence recordings to join with the specs; specs among them are not judged
 * @param problems files and folders that could not be opened
 * @param skipped what was found and not read
 * @param about files of either list: only estates with one of them are judged, the others are read for what they add to
 *     these; empty when the run is about all
 */
public record Inputs(
        List<Parsed> specs,
        List<Parsed> evidence,
        List<Problem> problems,
        List<Report.Skipped> skipped,
        Optional<Set<SourceFile>> about) {
    /** Keeps its own copies. */
    public Inputs {
        specs = List.copyOf(specs);
        evidence = List.copyOf(evidence);
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
        about = about.map(Set::copyOf);
    }

    /** A run about all of its files. */
    public Inputs(List<Parsed> specs, List<Parsed> evidence, List<Problem> problems, List<Report.Skipped> skipped) {
        this(specs, evidence, problems, skipped, Optional.empty());
    }

    /** A run about all of its files, which could all be opened. */
    public Inputs(List<Parsed> specs, List<Parsed> evidence) {
        this(specs, evidence, List.of(), List.of());
    }

    /**
     * Finds and reads files.
     *
     * @param specs files and folders
     * @param evidence files and folders with recordings
     * @param workingFolder what relative names start from, and what reports name files relative to
     */
    public static Inputs read(List<String> specs, List<String> evidence, Path workingFolder) {
        return InputFiles.find(specs, evidence, workingFolder).parse();
    }
}
