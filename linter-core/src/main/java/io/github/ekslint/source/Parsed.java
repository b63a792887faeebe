package io.github.ekslint.source;

import java.util.List;

/**
 * What parsing one file gave.
 *
 * @param documents in order; those before a syntax error are kept
 * @param problems sorted
 */
public record Parsed(SourceFile file, List<Document> documents, List<Problem> problems) {
    /** Keeps its own copies. */
    public Parsed {
        documents = List.copyOf(documents);
        problems = problems.stream().sorted().toList();
    }
}
