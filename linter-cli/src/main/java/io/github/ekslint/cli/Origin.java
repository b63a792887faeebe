package io.github.ekslint.cli;

import io.github.ekslint.finding.Report;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a run come from: folders as they are, or what git would commit. */
interface Origin extends AutoCloseable {

    /** A file to read. */
    interface Input {
        /** How reports name it. */
        String uri();

        /** Reads and parses it; a file that cannot be read becomes a problem. */
        Parsed parse(Limits limits);
    }

    /**
     * What was found.
     *
     * @param inputs each file once, by uri
     * @param problems names that lead to nothing, and folders that cannot be read
     * @param skipped what is not read, and why
     */
    record Found(List<Input> inputs, List<Problem> problems, List<Report.Skipped> skipped) {
        /** Keeps its own copies. */
        public Found {
            inputs = List.copyOf(inputs);
            problems = List.copyOf(problems);
            skipped = List.copyOf(skipped);
        }
    }

    /** The files of the names given, and those in the folders given. */
    Found find(List<String> names);

    /** The recordings of the names given, which need not be a part of what git would commit. */
    Found recordings(List<String> names);

    /** What a run is about that names no files. */
    Found unnamed();

    /** The names of what is read for what it adds to that when nothing is said; empty for nothing. */
    List<String> context();

    /** The configuration that holds for the working folder. */
    Optional<Path> configuration();

    /** Says which inputs will be parsed next, in that order. */
    default void ahead(List<Input> inputs) {}

    /**
     * A file that an option names.
     *
     * @throws UsageError when it cannot be read
     */
    Parsed option(Path file);

    @Override
    void close();
}
