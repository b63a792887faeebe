package io.github.ekslint.source;

import java.util.List;
import java.util.Optional;

/**
 * What parsing one file gave.
 *
 * @param documents in order; those before a syntax error are kept
 * @param problems sorted
 * @param skipped why there is nothing to read in it ("it is empty", "it is binary"); empty when there is
 */
public record Parsed(SourceFile file, List<Document> documents, List<Problem> problems, Optional<String> skipped) {
    /** Keeps its own copies. */
    public Parsed {
        documents = List.copyOf(documents);
        problems = problems.stream().sorted().toList();
    }

    /** A file with something to read in it. */
    public Parsed(SourceFile file, List<Document> documents, List<Problem> problems) {
        this(file, documents, problems, Optional.empty());
    }

    /** A file that is no document at all. */
    static Parsed skipped(SourceFile file, String why) {
        return new Parsed(file, List.of(), List.of(), Optional.of(why));
    }
}
