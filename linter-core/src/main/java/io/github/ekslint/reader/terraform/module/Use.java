package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is made, and of what: from both follow the places and the provenance of the result.
 *
 * @param place of the expression
 * @param from what it is made of
 */
record Use(Place place, List<Datum> from) {

    private static final int MOST_PLACES = 8;

    /** How many values of a nested list are looked at. */
    private static final int MOST_LOOKED_AT = 20_000;

    /** Longest number that is written out. */
    private static final int MOST_DIGITS = 400;

    /** Marks what Terraform refuses: {@code try} takes its next argument then. */
    private static final String REFUSED = "\u0000refused";

    Use(Place place, Datum... from) {
        this(place, List.of(from));
    }

    /** The same, made of something else as well. */
    Use and(Datum more) {
        return new Use(
                place,
                java.util.stream.Stream.concat(from.stream(), java.util.stream.Stream.of(more))
                        .toList());
    }

    List<Place> places() {
        Set<Place> places = new LinkedHashSet<>(List.of(place));
        for (Datum one : from) {
            places.addAll(one.places());
        }
        return places.stream().limit(MOST_PLACES).toList();
    }

    Provenance provenance() {
        Provenance weakest = Provenance.EXPLICIT;
        for (Datum one : from) {
            weakest = Texts.weaker(weakest, provenance(one));
        }
        return weakest;
    }

    static Provenance provenance(Datum datum) {
        if (datum instanceof Datum.Text text) {
            return text.provenance();
        }
        return datum instanceof Datum.Items items ? items.provenance() : Provenance.EXPLICIT;
    }

    Datum.Text text(String text) {
        return new Datum.Text(List.of(Datum.Piece.of(text)), provenance(), places(), null);
    }

    Datum flag(boolean value) {
        return text(Boolean.toString(value));
    }

    Datum number(long value) {
        return text(Long.toString(value));
    }

    /** As Terraform writes numbers: {@code 1.30} is {@code 1.3}. */
    Datum number(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        if (Math.abs((long) shortest.scale()) > MOST_DIGITS || shortest.precision() > MOST_DIGITS) {
            return unknown("the number is too long");
        }
        return text(shortest.toPlainString());
    }

    Datum items(List<? extends Datum> items) {
        return new Datum.Items(List.copyOf(items), provenance(), places());
    }

    Datum mapping(Map<String, Datum> members) {
        return new Mapping(members, Map.of(), null, places());
    }

    Datum unknown(String why) {
        return new Datum.Unknown(Gap.because(why), places());
    }

    /** Not known, because something it is made of is not. */
    Datum unknown() {
        Gap gap = gap();
        return gap == null ? unknown("it cannot be worked out here") : new Datum.Unknown(derived(gap), places());
    }

    /** A list of which nothing is known, because something it is made of is not. */
    Datum openList() {
        Gap gap = gap();
        return new Datum.OpenList(
                gap == null ? Gap.because("it cannot be worked out here") : derived(gap), false, places());
    }

    /** What Terraform refuses with an error. */
    Datum refused(String why) {
        return new Datum.Unknown(Gap.because("Terraform refuses it: " + why).hinting(REFUSED), places());
    }

    static boolean isRefused(Datum datum) {
        return datum instanceof Datum.Unknown unknown && unknown.gap().hint().equals(REFUSED);
    }

    /** The first gap of what it is made of; null when there is none. */
    @Nullable
    Gap gap() {
        for (Datum one : from) {
            Gap gap = gap(one);
            if (gap != null) {
                return gap;
            }
        }
        return null;
    }

    /** The first thing in it that is not known; null when all is. */
    static @Nullable Gap gap(Datum datum) {
        return gap(datum, new int[] {MOST_LOOKED_AT});
    }

    private static @Nullable Gap gap(Datum datum, int[] left) {
        if (left[0]-- <= 0) {
            return Gap.because("it is too large");
        }
        if (datum instanceof Datum.Text text) {
            return text.gap();
        } else if (datum instanceof Datum.Unknown unknown) {
            return unknown.gap();
        } else if (datum instanceof Datum.OpenList open) {
            return open.gap();
        } else if (datum instanceof Datum.Items items) {
            for (Datum item : items.items()) {
                Gap gap = gap(item, left);
                if (gap != null) {
                    return gap;
                }
            }
        } else if (datum instanceof Datum.Members members) {
            return members.rest();
        }
        return null;
    }

    /** The reason stays; the identity, and whose attribute it is, do not. */
    private static Gap derived(Gap gap) {
        return new Gap(gap.why(), gap.settledBy(), null, null, gap.hint(), Set.of(), false);
    }
}
