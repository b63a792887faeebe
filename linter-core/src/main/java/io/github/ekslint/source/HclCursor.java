package io.github.ekslint.source;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through the characters of an HCL file: blanks, comments, words and signs. */
final class HclCursor {

    private final Text text;
    private final String chars;
    private final @Nullable Place fixed;
    private final int maxDepth;
    private final List<Comment> comments = new ArrayList<>();
    /** Whether a line end is a blank at the place at hand. */
    private final Deque<Boolean> lineEndsAreBlank = new ArrayDeque<>(List.of(false));

    private int position;
    private int commentsUpTo;
    private int depth;

    /**
     * @param fixed where everything stands when the text is a part of a file of another syntax; else null
     */
    HclCursor(Text text, @Nullable Place fixed, int maxDepth) {
        this.text = text;
        this.fixed = fixed;
        this.chars = text.chars();
        this.maxDepth = maxDepth;
    }

    /** What keeps the rest of a block from being read. */
    static final class SyntaxError extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int start;
        private final int end;

        SyntaxError(String message, int start, int end) {
            super(message, null, false, false);
            this.start = start;
            this.end = end;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    int position() {
        return position;
    }

    void moveTo(int offset) {
        position = offset;
    }

    String chars() {
        return chars;
    }

    List<Comment> comments() {
        return comments;
    }

    boolean atEnd() {
        return position >= chars.length();
    }

    Place place(int start, int end) {
        return fixed != null ? fixed : text.place(start, end, Pointer.ROOT);
    }

    Place place(int start) {
        return place(start, position);
    }

    int column(int offset) {
        return offset - text.lineStart(text.line(offset)) + 1;
    }

    int line(int offset) {
        return text.line(offset);
    }

    /** Opens a bracket: line ends count as blanks inside, or not. */
    void enter(boolean blankLineEnds) {
        if (++depth > maxDepth) {
            throw error("this is nested deeper than %d levels".formatted(maxDepth));
        }
        lineEndsAreBlank.push(blankLineEnds);
    }

    /** Whether a line end counts as a blank here. */
    boolean lineEndsAreBlank() {
        return Boolean.TRUE.equals(lineEndsAreBlank.peek());
    }

    void leave() {
        depth--;
        lineEndsAreBlank.pop();
    }

    /** To the file's level, after a syntax error. */
    void reset() {
        depth = 0;
        lineEndsAreBlank.clear();
        lineEndsAreBlank.push(false);
    }

    /** The character at hand; 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < chars.length() ? chars.charAt(at) : 0;
    }

    boolean at(String sign) {
        return chars.startsWith(sign, position);
    }

    boolean take(String sign) {
        if (at(sign)) {
            position += sign.length();
            return true;
        }
        return false;
    }

    void expect(String sign, String why) {
        blanks();
        if (!take(sign)) {
            throw error("expected “%s” %s, found %s".formatted(sign, why, found()));
        }
    }

    /** Passes blanks and comments, and line ends where they count as blanks. */
    void blanks() {
        boolean lineEnds = lineEndsAreBlank();
        while (!atEnd()) {
            char c = chars.charAt(position);
            if (c == ' ' || c == '\t' || c == '\uFEFF' || (c == '\r' && (lineEnds || peek(1) == '\n'))) {
                position++;
            } else if (c == '\n' && lineEnds) {
                position++;
            } else if (c == '#' || at("//")) {
                comment(position + (c == '#' ? 1 : 2), text.lineEnd(text.line(position)), 0);
            } else if (at("/*")) {
                int end = chars.indexOf("*/", position + 2);
                if (end < 0) {
                    int start = position;
                    position = chars.length();
                    throw new SyntaxError("this comment has no end", start, start + 2);
                }
                comment(position + 2, end, 2);
            } else {
                return;
            }
        }
    }

    /** Passes blanks, comments and line ends. */
    void lines() {
        blanks();
        while (peek() == '\n' || peek() == '\r') {
            position++;
            blanks();
        }
    }

    private void comment(int from, int to, int closing) {
        int start = position;
        position = to + closing;
        if (start >= commentsUpTo) {
            commentsUpTo = position;
            int lineStart = text.lineStart(text.line(start));
            boolean ownLine = chars.substring(lineStart, start).isBlank();
            comments.add(new Comment(
                    place(start), chars.substring(from, Math.max(from, to)).strip(), ownLine));
        }
    }

    boolean atWord() {
        return Character.isUnicodeIdentifierStart(peek()) || peek() == '_';
    }

    /** The word at hand; empty when there is none. */
    String word() {
        if (!atWord()) {
            return "";
        }
        int start = position;
        while (!atEnd() && isWordPart(chars.charAt(position))) {
            position++;
        }
        return chars.substring(start, position);
    }

    /** The word at hand, without passing it; empty when there is none. */
    String peekWord() {
        int start = position;
        String word = word();
        position = start;
        return word;
    }

    boolean takeWord(String wanted) {
        if (peekWord().equals(wanted)) {
            position += wanted.length();
            return true;
        }
        return false;
    }

    private static boolean isWordPart(char c) {
        return c == '-' || c == '_' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    SyntaxError error(String message) {
        return new SyntaxError(message, position, Math.min(chars.length(), position + 1));
    }

    /** What stands at hand, in the words of a message. */
    String found() {
        if (atEnd()) {
            return "the end of the file";
        }
        char c = peek();
        if (c == '\n' || c == '\r') {
            return "the end of the line";
        }
        String word = peekWord();
        return "“%s”".formatted(word.isEmpty() ? String.valueOf(Character.toChars(chars.codePointAt(position))) : word);
    }
}
