package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dynamic references: CloudFormation resolves them when it deploys, after the functions around them. They stand for what is not known, and
 * what they name is never shown
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">Dynamic references</a>).
 */
final class DynamicReferences {

    private static final String OPEN = "{{resolve:";
    private static final Pattern REFERENCE =
            Pattern.compile("\\{\\{resolve:(ssm|ssm-secure|secretsmanager):([^}]{0,2048})}}");

    /** Stands for a piece that is not known in the name of a reference. */
    private static final char UNKNOWN = '?';

    private DynamicReferences() {}

    /** The same with every reference as one piece that is not known. One that is not closed makes all of the text unknown. */
    static Datum in(Datum datum) {
        return in(datum, false);
    }

    /** The same of a text that may be a part of another one, in which a reference that is open here is closed. */
    static Datum inPart(Datum datum) {
        return in(datum, true);
    }

    private static Datum in(Datum datum, boolean part) {
        if (!(datum instanceof Datum.Text text)
                || text.pieces().stream().noneMatch(p -> p.text().contains(OPEN))) {
            return datum;
        }
        StringBuilder whole = new StringBuilder();
        NavigableMap<Integer, Datum.Piece> gaps = new TreeMap<>();
        for (Datum.Piece piece : text.pieces()) {
            if (piece.gap() != null) {
                gaps.put(whole.length(), piece);
            }
            whole.append(piece.gap() == null ? piece.text() : UNKNOWN);
        }
        List<Datum.Piece> pieces = new ArrayList<>();
        Gap gap = Gap.because("it is a dynamic reference, resolved when the stack is deployed");
        Matcher matcher = REFERENCE.matcher(whole);
        int end = 0;
        while (matcher.find()) {
            between(whole, end, matcher.start(), gaps, pieces);
            boolean isPublic = matcher.group(1).equals("ssm");
            pieces.add(new Datum.Piece("", isPublic ? gap.hinting(matcher.group(2)) : gap));
            end = matcher.end();
        }
        if (!part && whole.indexOf(OPEN, end) >= 0) {
            return Datum.Text.gap(gap, text.places());
        }
        between(whole, end, whole.length(), gaps, pieces);
        return new Datum.Text(pieces, text.provenance(), text.places(), end == 0 ? text.target() : null);
    }

    /** The pieces between two references. */
    private static void between(
            StringBuilder whole, int from, int to, NavigableMap<Integer, Datum.Piece> gaps, List<Datum.Piece> pieces) {
        int start = from;
        for (Map.Entry<Integer, Datum.Piece> gap : gaps.subMap(from, to).entrySet()) {
            known(whole.substring(start, gap.getKey()), pieces);
            pieces.add(gap.getValue());
            start = gap.getKey() + 1;
        }
        known(whole.substring(start, to), pieces);
    }

    private static void known(String text, List<Datum.Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(Datum.Piece.of(text));
        }
    }
}
