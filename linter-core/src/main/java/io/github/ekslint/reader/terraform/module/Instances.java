package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code count} or {@code for_each} makes of a block, or OpenTofu's {@code enabled}. Where that is not known, one instance stands
 * for those there may be.
 *
 * @param many what {@code count} or {@code for_each} gives; null when neither is written
 * @param each whether it is {@code for_each}
 * @param all the instances there may be, by key
 */
record Instances(@Nullable Datum many, boolean each, Map<String, Instance> all) {

    private static final int MOST = 500;

    /** The key of the instance that stands for those there may be. */
    private static final String OPEN = "*";

    /**
     * One of them.
     *
     * @param suffix of its address: {@code [0]}, {@code ["a"]}, or nothing
     * @param names what is bound in it
     * @param exists a condition; not known when it may be there
     */
    record Instance(String suffix, Map<String, Datum> names, Datum exists) {}

    static Instances of(Hcl.Block block, Scope scope) {
        Optional<Hcl.Attribute> count = block.body().attribute("count");
        if (count.isPresent()) {
            return counted(
                    Expressions.eval(count.get().value(), scope), count.get().place());
        }
        Optional<Hcl.Attribute> each = block.body().attribute("for_each");
        if (each.isPresent()) {
            return eachOf(
                    Expressions.eval(each.get().value(), scope), each.get().place());
        }
        Optional<Hcl.Attribute> enabled = block.body()
                .blocks("lifecycle")
                .findFirst()
                .flatMap(l -> l.body().attribute("enabled"));
        Datum exists = enabled.map(e -> Expressions.eval(e.value(), scope))
                .orElseGet(() -> new Use(block.header()).flag(true));
        return new Instances(null, false, Map.of("", new Instance("", Map.of(), exists)));
    }

    private static Instances counted(Datum count, Place place) {
        Map<String, Instance> all = new LinkedHashMap<>();
        int most = 0;
        boolean open = false;
        for (Datum leaf : leaves(count)) {
            Integer number = Numbers.whole(leaf);
            open |= number == null || number > MOST;
            most = Math.max(most, number == null ? 0 : Math.min(MOST, number));
        }
        for (int i = 0; i < most; i++) {
            int index = i;
            Datum exists = Choices.map(count, c -> {
                Integer number = Numbers.whole(c);
                return number == null ? new Use(place, c).unknown() : new Use(place, c).flag(index < number);
            });
            Datum bound = new Use(place).mapping(Map.of("index", new Use(place).number(i)));
            all.put(Integer.toString(i), new Instance("[" + i + "]", Map.of("count", bound), exists));
        }
        if (open) {
            Datum unknown = new Use(place, count).unknown();
            Datum bound = new Use(place).mapping(Map.of("index", unknown));
            all.put(OPEN, new Instance("[*]", Map.of("count", bound), unknown));
        }
        return new Instances(count, false, all);
    }

    private static Instances eachOf(Datum each, Place place) {
        Map<String, Instance> all = new LinkedHashMap<>();
        boolean open = false;
        for (Datum leaf : leaves(each)) {
            Map<String, Datum> elements = elements(leaf);
            open |= elements.remove(OPEN) != null;
            for (String key : elements.keySet()) {
                if (all.size() >= MOST) {
                    open = true;
                } else if (!all.containsKey(key)) {
                    all.put(key, instance(key, each, leaf, place));
                }
            }
        }
        if (open) {
            Datum unknown = new Use(place, each).unknown();
            Datum bound = new Use(place).mapping(Map.of("key", unknown, "value", unknown));
            all.put(OPEN, new Instance("[*]", Map.of("each", bound), unknown));
        }
        return new Instances(each, true, all);
    }

    private static Instance instance(String key, Datum each, Datum leaf, Place place) {
        Place written =
                leaf instanceof Datum.Members members ? members.keyPlace(key).orElse(place) : place;
        Datum value = Choices.map(each, e -> {
            Datum found = elements(e).get(key);
            return found != null ? found : new Datum.Nothing(List.of(place));
        });
        Datum exists = Choices.map(each, e -> new Use(place, e).flag(elements(e).containsKey(key)));
        Datum bound = new Use(place).mapping(Map.of("key", Datum.Text.of(key, written), "value", value));
        return new Instance("[\"" + key + "\"]", Map.of("each", bound), exists);
    }

    /** By key; with a key of its own for what there may be beside. */
    private static Map<String, Datum> elements(Datum each) {
        Map<String, Datum> elements = new LinkedHashMap<>();
        if (each instanceof Datum.Members members) {
            members.keys().stream().sorted().forEach(k -> elements.put(k, members.get(k)));
            if (members.rest() != null) {
                elements.put(OPEN, each);
            }
        } else if (each instanceof Datum.Items items) {
            for (Datum item : items.items()) {
                String key = Texts.known(item);
                elements.put(key == null ? OPEN : key, item);
            }
        } else if (!(each instanceof Datum.Nothing)) {
            elements.put(OPEN, each);
        }
        return elements;
    }

    private static List<Datum> leaves(Datum datum) {
        if (!(datum instanceof Datum.Choice choice)) {
            return List.of(datum);
        }
        List<Datum> leaves = new ArrayList<>();
        choice.cases().values().forEach(c -> leaves.addAll(leaves(c)));
        return leaves;
    }

    /** What the name of the block stands for. */
    Datum reference(Function<Instance, Datum> value, String address, Place place) {
        Datum number = many;
        if (number == null) {
            Instance only = all.values().iterator().next();
            return Choices.map(
                    only.exists(),
                    e -> Boolean.FALSE.equals(Operators.truth(e))
                            ? new Datum.Nothing(List.of(place))
                            : value.apply(only));
        }
        return Choices.map(number, n -> each ? keyed(n, value, address, place) : listed(n, value, address, place));
    }

    private Datum listed(Datum count, Function<Instance, Datum> value, String address, Place place) {
        Integer number = Numbers.whole(count);
        if (number == null || number > MOST) {
            return new Datum.OpenList(gap(count, address), false, List.of(place));
        }
        List<Datum> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Instance instance = all.get(Integer.toString(i));
            if (instance != null) {
                items.add(value.apply(instance));
            }
        }
        return new Use(place, count).items(items);
    }

    private Datum keyed(Datum each, Function<Instance, Datum> value, String address, Place place) {
        Map<String, Datum> elements = elements(each);
        boolean open = elements.remove(OPEN) != null;
        Map<String, Datum> members = new LinkedHashMap<>();
        for (String key : elements.keySet()) {
            Instance instance = all.get(key);
            if (instance != null) {
                members.put(key, value.apply(instance));
            }
        }
        return new Mapping(members, Map.of(), open ? gap(each, address) : null, List.of(place));
    }

    private static Gap gap(Datum many, String address) {
        Gap gap = Use.gap(many);
        Gap why = gap == null ? Gap.because("how many there are is not known") : gap;
        return new Gap(why.why(), why.settledBy(), new Symbol(address, ""), null, "", java.util.Set.of(), false);
    }
}
