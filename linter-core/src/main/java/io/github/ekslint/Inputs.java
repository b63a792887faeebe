package io.github.ekslint;

import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The parsed files of a run.
 *
 * @param specs what is to be judged: specs, or recordings that are judged by themselves
 * @param evidence recordings to join with the specs; specs among them are not judged
 * @param problems files and folders that could not be opened
 * @param skipped what was found and not read
 */
public record Inputs(List<Parsed> specs, List<Parsed> evidence, List<Problem> problems, List<Report.Skipped> skipped) {
    /** Keeps its own copies. */
    public Inputs {
        specs = List.copyOf(specs);
        evidence = List.copyOf(evidence);
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
    }

    /** Files of which all could be opened. */
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
