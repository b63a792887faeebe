package io.github.ekslint.report;

import io.github.ekslint.source.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a source line that fits the terminal, with the arithmetic from its UTF-16 columns to those of the terminal. A
 * long line is clipped around a region; what would command the terminal is replaced; secrets are covered.
 */
final class Excerpt {

    /** What stands in user data or is secret by its name is never printed. */
    private static final Pattern SECRET = Pattern.compile("(?i)"
            + "(?:password|passwd|secret(?!s)|token|private[_-]?key|user[_-]?data|bootstrap[_-]?commands?|authorized[_-]?keys)"
            + "[\\w.-]*+[\"']?\\s*+[:=]\\s*+"
            + "(\"(?:[^\"\\\\]|\\\\.)*+\"?|'[^']*+'?|[^\\s{\\[|>&*,}\"'][^,}]*+)");

    private static final int LEAD = 24;

    /** Of longer lines only the region itself is shown. */
    private static final int LONGEST = 5_000;

    private final String shown;
    private final int[] columns;
    private final int first;

    /**
     * @param columns of the terminal by UTF-16 unit, one more than there are units
     * @param first 0-based UTF-16 unit of the line at which the excerpt begins
     */
    private Excerpt(String shown, int[] columns, int first) {
        this.shown = shown;
        this.columns = columns;
        this.first = first;
    }

    /** An excerpt around the region's first line. */
    static Excerpt of(String line, Place region, int width) {
        boolean bare = line.length() > LONGEST;
        String safe = bare ? line : cover(line);
        if (!bare && Columns.of(Columns.line(safe)) <= width) {
            return part(safe, 0, safe.length(), "", "");
        }
        int start = Math.max(0, Math.min(region.column() - 1, safe.length()) - (bare ? 0 : LEAD));
        if (start <= LEAD / 2 && !bare) {
            start = 0;
        }
        if (start > 0 && start < safe.length() && Character.isLowSurrogate(safe.charAt(start))) {
            start--;
        }
        int most = bare && region.endLine() == region.line()
                ? Math.min(safe.length(), region.endColumn() - 1)
                : safe.length();
        int end = start;
        int taken = start > 0 ? 2 : 0;
        while (end < most) {
            int character = safe.codePointAt(end);
            int wide = character == '\t' ? Columns.of(Columns.printable("\t")) : Columns.of(character);
            if (taken + wide > width - 2) {
                break;
            }
            taken += wide;
            end += Character.charCount(character);
        }
        return part(safe, start, end, start > 0 ? "… " : "", end < safe.length() ? " …" : "");
    }

    private static Excerpt part(String line, int start, int end, String before, String after) {
        StringBuilder shown = new StringBuilder(before);
        int[] columns = new int[end - start + 1];
        int column = before.length();
        int i = start;
        while (i < end) {
            int character = line.codePointAt(i);
            int units = Math.min(Character.charCount(character), end - i);
            for (int unit = 0; unit < units; unit++) {
                columns[i + unit - start] = column;
            }
            String printable = Columns.line(Character.toString(character));
            shown.append(printable);
            column += Columns.of(printable);
            i += units;
        }
        columns[end - start] = column;
        return new Excerpt(shown.append(after).toString().stripTrailing(), columns, start);
    }

    /** The line with stars, as many as there were characters, for the values of keys whose name says that they are secret. */
    private static String cover(String line) {
        Matcher secret = SECRET.matcher(line);
        StringBuilder covered = new StringBuilder(line);
        while (secret.find()) {
            covered.replace(secret.start(1), secret.end(1), "*".repeat(secret.end(1) - secret.start(1)));
        }
        return covered.toString();
    }

    String shown() {
        return shown;
    }

    /** Whether the excerpt shows where the region begins. */
    boolean shows(Place region) {
        return region.column() - 1 >= first && region.column() - 1 <= first + columns.length - 1;
    }

    /** 0-based column of the terminal for a 1-based UTF-16 column of the line. */
    int column(int utf16) {
        return columns[Math.max(0, Math.min(utf16 - 1 - first, columns.length - 1))];
    }

    /** 0-based column after the last character shown. */
    int end() {
        return columns[columns.length - 1];
    }
}
