package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values as they are used somewhere, or rest on something. */
final class Uses {

    private static final int MOST_PLACES = 8;

    /** How deep what is refused is looked for. */
    private static final int DEEPEST = 4;

    private Uses() {}

    /** The value as used here: the use is its first place. */
    static Datum at(Datum datum, Place use) {
        return with(datum, old -> {
            List<Place> places = new ArrayList<>(List.of(use));
            old.stream().filter(p -> !p.equals(use)).limit(MOST_PLACES).forEach(places::add);
            return places;
        });
    }

    /** The value with other places. */
    static Datum with(Datum datum, UnaryOperator<List<Place>> change) {
        List<Place> places = change.apply(datum.places());
        if (datum instanceof Datum.Text t) {
            return new Datum.Text(t.pieces(), t.provenance(), places, t.target());
        } else if (datum instanceof Datum.Items i) {
            return new Datum.Items(i.items(), i.provenance(), places);
        } else if (datum instanceof Datum.OpenList o) {
            return new Datum.OpenList(o.gap(), o.distinct(), places);
        } else if (datum instanceof Datum.Unknown u) {
            return new Datum.Unknown(u.gap(), places);
        } else if (datum instanceof Datum.Nothing) {
            return new Datum.Nothing(places);
        } else if (datum instanceof Mapping m) {
            return new Mapping(m.members(), m.keyPlaces(), m.rest(), m.partly(), places);
        } else if (datum instanceof Datum.Choice c) {
            return new Datum.Choice(c.input(), each(c.cases(), d -> with(d, change)), places);
        }
        return datum;
    }

    /** The value, which rests on a condition: what that assumes is assumed of the value. */
    static Datum resting(Datum datum, Datum condition) {
        return Use.provenance(condition) == Provenance.ASSUMED ? assumed(datum, condition.places()) : datum;
    }

    /** The value as one that a deployment may override. */
    static Datum assumed(Datum datum, List<Place> because) {
        UnaryOperator<List<Place>> more = old -> {
            List<Place> places = new ArrayList<>(old);
            because.stream().filter(p -> !places.contains(p)).forEach(places::add);
            return places.stream().limit(MOST_PLACES).toList();
        };
        if (datum instanceof Datum.Text t) {
            Provenance weaker = Texts.weaker(t.provenance(), Provenance.ASSUMED);
            return new Datum.Text(t.pieces(), weaker, more.apply(t.places()), t.target());
        } else if (datum instanceof Datum.Items i) {
            List<Datum> items = i.items().stream().map(d -> assumed(d, because)).toList();
            return new Datum.Items(items, Provenance.ASSUMED, more.apply(i.places()));
        } else if (datum instanceof Mapping m) {
            Map<String, Datum> members = each(m.members(), d -> assumed(d, because));
            return new Mapping(members, m.keyPlaces(), m.rest(), m.partly(), m.places());
        } else if (datum instanceof Datum.Choice c) {
            return new Datum.Choice(c.input(), each(c.cases(), d -> assumed(d, because)), c.places());
        }
        return datum;
    }

    /** Whether Terraform refuses it, or something written in it. */
    static boolean holdsRefused(Datum datum) {
        return holdsRefused(datum, 0);
    }

    private static boolean holdsRefused(Datum datum, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (datum instanceof Datum.Items items) {
            return items.items().stream().anyMatch(i -> holdsRefused(i, depth + 1));
        }
        return datum instanceof Mapping mapping
                ? mapping.members().values().stream().anyMatch(m -> holdsRefused(m, depth + 1))
                : Use.isRefused(datum);
    }

    private static Map<String, Datum> each(Map<String, Datum> members, UnaryOperator<Datum> change) {
        Map<String, Datum> changed = new LinkedHashMap<>();
        members.forEach((k, d) -> changed.put(k, change.apply(d)));
        return changed;
    }
}
