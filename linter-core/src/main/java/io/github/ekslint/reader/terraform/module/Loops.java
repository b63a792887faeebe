package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code for} expressions. */
final class Loops {

    private static final int MOST = 20_000;

    private Loops() {}

    /** What a loop is at. */
    record Element(Datum key, Datum value) {}

    /** The elements of a collection, maps in the order of their keys; null when they are not all known. */
    static @Nullable List<Element> elements(Datum collection, Place place) {
        List<Element> elements = new ArrayList<>();
        if (collection instanceof Datum.Items items && !CollectionFunctions.isOpen(items)) {
            for (int i = 0; i < items.items().size(); i++) {
                elements.add(new Element(new Use(place).number(i), items.items().get(i)));
            }
            return elements;
        }
        if (collection instanceof Datum.Members members && members.rest() == null) {
            members.keys().stream().sorted().forEach(k -> elements.add(element(members, k, place)));
            return elements;
        }
        return null;
    }

    private static Element element(Datum.Members members, String key, Place place) {
        Place written = members.keyPlace(key).orElse(place);
        return new Element(Datum.Text.of(key, written), members.get(key));
    }

    static Scope bound(Scope scope, @Nullable String key, String value, Element element) {
        Scope inner = scope.with(value, element.value());
        return key == null ? inner : inner.with(key, element.key());
    }

    static Datum eval(HclExpression.For loop, Scope scope) {
        return Choices.map(Expressions.eval(loop.collection(), scope), c -> over(loop, c, scope));
    }

    private static Datum over(HclExpression.For loop, Datum collection, Scope scope) {
        Place place = loop.place();
        if (Use.isRefused(collection)) {
            return collection;
        }
        List<Element> elements = elements(known(collection), place);
        Use use = new Use(place, collection);
        if (elements == null) {
            boolean never = Use.gap(collection) == null;
            return never
                    ? use.refused("“for” takes a collection")
                    : loop.key() == null ? open(loop, collection, scope) : use.unknown();
        }
        if (elements.size() > MOST) {
            return use.unknown("the collection is too large");
        }
        Gap rest = rest(collection);
        List<Scope> scopes = elements.stream()
                .map(e -> bound(scope, loop.keyName(), loop.valueName(), e))
                .toList();
        HclExpression condition = loop.condition();
        if (condition == null) {
            return collected(loop, scopes, use, rest);
        }
        List<Datum> conditions =
                scopes.stream().map(s -> Expressions.eval(condition, s)).toList();
        return Choices.lift(conditions, decided -> {
            List<Scope> kept = new ArrayList<>();
            Gap more = rest;
            for (int i = 0; i < decided.size(); i++) {
                Boolean truth = Operators.truth(decided.get(i));
                if (Boolean.TRUE.equals(truth)) {
                    kept.add(scopes.get(i));
                } else if (truth == null) {
                    Gap gap = Use.gap(decided.get(i));
                    more = gap == null ? Gap.because("a condition of it is neither true nor false") : gap;
                }
            }
            return collected(loop, kept, use.and(new Datum.Items(decided, use.provenance(), List.of(place))), more);
        });
    }

    /** The part of a collection that is known. */
    private static Datum known(Datum collection) {
        if (collection instanceof Datum.Items items) {
            List<Datum> there = items.items().stream()
                    .filter(i -> !(i instanceof Datum.OpenList))
                    .toList();
            return new Datum.Items(there, items.provenance(), items.places());
        }
        if (collection instanceof Datum.Members members && members.rest() != null) {
            Map<String, Datum> there = new LinkedHashMap<>();
            members.keys().forEach(k -> there.put(k, members.get(k)));
            return new Mapping(there, Map.of(), null, members.places());
        }
        return collection;
    }

    private static @Nullable Gap rest(Datum collection) {
        if (collection instanceof Datum.Items items) {
            return items.items().stream()
                    .filter(i -> i instanceof Datum.OpenList)
                    .map(Use::gap)
                    .findFirst()
                    .orElse(null);
        }
        return collection instanceof Datum.Members members ? members.rest() : null;
    }

    private static Datum collected(HclExpression.For loop, List<Scope> scopes, Use use, @Nullable Gap rest) {
        HclExpression key = loop.key();
        if (key == null) {
            List<Datum> items = new ArrayList<>();
            scopes.forEach(s -> items.add(Expressions.eval(loop.value(), s)));
            if (rest != null) {
                items.add(new Datum.OpenList(rest, false, use.places()));
            }
            return use.items(items);
        }
        List<Datum> keys = scopes.stream().map(s -> Expressions.eval(key, s)).toList();
        return Choices.lift(keys, known -> mapping(loop, known, scopes, use, rest));
    }

    private static Datum mapping(
            HclExpression.For loop, List<Datum> keys, List<Scope> scopes, Use use, @Nullable Gap rest) {
        Map<String, Datum> members = new LinkedHashMap<>();
        Map<String, List<Datum>> groups = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        Gap more = rest;
        for (int i = 0; i < keys.size(); i++) {
            String known = Texts.known(keys.get(i));
            if (known == null) {
                Gap gap = Use.gap(keys.get(i));
                more = gap == null ? Gap.because("a key of it is not known") : gap;
                continue;
            }
            Datum value = Expressions.eval(loop.value(), scopes.get(i));
            members.put(known, value);
            groups.computeIfAbsent(known, k -> new ArrayList<>()).add(value);
            places.put(
                    known,
                    keys.get(i).places().isEmpty()
                            ? use.place()
                            : keys.get(i).places().get(0));
        }
        if (loop.grouped()) {
            groups.forEach((k, v) -> members.put(k, use.items(v)));
        }
        return new Mapping(members, places, more, use.places());
    }

    /** A list of unknown length: what an element gives tells what the result is called. */
    private static Datum open(HclExpression.For loop, Datum collection, Scope scope) {
        Gap gap = Use.gap(collection);
        if (gap == null || loop.condition() != null) {
            return new Use(loop.place(), collection).openList();
        }
        Element any =
                new Element(new Datum.Unknown(gap, collection.places()), new Datum.Unknown(gap, collection.places()));
        Datum one = Expressions.eval(loop.value(), bound(scope, loop.keyName(), loop.valueName(), any));
        Gap result = Use.gap(one);
        boolean distinct = collection instanceof Datum.OpenList list
                && list.distinct()
                && loop.value() instanceof HclExpression.Variable same
                && same.name().equals(loop.valueName());
        return new Datum.OpenList(result == null ? gap : result, distinct, new Use(loop.place(), collection).places());
    }
}
