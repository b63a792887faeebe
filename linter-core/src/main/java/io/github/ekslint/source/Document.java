package io.github.ekslint.source;

import java.util.List;

/**
 * One document of a source file: a YAML file may hold several.
 *
 * @param root the tree
 * @param comments of the whole file, in order; empty for JSON
 */
public record Document(SourceFile file, Node root, List<Comment> comments) {
    /** Keeps its own copy of the comments. */
    public Document {
        comments = List.copyOf(comments);
    }
}
