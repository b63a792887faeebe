package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Input;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression of a spec gives. */
public sealed interface Datum {

    /** The use first, then what it depends on. */
    List<Place> places();

    /**
     * A text, a number or a boolean.
     *
     * @param pieces what it is put together from
     * @param target the resource whose attribute it is, also when the text is known; null when it is none's
     */
    record Text(List<Piece> pieces, Provenance provenance, List<Place> places, @Nullable Target target)
            implements Datum {
        /** Keeps its own copies. */
        public Text {
            pieces = List.copyOf(pieces);
            places = List.copyOf(places);
        }

        /** A text that is written. */
        public static Text of(String text, Place... places) {
            return new Text(List.of(Piece.of(text)), Provenance.EXPLICIT, List.of(places), null);
        }

        /** A text that is not known. */
        public static Text gap(Gap gap, List<Place> places) {
            return new Text(List.of(new Piece("", gap)), Provenance.EXPLICIT, places, gap.target());
        }

        /** The whole text; null when a piece of it is not known. */
        public @Nullable String known() {
            StringBuilder whole = new StringBuilder();
            for (Piece piece : pieces) {
                if (piece.gap() != null) {
                    return null;
                }
                whole.append(piece.text());
            }
            return whole.toString();
        }

        /** The first piece that is not known; null when all are. */
        public @Nullable Gap gap() {
            return pieces.stream()
                    .map(Piece::gap)
                    .filter(g -> g != null)
                    .findFirst()
                    .orElse(null);
        }

        /** What tells it from other texts; null when a piece of it has no identity. */
        public @Nullable String identity() {
            StringBuilder whole = new StringBuilder();
            for (Piece piece : pieces) {
                Gap gap = piece.gap();
                Symbol symbol = gap == null ? null : gap.symbol();
                if (gap != null && symbol == null) {
                    return null;
                }
                whole.append(symbol == null ? piece.text() : symbol.inText());
            }
            return whole.toString();
        }
    }

    /**
     * A part of a text.
     *
     * @param text when it is known
     * @param gap when it is not; else null
     */
    record Piece(String text, @Nullable Gap gap) {
        /** A part that is known. */
        public static Piece of(String text) {
            return new Piece(text, null);
        }
    }

    /** A list. */
    record Items(List<Datum> items, Provenance provenance, List<Place> places) implements Datum {
        /** Keeps its own copies. */
        public Items {
            items = List.copyOf(items);
            places = List.copyOf(places);
        }
    }

    /**
     * A list of which neither length nor items are known.
     *
     * @param distinct whether no two of its items are the same
     */
    record OpenList(Gap gap, boolean distinct, List<Place> places) implements Datum {}

    /** A mapping whose members are evaluated when they are asked for; each dialect has its own. */
    non-sealed interface Members extends Datum {
        /** Where the mapping is written. */
        Place place();

        /** What a member gives; {@link Nothing} when it is not written. */
        Datum get(String key);

        /** The keys of the members that are there, in the order written. */
        Set<String> keys();

        /** Where the key of a member is written; empty when it is not. */
        Optional<Place> keyPlace(String key);

        /** Why there may be other members than those; null when there are none. */
        default @Nullable Gap rest() {
            return null;
        }

        /** The other members, when there are no more than these, of whose keys the beginning is known; else none. */
        default List<Partly> partly() {
            return List.of();
        }

        @Override
        default List<Place> places() {
            return List.of(place());
        }
    }

    /**
     * A member of whose key only the beginning is known.
     *
     * @param key with a piece of text first
     */
    record Partly(Text key, Datum value) {
        /** What stands for a member with that key; empty when nothing of the key's beginning is known. */
        public static Optional<Partly> of(Datum key, Datum value) {
            return key instanceof Text text
                            && text.pieces().size() > 1
                            && !text.pieces().get(0).text().isEmpty()
                    ? Optional.of(new Partly(text, value))
                    : Optional.empty();
        }

        /** Whether the key may be that one. */
        public boolean mayBe(String other) {
            return other.startsWith(key.pieces().get(0).text());
        }
    }

    /** What is not written, or written as nothing. */
    record Nothing(List<Place> places) implements Datum {}

    /** Something of which not even the shape is known. */
    record Unknown(Gap gap, List<Place> places) implements Datum {}

    /** One of several, depending on an open input. */
    record Choice(Input input, Map<String, Datum> cases, List<Place> places) implements Datum {
        /** Keeps its own copies. */
        public Choice {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
            places = List.copyOf(places);
        }
    }

    /** What is not known, for that reason. */
    static Datum unknown(String why, Place place) {
        return new Unknown(Gap.because(why), List.of(place));
    }
}
