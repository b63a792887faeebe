package io.github.ekslint.source;

import java.util.List;
import java.util.Optional;

/**
 * One input as it was read: what it is called in reports, and its text.
 *
 * <p>Two source files are the same only when they are the same object: a file read twice is two inputs.
 */
public final class SourceFile {

    private final String uri;
    private final List<String> lines;

    /**
     * @param uri how reports name the input: relative to the working folder with {@code /} on every system, or absolute
     *     when it lies elsewhere, or {@code <stdin>}
     * @param lines its lines without line ends; empty when the text was too large to keep
     */
    public SourceFile(String uri, List<String> lines) {
        this.uri = uri;
        this.lines = List.copyOf(lines);
    }

    /** How reports name the input. */
    public String uri() {
        return uri;
    }

    /**
     * The text of one line, without its line end.
     *
     * @param line 1-based
     * @return empty when there is no such line, or when the text was not kept
     */
    public Optional<String> line(int line) {
        return line >= 1 && line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
    }

    /** The whole of the file, for findings about it that have no narrower place. */
    public Place start() {
        return new Place(this, 1, 1, 1, 1, Pointer.ROOT);
    }

    @Override
    public String toString() {
        return uri;
    }
}
