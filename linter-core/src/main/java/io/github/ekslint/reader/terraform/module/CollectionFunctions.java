package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import io.github.ekslint.reader.terraform.module.Functions.Function;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions of lists and maps. */
final class CollectionFunctions {

    private static final int ANY = Integer.MAX_VALUE;
    private static final int MOST_ITEMS = 4_096;
    private static final int MOST_FLATTENED = 20_000;

    private CollectionFunctions() {}

    static void define(Map<String, Definition> all) {
        define(all, "length", 1, 1, (a, use) -> length(a.get(0), use));
        define(all, "concat", 0, ANY, CollectionFunctions::concat);
        define(all, "flatten", 1, 1, (a, use) -> flatten(a.get(0), use));
        define(all, "merge", 0, ANY, CollectionFunctions::merge);
        define(all, "lookup", 2, 3, CollectionFunctions::lookup);
        define(all, "element", 2, 2, CollectionFunctions::element);
        define(all, "slice", 3, 3, CollectionFunctions::slice);
        define(all, "keys", 1, 1, (a, use) -> keys(a.get(0), use));
        define(all, "values", 1, 1, (a, use) -> values(a.get(0), use));
        define(all, "zipmap", 2, 2, CollectionFunctions::zipmap);
        define(all, "range", 1, 3, CollectionFunctions::range);
        define(
                all,
                "reverse",
                1,
                1,
                (a, use) -> known(a.get(0), use, items -> {
                    List<Datum> reversed = new ArrayList<>(items);
                    java.util.Collections.reverse(reversed);
                    return use.items(reversed);
                }));
        define(all, "chunklist", 2, 2, CollectionFunctions::chunks);
        define(all, "coalesce", 0, ANY, CollectionFunctions::coalesce);
        define(all, "coalescelist", 0, ANY, CollectionFunctions::coalesceList);
        define(all, "one", 1, 1, (a, use) -> one(a.get(0), use));
        define(all, "index", 2, 2, CollectionFunctions::index);
        define(all, "matchkeys", 3, 3, CollectionFunctions::matchKeys);
        define(all, "transpose", 1, 1, (a, use) -> transpose(a.get(0), use));
        define(all, "tolist", 1, 1, (a, use) -> list(a.get(0), use));
        define(all, "tomap", 1, 1, (a, use) -> a.get(0));
        define(all, "list", 0, ANY, (a, use) -> use.items(a));
        define(all, "map", 0, ANY, CollectionFunctions::pairs);
        for (String same : List.of("sensitive", "nonsensitive", "ephemeralasnull", "issensitive")) {
            define(all, same, 1, 1, (a, use) -> a.get(0));
        }
    }

    static void define(Map<String, Definition> all, String name, int least, int most, Function function) {
        all.put(name, new Definition(function, least, most));
    }

    private interface OfItems {
        Datum apply(List<Datum> items);
    }

    /** Applies to a list whose length is known. */
    private static Datum known(Datum list, Use use, OfItems function) {
        return list instanceof Datum.Items items && !isOpen(items)
                ? function.apply(items.items())
                : list instanceof Datum.Items || list instanceof Datum.OpenList ? use.openList() : opaque(list, use);
    }

    static boolean isOpen(Datum.Items items) {
        return items.items().stream().anyMatch(i -> i instanceof Datum.OpenList);
    }

    /** What comes of an argument that is not known, or of the wrong kind. */
    static Datum opaque(Datum argument, Use use) {
        return Use.gap(argument) != null ? use.unknown() : use.refused("an argument is of the wrong kind");
    }

    private static Datum length(Datum of, Use use) {
        if (of instanceof Datum.Items items && !isOpen(items)) {
            return use.number(items.items().size());
        }
        if (of instanceof Datum.Members members && members.rest() == null) {
            return use.number(members.keys().size());
        }
        String text = Texts.known(of);
        return text != null ? use.number(text.codePointCount(0, text.length())) : opaque(of, use);
    }

    private static Datum concat(List<Datum> lists, Use use) {
        List<Datum> all = new ArrayList<>();
        for (Datum list : lists) {
            if (list instanceof Datum.Items items) {
                all.addAll(items.items());
            } else if (list instanceof Datum.OpenList) {
                all.add(list);
            } else {
                Gap gap = Use.gap(list);
                if (gap == null) {
                    return use.refused("concat() takes lists");
                }
                all.add(new Datum.OpenList(gap, false, list.places()));
            }
        }
        if (all.size() > MOST_FLATTENED) {
            return use.unknown("the list is too long");
        }
        return all.size() == 1 && all.get(0) instanceof Datum.OpenList only ? only : use.items(all);
    }

    private static Datum flatten(Datum list, Use use) {
        if (!(list instanceof Datum.Items items)) {
            return list instanceof Datum.OpenList ? use.openList() : opaque(list, use);
        }
        List<Datum> all = new ArrayList<>();
        int[] left = {MOST_FLATTENED};
        flatten(items, all, left);
        return left[0] < 0 ? use.unknown("the list is too long") : use.items(all);
    }

    private static void flatten(Datum.Items items, List<Datum> all, int[] left) {
        for (Datum item : items.items()) {
            if (left[0]-- < 0) {
                return;
            }
            if (item instanceof Datum.Items inner) {
                flatten(inner, all, left);
            } else if (item instanceof Datum.Unknown unknown) {
                all.add(new Datum.OpenList(unknown.gap(), false, unknown.places()));
            } else {
                all.add(item);
            }
        }
    }

    /** The members of several maps; the last one that has a key wins. */
    static Datum merge(List<Datum> maps, Use use) {
        Map<String, Datum> members = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        Gap rest = null;
        List<Datum.Partly> partly = new ArrayList<>();
        boolean told = true;
        for (Datum map : maps) {
            if (map instanceof Datum.Members some) {
                if (some.rest() != null) {
                    Gap more = some.rest();
                    List<Datum.Partly> others = some.partly();
                    members.replaceAll(
                            (k, v) -> others.isEmpty() || others.stream().anyMatch(p -> p.mayBe(k))
                                    ? new Datum.Unknown(more, use.places())
                                    : v);
                    rest = more;
                    told &= !others.isEmpty();
                    partly.addAll(others);
                }
                for (String key : some.keys()) {
                    members.put(key, some.get(key));
                    some.keyPlace(key).ifPresent(p -> places.put(key, p));
                }
            } else if (!(map instanceof Datum.Nothing)) {
                Gap gap = Use.gap(map);
                if (gap == null) {
                    return use.refused("merge() takes maps");
                }
                members.replaceAll((k, v) -> new Datum.Unknown(gap, use.places()));
                rest = gap;
                told = false;
            }
        }
        return new Mapping(members, places, rest, told ? partly : List.of(), use.places());
    }

    /** Keys and values in turn, as Terraform took them before version 0.15. */
    private static Datum pairs(List<Datum> keysAndValues, Use use) {
        if (keysAndValues.size() % 2 != 0) {
            return use.refused("map() takes pairs");
        }
        Map<String, Datum> members = new LinkedHashMap<>();
        Gap rest = null;
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            String key = Texts.known(keysAndValues.get(i));
            if (key != null) {
                members.put(key, keysAndValues.get(i + 1));
            } else {
                Gap gap = Use.gap(keysAndValues.get(i));
                rest = gap == null ? Gap.because("a key of it is not known") : gap;
            }
        }
        return new Mapping(members, Map.of(), rest, use.places());
    }

    private static Datum lookup(List<Datum> arguments, Use use) {
        String key = Texts.known(arguments.get(1));
        boolean empty =
                arguments.get(0) instanceof Datum.Members none && none.keys().isEmpty() && none.rest() == null;
        if (empty && arguments.size() > 2) {
            return arguments.get(2);
        }
        if (!(arguments.get(0) instanceof Datum.Members members) || key == null) {
            return Use.gap(arguments.get(0)) != null || key == null ? use.unknown() : opaque(arguments.get(0), use);
        }
        if (members.keys().contains(key) || members.rest() != null) {
            return members.get(key);
        }
        return arguments.size() > 2 ? arguments.get(2) : use.refused("lookup() finds no “%s”".formatted(key));
    }

    private static Datum element(List<Datum> arguments, Use use) {
        Integer index = Numbers.whole(arguments.get(1));
        if (index == null) {
            return opaque(arguments.get(1), use);
        }
        Datum list = arguments.get(0);
        if (list instanceof Datum.Items items && !isOpen(items)) {
            int size = items.items().size();
            return size == 0
                    ? use.refused("element() takes a list that is not empty")
                    : items.items().get(Math.floorMod(index, size));
        }
        if (list instanceof Datum.OpenList open) {
            return wrapped(open, index, use);
        }
        return opaque(list, use);
    }

    /**
     * The index begins again after the last item: of a list whose length is not known, only the first is sure. Every Region has two
     * Availability Zones at least.
     */
    private static Datum wrapped(Datum.OpenList open, int index, Use use) {
        Symbol symbol = open.gap().symbol();
        if (index == 0 || symbol == null || (index == 1 && symbol.list().contains("aws_availability_zones."))) {
            return Texts.select(Math.max(0, index), open);
        }
        Gap gap = open.gap().as(new Symbol(symbol.list() + "/element", Integer.toString(index)));
        Gap alone = open.gap().as(new Symbol(symbol.list() + "/element " + index, ""));
        return Datum.Text.gap(open.distinct() ? alone : gap, use.places());
    }

    private static Datum slice(List<Datum> arguments, Use use) {
        Integer from = Numbers.whole(arguments.get(1));
        Integer to = Numbers.whole(arguments.get(2));
        Datum list = arguments.get(0);
        if (from == null || to == null) {
            return list instanceof Datum.Items || list instanceof Datum.OpenList ? use.openList() : use.unknown();
        }
        boolean impossible = from < 0 || to < from || to - from > MOST_ITEMS;
        if (impossible) {
            return use.refused("slice() takes no items %d to %d".formatted(from, to));
        }
        if (list instanceof Datum.Items items && !isOpen(items)) {
            return to > items.items().size()
                    ? use.refused("slice() ends after the list")
                    : use.items(items.items().subList(from, to));
        }
        if (list instanceof Datum.OpenList open) {
            List<Datum> items = new ArrayList<>();
            for (int i = from; i < to; i++) {
                items.add(Texts.select(i, open));
            }
            return use.items(items);
        }
        return list instanceof Datum.Items ? use.openList() : opaque(list, use);
    }

    private static Datum keys(Datum of, Use use) {
        if (!(of instanceof Datum.Members members)) {
            return Use.gap(of) != null ? use.openList() : opaque(of, use);
        }
        List<Datum> keys = new ArrayList<>();
        members.keys().stream()
                .sorted()
                .forEach(k -> keys.add(
                        members.keyPlace(k).<Datum>map(p -> Datum.Text.of(k, p)).orElseGet(() -> use.text(k))));
        return withRest(members, keys, use);
    }

    private static Datum values(Datum of, Use use) {
        if (!(of instanceof Datum.Members members)) {
            return Use.gap(of) != null ? use.openList() : opaque(of, use);
        }
        List<Datum> values = new ArrayList<>();
        members.keys().stream().sorted().forEach(k -> values.add(members.get(k)));
        return withRest(members, values, use);
    }

    private static Datum withRest(Datum.Members members, List<Datum> items, Use use) {
        Gap rest = members.rest();
        if (rest != null) {
            items.add(new Datum.OpenList(rest, false, use.places()));
        }
        return use.items(items);
    }

    private static Datum zipmap(List<Datum> arguments, Use use) {
        if (!(arguments.get(0) instanceof Datum.Items keys) || !(arguments.get(1) instanceof Datum.Items values)) {
            return use.gap() != null ? use.unknown() : use.refused("zipmap() takes lists");
        }
        if (isOpen(keys) || isOpen(values)) {
            return use.unknown();
        }
        if (keys.items().size() != values.items().size()) {
            return use.refused("zipmap() takes lists of the same length");
        }
        Map<String, Datum> members = new LinkedHashMap<>();
        for (int i = 0; i < keys.items().size(); i++) {
            String key = Texts.known(keys.items().get(i));
            if (key == null) {
                return use.unknown();
            }
            members.put(key, values.items().get(i));
        }
        return use.mapping(members);
    }

    private static Datum range(List<Datum> arguments, Use use) {
        List<Integer> numbers = new ArrayList<>();
        for (Datum argument : arguments) {
            Integer number = Numbers.whole(argument);
            if (number == null) {
                return use.openList();
            }
            numbers.add(number);
        }
        int start = numbers.size() == 1 ? 0 : numbers.get(0);
        int limit = numbers.size() == 1 ? numbers.get(0) : numbers.get(1);
        int step = numbers.size() == 3 ? numbers.get(2) : limit < start ? -1 : 1;
        if (step == 0) {
            return use.refused("range() takes no step of 0");
        }
        List<Datum> items = new ArrayList<>();
        for (long n = start; step > 0 ? n < limit : n > limit; n += step) {
            if (items.size() == MOST_ITEMS) {
                return use.openList();
            }
            items.add(use.number(n));
        }
        return use.items(items);
    }

    private static Datum chunks(List<Datum> arguments, Use use) {
        Integer size = Numbers.whole(arguments.get(1));
        if (size == null || size < 1) {
            return use.openList();
        }
        return known(arguments.get(0), use, items -> {
            List<Datum> chunks = new ArrayList<>();
            for (int i = 0; i < items.size(); i += size) {
                chunks.add(use.items(items.subList(i, Math.min(items.size(), i + size))));
            }
            return use.items(chunks);
        });
    }

    private static Datum coalesce(List<Datum> arguments, Use use) {
        for (Datum argument : arguments) {
            boolean empty = argument instanceof Datum.Nothing || "".equals(Texts.known(argument));
            if (empty) {
                continue;
            }
            boolean surely = argument instanceof Datum.Text text && (text.known() != null || text.target() != null)
                    || argument instanceof Datum.Members
                    || argument instanceof Datum.Items;
            return surely ? argument : use.unknown();
        }
        return use.refused("coalesce() finds no value");
    }

    private static Datum coalesceList(List<Datum> arguments, Use use) {
        for (Datum argument : arguments) {
            if (argument instanceof Datum.Items items && !isOpen(items)) {
                if (!items.items().isEmpty()) {
                    return argument;
                }
            } else if (!(argument instanceof Datum.Nothing)) {
                return use.openList();
            }
        }
        return use.refused("coalescelist() finds no list");
    }

    private static Datum one(Datum of, Use use) {
        if (of instanceof Datum.Items items && !isOpen(items)) {
            int size = items.items().size();
            return size == 0
                    ? new Datum.Nothing(use.places())
                    : size == 1 ? items.items().get(0) : use.refused("one() takes one item at most");
        }
        return of instanceof Datum.Nothing ? of : opaque(of, use);
    }

    private static Datum index(List<Datum> arguments, Use use) {
        return known(arguments.get(0), use, items -> {
            for (int i = 0; i < items.size(); i++) {
                Boolean same = Operators.same(items.get(i), arguments.get(1));
                if (same == null) {
                    return use.unknown();
                }
                if (same) {
                    return use.number(i);
                }
            }
            return use.refused("index() finds nothing");
        });
    }

    private static Datum matchKeys(List<Datum> arguments, Use use) {
        if (!(arguments.get(0) instanceof Datum.Items values)
                || !(arguments.get(1) instanceof Datum.Items keys)
                || !(arguments.get(2) instanceof Datum.Items wanted)
                || isOpen(values)
                || isOpen(keys)
                || isOpen(wanted)
                || values.items().size() != keys.items().size()) {
            return use.openList();
        }
        List<Datum> matching = new ArrayList<>();
        for (int i = 0; i < keys.items().size(); i++) {
            Boolean found = contains(wanted.items(), keys.items().get(i));
            if (found == null) {
                return use.openList();
            }
            if (found) {
                matching.add(values.items().get(i));
            }
        }
        return use.items(matching);
    }

    /** Whether a value is in a list; null when that is not known. */
    static @Nullable Boolean contains(List<Datum> items, Datum wanted) {
        boolean open = false;
        for (Datum item : items) {
            Boolean same = item instanceof Datum.OpenList ? null : Operators.same(item, wanted);
            if (Boolean.TRUE.equals(same)) {
                return true;
            }
            open |= same == null;
        }
        return open ? null : Boolean.FALSE;
    }

    private static Datum transpose(Datum of, Use use) {
        if (!(of instanceof Datum.Members members) || members.rest() != null) {
            return use.unknown();
        }
        Map<String, List<Datum>> turned = new TreeMap<>();
        for (String key : members.keys().stream().sorted().toList()) {
            if (!(members.get(key) instanceof Datum.Items items)) {
                return use.unknown();
            }
            for (Datum item : items.items()) {
                String text = Texts.known(item);
                if (text == null) {
                    return use.unknown();
                }
                turned.computeIfAbsent(text, t -> new ArrayList<>()).add(use.text(key));
            }
        }
        Map<String, Datum> result = new LinkedHashMap<>();
        turned.forEach((k, v) -> result.put(k, use.items(v)));
        return use.mapping(result);
    }

    private static Datum list(Datum of, Use use) {
        return of instanceof Datum.Items || of instanceof Datum.OpenList || of instanceof Datum.Nothing
                ? of
                : Use.gap(of) != null ? use.openList() : use.refused("it is no list");
    }
}
