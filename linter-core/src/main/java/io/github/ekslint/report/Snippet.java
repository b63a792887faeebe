package io.github.ekslint.report;

import io.github.ekslint.source.Place;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source lines with carets under regions and labels beside them. Of a region over several lines only the first is shown, since
 * what follows in a block may be none of the reader's business.
 */
final class Snippet {

    private static final int SHORT_LABEL = 20;

    private final Look look;
    private final Ink ink;
    private final StringBuilder out;
    private final int gutter;

    private Snippet(Look look, Ink ink, StringBuilder out, int gutter) {
        this.look = look;
        this.ink = ink;
        this.out = out;
        this.gutter = gutter;
    }

    /**
     * A marked region.
     *
     * @param label empty for none
     * @param primary whether it is the one to look at first
     */
    record Mark(Place place, String label, boolean primary) {}

    /**
     * Renders the marks, the file of the primary one first, each file in the order of its lines.
     *
     * @param ink the colour of the primary mark
     * @return the columns of the line numbers, with which notes below line up
     */
    static int render(StringBuilder out, Look look, Ink ink, List<Mark> marks) {
        int lines = marks.stream().mapToInt(m -> m.place().line()).max().orElse(1);
        int gutter = Integer.toString(lines).length();
        Map<SourceFile, List<Mark>> byFile = new LinkedHashMap<>();
        marks.stream().sorted(Comparator.comparing((Mark m) -> !m.primary())).forEach(m -> byFile.computeIfAbsent(
                        m.place().file(), f -> new ArrayList<>())
                .add(m));
        Snippet snippet = new Snippet(look, ink, out, gutter);
        byFile.values().forEach(snippet::file);
        return gutter;
    }

    private void file(List<Mark> marks) {
        Mark first = marks.get(0);
        String arrow = first.primary() ? "-->" : ":::";
        out.append(" ".repeat(gutter))
                .append(look.paint(Ink.GUTTER, arrow))
                .append(' ')
                .append(Columns.line(first.place().toString()))
                .append('\n');
        List<Mark> inOrder = marks.stream()
                .sorted(Comparator.comparing((Mark m) -> m.place().line())
                        .thenComparing(m -> !m.primary())
                        .thenComparing(m -> m.place().column()))
                .toList();
        bar().append('\n');
        int before = 0;
        Excerpt excerpt = null;
        for (Mark mark : inOrder) {
            int line = mark.place().line();
            Optional<String> text = first.place().file().line(line);
            if (text.isEmpty()) {
                if (!mark.label().isEmpty()) {
                    note(mark);
                }
                continue;
            }
            if (excerpt == null || line != before || !excerpt.shows(mark.place())) {
                if (before != 0 && line > before + 1) {
                    out.append(look.paint(Ink.GUTTER, "...")).append('\n');
                }
                excerpt = Excerpt.of(text.get(), mark.place(), look.width() - gutter - 3);
                number(line).append(excerpt.shown()).append('\n');
            }
            underline(mark, excerpt);
            before = line;
        }
    }

    private void underline(Mark mark, Excerpt excerpt) {
        int from = excerpt.column(mark.place().column());
        int to = mark.place().endLine() > mark.place().line()
                ? excerpt.end()
                : excerpt.column(mark.place().endColumn());
        int carets = Math.max(1, to - from);
        Ink colour = mark.primary() ? ink : Ink.SECONDARY;
        bar().append(' ').append(" ".repeat(from));
        out.append(look.paint(colour, (mark.primary() ? "^" : "-").repeat(carets)));
        String label = Columns.line(mark.label());
        int room = look.width() - gutter - 4 - from - carets;
        if (label.isEmpty()) {
            out.append('\n');
        } else if (Columns.of(label) <= Math.max(room, 0) || Columns.of(label) < SHORT_LABEL) {
            out.append(' ').append(look.paint(colour, label)).append('\n');
        } else {
            out.append('\n');
            int indent = Math.min(from, Math.max(0, look.width() - gutter - 3 - Columns.of(label)));
            for (String part : look.wrap(label, gutter + 3 + indent)) {
                bar().append(' ')
                        .append(" ".repeat(indent))
                        .append(look.paint(colour, part))
                        .append('\n');
            }
        }
    }

    private void note(Mark mark) {
        bar().append(" line ")
                .append(mark.place().line())
                .append(": ")
                .append(Columns.line(mark.label()))
                .append('\n');
    }

    private StringBuilder number(int line) {
        String number = Integer.toString(line);
        return out.append(look.paint(Ink.GUTTER, " ".repeat(gutter - number.length()) + number + " |"))
                .append(' ');
    }

    private StringBuilder bar() {
        return out.append(look.paint(Ink.GUTTER, " ".repeat(gutter + 1) + "|"));
    }
}
