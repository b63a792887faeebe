package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is taken of a value: an attribute, an element, or something of every element. */
final class Steps {

    private Steps() {}

    /** {@code of.name}. */
    static Datum attribute(Datum of, String name, Place use) {
        return Choices.map(of, d -> {
            if (d instanceof Datum.Members members) {
                return member(members, name, use);
            }
            if (d instanceof Datum.Items || d instanceof Datum.Nothing) {
                boolean number = name.chars().allMatch(Character::isDigit);
                return number
                        ? index(d, new Use(use).text(name), use)
                        : new Use(use, d).refused("what “.%s” is taken of is no object".formatted(name));
            }
            return part(d, "." + name, use);
        });
    }

    private static Datum member(Datum.Members members, String key, Place use) {
        if (members.keys().contains(key) || members.rest() != null) {
            return members.get(key);
        }
        Datum member = members.get(key);
        return member instanceof Datum.Nothing
                ? new Use(use, members).refused("there is no “%s”".formatted(key))
                : member;
    }

    /** {@code of[key]}. */
    static Datum index(Datum of, Datum key, Place use) {
        return Choices.lift(List.of(of, key), both -> element(both.get(0), both.get(1), use));
    }

    private static Datum element(Datum of, Datum key, Place use) {
        String known = Texts.known(key);
        if (known == null) {
            return new Use(use, key, of).unknown();
        }
        if (of instanceof Datum.Members members) {
            return member(members, known, use);
        }
        BigDecimal number = Numbers.of(key);
        if (of instanceof Datum.Items items && number != null) {
            return item(items, number.intValue(), use);
        }
        if (of instanceof Datum.OpenList open && number != null && number.signum() >= 0) {
            return Texts.select(number.intValue(), open);
        }
        if (of instanceof Datum.Items || of instanceof Datum.Nothing) {
            return new Use(use, of).refused("“%s” is no index of it".formatted(known));
        }
        return part(of, "[" + known + "]", use);
    }

    /** An item by its position; items after a list of unknown length have none. */
    static Datum item(Datum.Items items, int index, Place use) {
        for (int i = 0; i <= index && i < items.items().size(); i++) {
            if (items.items().get(i) instanceof Datum.OpenList open) {
                return new Use(use, open).unknown();
            }
        }
        if (index < 0 || index >= items.items().size()) {
            return new Use(use, items).refused("the list has no item %d".formatted(index));
        }
        return items.items().get(index);
    }

    /** A part of what is not known: with an identity when the whole has one. */
    private static Datum part(Datum of, String step, Place use) {
        if (Use.isRefused(of)) {
            return of;
        }
        Gap gap = Use.gap(of);
        if (gap == null) {
            return new Use(use, of).refused("“%s” is taken of a text".formatted(step));
        }
        Symbol symbol = gap.symbol();
        Gap part = new Gap(gap.why(), gap.settledBy(), null, null, "", java.util.Set.of(), false);
        boolean whole = of instanceof Datum.Unknown || of instanceof Datum.OpenList;
        return new Datum.Unknown(
                symbol == null || !whole ? part : part.as(new Symbol(symbol.list() + "/" + symbol.index() + step, "")),
                new Use(use, of).places());
    }

    /** {@code of[*].each}: one that is no list counts as a list of itself, and null as an empty one. */
    static Datum splat(Datum of, UnaryOperator<Datum> each, Place use) {
        return Choices.map(of, d -> {
            if (d instanceof Datum.Nothing) {
                return new Use(use, d).items(List.of());
            }
            if (Use.isRefused(d)) {
                return d;
            }
            if (d instanceof Datum.Items items) {
                List<Datum> results = new ArrayList<>();
                for (Datum item : items.items()) {
                    results.add(item instanceof Datum.OpenList open ? opened(open, each, use) : each.apply(item));
                }
                return new Datum.Items(results, items.provenance(), new Use(use, items).places());
            }
            if (d instanceof Datum.OpenList open) {
                return opened(open, each, use);
            }
            if (d instanceof Datum.Unknown) {
                return new Use(use, d).openList();
            }
            return new Use(use, d).items(List.of(each.apply(d)));
        });
    }

    /** A list of unknown length stays one; what it is called tells what was taken. */
    private static Datum opened(Datum.OpenList open, UnaryOperator<Datum> each, Place use) {
        Datum one = each.apply(new Datum.Unknown(open.gap(), open.places()));
        Gap gap = Use.gap(one);
        return new Datum.OpenList(gap == null ? open.gap() : gap, false, new Use(use, open).places());
    }
}
