package io.github.ekslint.reader.terraform.module;

import static io.github.ekslint.reader.terraform.module.CollectionFunctions.contains;
import static io.github.ekslint.reader.terraform.module.CollectionFunctions.isOpen;
import static io.github.ekslint.reader.terraform.module.CollectionFunctions.opaque;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Functions that look at the items of lists and sets. */
final class SetFunctions {

    private static final int ANY = Integer.MAX_VALUE;
    private static final int MOST_ITEMS = 4_096;

    private SetFunctions() {}

    static void define(Map<String, Definition> all) {
        CollectionFunctions.define(all, "toset", 1, 1, (a, use) -> set(a.get(0), use));
        CollectionFunctions.define(all, "distinct", 1, 1, (a, use) -> distinct(a.get(0), use));
        CollectionFunctions.define(all, "compact", 1, 1, (a, use) -> compact(a.get(0), use));
        CollectionFunctions.define(all, "sort", 1, 1, (a, use) -> sort(a.get(0), use));
        CollectionFunctions.define(all, "contains", 2, 2, (a, use) -> find(a.get(0), a.get(1), use));
        CollectionFunctions.define(all, "setunion", 1, ANY, SetFunctions::union);
        CollectionFunctions.define(all, "setintersection", 1, ANY, (a, use) -> filtered(a, true, use));
        CollectionFunctions.define(all, "setsubtract", 2, 2, (a, use) -> filtered(a, false, use));
        CollectionFunctions.define(all, "setproduct", 1, ANY, SetFunctions::product);
        CollectionFunctions.define(all, "alltrue", 1, 1, (a, use) -> quantified(a.get(0), true, use));
        CollectionFunctions.define(all, "anytrue", 1, 1, (a, use) -> quantified(a.get(0), false, use));
    }

    /** Items that are surely the same are one; null when it is not known of two whether they are. */
    private static @Nullable List<Datum> unique(List<Datum> items) {
        List<Datum> unique = new ArrayList<>();
        for (Datum item : items) {
            Boolean there = contains(unique, item);
            if (there == null || item instanceof Datum.OpenList) {
                return null;
            }
            if (!there) {
                unique.add(item);
            }
        }
        return unique;
    }

    private static Datum distinct(Datum of, Use use) {
        if (!(of instanceof Datum.Items items)) {
            return of instanceof Datum.OpenList open
                    ? new Datum.OpenList(open.gap(), true, open.places())
                    : opaque(of, use);
        }
        List<Datum> unique = unique(items.items());
        return unique == null ? uncertain(items, use) : use.items(unique);
    }

    /** Ids of several resources differ, so that a list with them keeps its items; otherwise they may be fewer. */
    private static Datum uncertain(Datum.Items items, Use use) {
        boolean resources = items.items().stream()
                .allMatch(i -> i instanceof Datum.Text text && (text.known() != null || text.target() != null));
        return resources ? use.items(items.items().stream().distinct().toList()) : use.openList();
    }

    private static Datum set(Datum of, Use use) {
        Datum distinct = distinct(of, use);
        if (!(distinct instanceof Datum.Items items)) {
            return distinct;
        }
        boolean known = items.items().stream().allMatch(i -> Texts.known(i) != null);
        return known ? sort(items, use) : items;
    }

    private static Datum compact(Datum of, Use use) {
        if (!(of instanceof Datum.Items items)) {
            return of instanceof Datum.OpenList ? of : opaque(of, use);
        }
        List<Datum> kept = new ArrayList<>();
        for (Datum item : items.items()) {
            boolean empty = item instanceof Datum.Nothing || "".equals(Texts.known(item));
            boolean open = item instanceof Datum.Unknown
                    || item instanceof Datum.Text text && text.known() == null && text.target() == null;
            Gap gap = open ? Use.gap(item) : null;
            if (gap != null) {
                kept.add(new Datum.OpenList(gap, false, item.places()));
            } else if (!empty) {
                kept.add(item);
            }
        }
        return use.items(kept);
    }

    private static Datum sort(Datum of, Use use) {
        if (!(of instanceof Datum.Items items)) {
            return of instanceof Datum.OpenList ? use.openList() : opaque(of, use);
        }
        if (items.items().stream().anyMatch(i -> Texts.known(i) == null)) {
            return use.openList();
        }
        List<Datum> sorted = new ArrayList<>(items.items());
        boolean numbers = sorted.stream().allMatch(i -> Numbers.of(i) != null);
        Comparator<Datum> byText = Comparator.comparing(i -> String.valueOf(Texts.known(i)));
        Comparator<Datum> byNumber = Comparator.comparing(SetFunctions::number);
        sorted.sort(numbers ? byNumber.thenComparing(byText) : byText);
        return use.items(sorted);
    }

    private static BigDecimal number(Datum datum) {
        BigDecimal number = Numbers.of(datum);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static Datum find(Datum of, Datum wanted, Use use) {
        if (!(of instanceof Datum.Items items)) {
            return of instanceof Datum.Nothing ? use.refused("contains() takes a list") : use.unknown();
        }
        Boolean found = contains(items.items(), wanted);
        return found == null ? use.unknown() : use.flag(found);
    }

    private static Datum union(List<Datum> sets, Use use) {
        List<Datum> all = new ArrayList<>();
        for (Datum set : sets) {
            if (!(set instanceof Datum.Items items)) {
                return use.openList();
            }
            all.addAll(items.items());
        }
        return set(use.items(all), use);
    }

    private static Datum filtered(List<Datum> sets, boolean common, Use use) {
        if (!(sets.get(0) instanceof Datum.Items first)) {
            return use.openList();
        }
        List<Datum> kept = first.items();
        for (Datum set : sets.subList(1, sets.size())) {
            if (!(set instanceof Datum.Items other)) {
                return use.openList();
            }
            List<Datum> next = new ArrayList<>();
            for (Datum item : kept) {
                Boolean there = contains(other.items(), item);
                if (there == null) {
                    return use.openList();
                }
                if (there == common) {
                    next.add(item);
                }
            }
            kept = next;
        }
        return set(use.items(kept), use);
    }

    private static Datum product(List<Datum> sets, Use use) {
        List<List<Datum>> rows = List.of(List.of());
        for (Datum set : sets) {
            if (!(set instanceof Datum.Items items)
                    || isOpen(items)
                    || (long) rows.size() * items.items().size() > MOST_ITEMS) {
                return use.openList();
            }
            rows = rows.stream()
                    .flatMap(row -> items.items().stream().map(item -> Stream.concat(row.stream(), Stream.of(item))
                            .toList()))
                    .toList();
        }
        return use.items(rows.stream().map(use::items).toList());
    }

    private static Datum quantified(Datum of, boolean all, Use use) {
        if (!(of instanceof Datum.Items items)) {
            return opaque(of, use);
        }
        boolean open = false;
        for (Datum item : items.items()) {
            Boolean truth = Operators.truth(item);
            if (truth != null && truth != all) {
                return use.flag(!all);
            }
            open |= truth == null;
        }
        return open ? use.unknown() : use.flag(all);
    }
}
