package io.github.ekslint.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How text is laid out.
 *
 * @param colours whether ANSI colours are used
 * @param width in columns, at least 40; text is wrapped and source lines are clipped to it
 */
public record Look(boolean colours, int width) {

    /** For files and pipes: no colours, 100 columns. */
    public static final Look PLAIN = new Look(false, 100);

    private static final int LEAST = 40;

    /** Widens what is too narrow to be read. */
    public Look {
        width = Math.max(width, LEAST);
    }

    /** The text in that colour, or as it is. */
    public String paint(Ink ink, String text) {
        return colours ? ink.paint(text) : text;
    }

    /**
     * Breaks prose between words.
     *
     * @param text single line ends are blanks; what does not fit a line (a URL, a command) stays whole
     * @param taken columns that the caller puts before every line
     */
    public List<String> wrap(String text, int taken) {
        int room = Math.max(width - taken, LEAST / 2);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int columns = 0;
        for (String word : Columns.printable(text).strip().split("\\s+")) {
            int wide = Columns.of(word);
            if (columns > 0 && columns + 1 + wide > room) {
                lines.add(line.toString());
                line.setLength(0);
                columns = 0;
            }
            if (columns > 0) {
                line.append(' ');
                columns++;
            }
            line.append(word);
            columns += wide;
        }
        lines.add(line.toString());
        return lines;
    }
}
