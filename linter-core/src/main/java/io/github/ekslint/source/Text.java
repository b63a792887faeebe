package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The decoded text of a file and the arithmetic of its positions. Lines end with LF, CR LF or CR. */
final class Text {

    private static final int KEPT = 20_000_000;
    private static final int HEAD = 100_000;

    private final String chars;
    private final int[] lineStarts;
    private final SourceFile file;

    Text(String uri, String chars) {
        this.chars = chars;
        this.lineStarts = lineStarts(chars);
        this.file = new SourceFile(uri, lines());
    }

    String chars() {
        return chars;
    }

    SourceFile file() {
        return file;
    }

    int lineCount() {
        return lineStarts.length;
    }

    /** 1-based line of an offset. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Offset of the first character of a 1-based line. */
    int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Offset after the last character of a 1-based line, before its line end. */
    int lineEnd(int line) {
        int end = line < lineStarts.length ? lineStarts[line] : chars.length();
        while (end > lineStarts[line - 1] && isLineEnd(chars.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    Place place(int start, int end, Pointer pointer) {
        int from = Math.min(start, chars.length());
        int to = Math.min(Math.max(end, from), chars.length());
        int line = line(from);
        int endLine = line(to);
        return new Place(
                file, line, from - lineStarts[line - 1] + 1, endLine, to - lineStarts[endLine - 1] + 1, pointer);
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** Very large texts are represented by their first lines only. */
    private List<String> lines() {
        int end = chars.length() <= KEPT ? chars.length() : HEAD;
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= lineStarts.length && lineEnd(line) <= end; line++) {
            lines.add(chars.substring(lineStart(line), lineEnd(line)));
        }
        return lines;
    }

    private static int[] lineStarts(String chars) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == chars.length() || chars.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
