package io.github.ekslint.source;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A region of a source file. Lines and columns are 1-based; columns count UTF-16 units; the end is exclusive. These are
 * SARIF's defaults.
 *
 * @param file the input
 * @param line first line
 * @param column first column
 * @param endLine line of the end, at least {@code line}
 * @param endColumn column after the last character
 * @param pointer where in the document's tree the region lies
 * @param address the name the dialect gives the resource (a Terraform address, a logical id); null where there is none
 */
public record Place(
        SourceFile file, int line, int column, int endLine, int endColumn, Pointer pointer, @Nullable String address)
        implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.<Place, String>comparing(p -> p.file.uri())
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column)
            .thenComparingInt(Place::endLine)
            .thenComparingInt(Place::endColumn)
            .thenComparing(p -> Objects.requireNonNullElse(p.address, ""));

    /** Checks that the numbers are 1-based and in order. */
    public Place {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a region: %s %d:%d-%d:%d".formatted(file, line, column, endLine, endColumn));
        }
    }

    /** A region without an address. */
    public Place(SourceFile file, int line, int column, int endLine, int endColumn, Pointer pointer) {
        this(file, line, column, endLine, endColumn, pointer, null);
    }

    /** The same region, belonging to the resource of that address. */
    public Place withAddress(String resource) {
        return new Place(file, line, column, endLine, endColumn, pointer, resource);
    }

    /** What is written there; empty where the text of the file was not kept. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = line; i <= endLine; i++) {
            String whole = file.line(i).orElse("");
            int from = i == line ? Math.min(column - 1, whole.length()) : 0;
            int to = i == endLine ? Math.min(endColumn - 1, whole.length()) : whole.length();
            text.append(i == line ? "" : "\n").append(whole, from, Math.max(from, to));
        }
        return text.toString();
    }

    /** By file, then by position. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file.uri() + ":" + line + ":" + column;
    }
}
