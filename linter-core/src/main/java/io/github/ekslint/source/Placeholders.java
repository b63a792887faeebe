package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders in a piece of YAML that is still a template: {@code {{ … }}}, {@code {% … %}}, {@code ${…}},
 * {@code %NAME%}, {@code @name@}. Each is overwritten, position by position, with characters that mean nothing to YAML, and
 * put back into the scalars afterwards. A line of template actions alone becomes blank; where it stands for a value that is
 * missing otherwise, it is that value.
 */
final class Placeholders {

    private static final char FIRST = '\uE000';
    private static final char NEXT = '\uE001';
    private static final Pattern CONTROL = Pattern.compile(
            "\\{\\{-?\\s*(if|else|end|range|with|define|block|break|continue|/\\*|\\$\\w*\\s*:?=).*|\\{[%#].*",
            Pattern.DOTALL);

    private static final Pattern BLOCK_HEADER = Pattern.compile("(.*[:\\s-]\\s)?[|>][-+0-9]{0,2}\\s*(#.*)?");

    private final int start;
    private final String original;
    private final StringBuilder masked;
    private final List<Span> inline = new ArrayList<>();
    private final List<Span> blanked = new ArrayList<>();
    private final List<Span> inserted = new ArrayList<>();
    /** Indentation of the line that opens the block scalar at hand; -1 outside of one. */
    private int blockOpener = -1;
    /** Indentation of the block scalar's text; 0 before its first line. */
    private int blockIndent;

    private Placeholders(Piece piece) {
        this.start = piece.start();
        this.original = piece.chars();
        this.masked = new StringBuilder(original);
    }

    /** The placeholders of a piece; empty when there is none. */
    static Optional<Placeholders> in(Piece piece) {
        String chars = piece.chars();
        if (chars.indexOf(FIRST) >= 0 || chars.indexOf(NEXT) >= 0) {
            return Optional.empty();
        }
        Placeholders found = new Placeholders(piece);
        found.scan();
        return found.inline.isEmpty() && found.blanked.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** The piece with the placeholders overwritten. */
    Piece masked() {
        return new Piece(start, masked.toString());
    }

    /** Where the first line of template actions alone stands, in the whole text; null when there is none. */
    @Nullable
    Span firstBlanked() {
        return blanked.isEmpty() ? null : inText(blanked.get(0));
    }

    /**
     * A scalar's text with the placeholders put back.
     *
     * @param at offset of the scalar in the whole text
     */
    String restored(String value, int at) {
        if (value.indexOf(FIRST) < 0) {
            return value;
        }
        int next = firstFrom(inline, at - start);
        StringBuilder restored = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == FIRST && next < inline.size()) {
                restored.append(slice(inline.get(next++)));
            } else if (c != NEXT) {
                restored.append(c);
            }
        }
        return restored.toString();
    }

    /**
     * The action on a line of its own that stands for a value which is missing otherwise.
     *
     * @param at offset in the whole text where the missing value is
     * @return in the whole text; null when the next thing after the place is something else
     */
    @Nullable
    Span insertedAt(int at) {
        int from = at - start;
        int next = firstFrom(inserted, from);
        if (next == inserted.size()) {
            return null;
        }
        Span span = inserted.get(next);
        for (int i = from; i < span.start(); i++) {
            if (!Character.isWhitespace(masked.charAt(i))) {
                return null;
            }
        }
        return inText(span);
    }

    /** Index of the first span that starts at an offset or after it. */
    private static int firstFrom(List<Span> sorted, int offset) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Span inText(Span span) {
        return new Span(span.start() + start, span.end() + start);
    }

    private String slice(Span span) {
        return original.substring(span.start(), span.end());
    }

    private void scan() {
        int at = 0;
        while (at < original.length()) {
            int end = original.indexOf('\n', at);
            end = end < 0 ? original.length() : end;
            at = scanLine(at, end) + 1;
        }
    }

    /** Returns the end of what was scanned: the line's end, or that of a template comment that is longer. */
    private int scanLine(int from, int end) {
        int first = from;
        while (first < end && Character.isWhitespace(original.charAt(first))) {
            first++;
        }
        if (original.startsWith("{{/*", first) || original.startsWith("{{- /*", first)) {
            int close = original.indexOf("*/", first);
            int closed = close < 0 ? -1 : original.indexOf("}}", close);
            if (closed > end) {
                int stop = original.indexOf('\n', closed);
                stop = stop < 0 ? original.length() : stop;
                blank(new Span(first, stop), true);
                return stop;
            }
        }
        boolean inBlock = inBlockScalar(first - from, first, end);
        List<Span> found = placeholders(first, end);
        if (found.isEmpty()) {
            return end;
        }
        if (!inBlock && original.charAt(found.get(0).start()) == '{' && nothingBut(found, first, end)) {
            Span all = new Span(first, found.get(found.size() - 1).end());
            blank(all, found.stream().anyMatch(s -> CONTROL.matcher(slice(s)).matches()));
        } else {
            found.forEach(this::overwrite);
        }
        return end;
    }

    /** Whether a line is text of a block scalar. An action that is indented less stands between such lines. */
    private boolean inBlockScalar(int indent, int first, int end) {
        String line = original.substring(first, end);
        if (blockOpener >= 0 && !line.isBlank()) {
            if (indent > blockOpener && indent >= blockIndent) {
                blockIndent = blockIndent == 0 ? indent : blockIndent;
                return true;
            } else if (line.startsWith("{")) {
                return false;
            }
            blockOpener = -1;
        }
        if (blockOpener < 0 && BLOCK_HEADER.matcher(line.stripTrailing()).matches()) {
            blockOpener = indent;
            blockIndent = 0;
        }
        return false;
    }

    private boolean nothingBut(List<Span> found, int from, int end) {
        int at = from;
        for (Span span : found) {
            if (!original.substring(at, span.start()).isBlank()) {
                return false;
            }
            at = span.end();
        }
        String rest = original.substring(at, end).strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    private List<Span> placeholders(int from, int end) {
        List<Span> found = new ArrayList<>();
        int lastClose = original.lastIndexOf('}', end - 1);
        for (int at = from; at < end; at++) {
            int close =
                    switch (original.charAt(at)) {
                        case '{' -> at < lastClose ? closeOfBrace(at, end) : -1;
                        case '$' -> at < lastClose && original.startsWith("${", at) ? closed(at, "}", 2, end) : -1;
                        case '%' -> closeOfName(at, end, '%');
                        case '@' -> closeOfName(at, end, '@');
                        default -> -1;
                    };
            if (close > 0) {
                found.add(new Span(at, close));
                at = close - 1;
            }
        }
        return found;
    }

    private int closeOfBrace(int at, int end) {
        if (original.startsWith("{{{", at)) {
            return closed(at, "}}}", 3, end);
        } else if (original.startsWith("{{", at)) {
            return closed(at, "}}", 2, end);
        } else if (original.startsWith("{%", at)) {
            return closed(at, "%}", 2, end);
        } else if (original.startsWith("{#", at)) {
            return closed(at, "#}", 2, end);
        }
        return -1;
    }

    private int closed(int at, String close, int opening, int end) {
        int found = original.indexOf(close, at + opening);
        return found >= 0 && found + close.length() <= end ? found + close.length() : -1;
    }

    private int closeOfName(int at, int end, char close) {
        int i = at + 1;
        while (i < end && (Character.isLetterOrDigit(original.charAt(i)) || original.charAt(i) == '_')) {
            i++;
        }
        return i > at + 1 && i < end && original.charAt(i) == close ? i + 1 : -1;
    }

    private void blank(Span span, boolean control) {
        for (int i = span.start(); i < span.end(); i++) {
            if (!Text.isLineEnd(original.charAt(i))) {
                masked.setCharAt(i, ' ');
            }
        }
        blanked.add(span);
        if (!control) {
            inserted.add(span);
        }
    }

    private void overwrite(Span span) {
        inline.add(span);
        masked.setCharAt(span.start(), FIRST);
        for (int i = span.start() + 1; i < span.end(); i++) {
            masked.setCharAt(i, NEXT);
        }
    }
}
