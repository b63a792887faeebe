package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts and lists of texts, put together and taken apart, also where pieces of them are not known. */
public final class Texts {

    private static final int LONGEST = 200_000;
    private static final int MOST_PLACES = 8;

    private Texts() {}

    /** The text when it is known; else null. */
    public static @Nullable String known(Datum datum) {
        return datum instanceof Datum.Text text ? text.known() : null;
    }

    /**
     * One text of several, under every open input.
     *
     * @param use where it stands, and what that rests on
     * @param base how it is known when all parts are written
     */
    public static Datum concat(List<Datum> parts, List<Place> use, Provenance base) {
        return Choices.lift(parts, p -> concatKnownShapes(p, use, base));
    }

    private static Datum concatKnownShapes(List<Datum> parts, List<Place> use, Provenance base) {
        List<Datum.Piece> pieces = new ArrayList<>();
        Set<Place> places = new LinkedHashSet<>(use);
        Provenance provenance = base;
        Target target = null;
        int length = 0;
        for (Datum part : parts) {
            part.places().stream().limit(MOST_PLACES).forEach(places::add);
            if (part instanceof Datum.Text text) {
                provenance = weaker(provenance, text.provenance());
                for (Datum.Piece piece : text.pieces()) {
                    length += piece.text().length() + 1;
                    if (piece.gap() != null || !piece.text().isEmpty()) {
                        pieces.add(piece);
                    }
                }
                if (text.target() != null) {
                    target = text.target();
                }
            } else if (part instanceof Datum.Unknown unknown) {
                pieces.add(new Datum.Piece("", unknown.gap()));
            } else if (part instanceof Datum.OpenList list) {
                pieces.add(new Datum.Piece("", list.gap()));
            } else if (!(part instanceof Datum.Nothing)) {
                return Datum.unknown("a list or a mapping stands where a text belongs", use.get(0));
            }
            if (length > LONGEST) {
                return Datum.unknown("the text is too long", use.get(0));
            }
        }
        long written = parts.stream()
                .filter(p -> !(p instanceof Datum.Text t) || !"".equals(t.known()))
                .count();
        if (pieces.isEmpty()) {
            pieces.add(Datum.Piece.of(""));
        }
        return new Datum.Text(
                pieces, provenance, places.stream().limit(MOST_PLACES).toList(), written == 1 ? target : null);
    }

    /** Of what rests on two values. */
    public static Provenance weaker(Provenance one, Provenance other) {
        return one == Provenance.ASSUMED || other == Provenance.ASSUMED ? Provenance.ASSUMED : one;
    }

    /** The items of a list as one text. */
    public static Datum join(String delimiter, Datum list, List<Place> use, Provenance base) {
        if (list instanceof Datum.OpenList open) {
            return Datum.Text.gap(open.gap(), open.places());
        }
        if (!(list instanceof Datum.Items items)) {
            return list instanceof Datum.Unknown ? list : Datum.unknown("the list to join is not known", use.get(0));
        }
        return Choices.lift(items.items(), all -> {
            List<Datum> parts = new ArrayList<>();
            for (Datum item : all) {
                if (item instanceof Datum.Nothing) {
                    continue;
                }
                if (!parts.isEmpty()) {
                    parts.add(Datum.Text.of(delimiter));
                }
                parts.add(item);
            }
            return concatKnownShapes(parts, use, base);
        });
    }

    /** A list of the parts. The id of a resource holds no delimiter; any other piece that is not known may. */
    public static Datum split(String delimiter, Datum datum) {
        if (!(datum instanceof Datum.Text text)) {
            return datum;
        }
        List<List<Datum.Piece>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (Datum.Piece piece : text.pieces()) {
            Gap gap = piece.gap();
            if (gap != null) {
                if (gap.target() == null && !gap.single()) {
                    return new Datum.OpenList(gap, false, text.places());
                }
                parts.get(parts.size() - 1).add(piece);
                continue;
            }
            String[] split = piece.text().split(Pattern.quote(delimiter), -1);
            for (int i = 0; i < split.length; i++) {
                if (i > 0) {
                    parts.add(new ArrayList<>());
                }
                if (!split[i].isEmpty()) {
                    parts.get(parts.size() - 1).add(Datum.Piece.of(split[i]));
                }
            }
        }
        List<Datum> items = new ArrayList<>();
        for (List<Datum.Piece> part : parts) {
            Target target = part.size() == 1 && part.get(0).gap() != null
                    ? part.get(0).gap().target()
                    : null;
            items.add(new Datum.Text(
                    part.isEmpty() ? List.of(Datum.Piece.of("")) : part, text.provenance(), text.places(), target));
        }
        return new Datum.Items(items, text.provenance(), text.places());
    }

    /** The item of a list at an index, counted from 0; what is not known stays comparable. */
    public static Datum select(int index, Datum list) {
        if (list instanceof Datum.OpenList open) {
            Symbol symbol = open.gap().symbol();
            if (symbol == null) {
                return Datum.Text.gap(open.gap(), open.places());
            }
            Symbol element = open.distinct()
                    ? new Symbol(symbol.list(), Integer.toString(index))
                    : new Symbol(symbol.list() + "#" + index, "");
            return Datum.Text.gap(open.gap().as(element), open.places());
        }
        if (!(list instanceof Datum.Items items)) {
            return list instanceof Datum.Unknown ? list : Datum.unknown("the list is not known", place(list));
        }
        if (index >= items.items().size()) {
            return Datum.unknown(
                    "the list has %d items and number %d is taken"
                            .formatted(items.items().size(), index),
                    place(list));
        }
        for (Datum item : items.items().subList(0, index + 1)) {
            if (item instanceof Datum.Choice) {
                return Choices.lift(items.items(), all -> {
                    List<Datum> there = all.stream()
                            .filter(i -> !(i instanceof Datum.Nothing))
                            .toList();
                    return select(index, new Datum.Items(there, items.provenance(), items.places()));
                });
            }
        }
        return items.items().get(index);
    }

    private static Place place(Datum datum) {
        return datum.places().get(0);
    }
}
