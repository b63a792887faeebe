package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The built-in functions. One that is not known here, and one of which an argument is not known, gives what is not known.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Built-in Functions</a>
 */
final class Functions {

    /** What a function does with arguments that are no choices. */
    interface Function {
        /**
         * @param arguments evaluated
         * @param use the call
         */
        Datum apply(List<Datum> arguments, Use use);
    }

    /** A function with how many arguments it takes. */
    record Definition(Function function, int least, int most) {}

    /** What may stand in a list without the function looking at it. */
    private static final Set<String> TAKE_ANY_ITEM = Set.of(
            "concat",
            "flatten",
            "tolist",
            "toset",
            "tomap",
            "merge",
            "element",
            "slice",
            "lookup",
            "length",
            "values",
            "keys",
            "zipmap",
            "reverse",
            "range",
            "chunklist",
            "coalescelist",
            "sensitive",
            "nonsensitive");

    /** Give something else each time. */
    private static final Set<String> IMPURE = Set.of("timestamp", "plantimestamp", "uuid", "bcrypt");

    private static final int MOST_LOOKED_AT = 2_000;

    private static final Map<String, Definition> ALL = new HashMap<>();

    static {
        CollectionFunctions.define(ALL);
        SetFunctions.define(ALL);
        TextFunctions.define(ALL);
        NumberFunctions.define(ALL);
        NetworkFunctions.define(ALL);
        EncodingFunctions.define(ALL);
    }

    private Functions() {}

    static Datum apply(String written, List<Datum> arguments, Place place) {
        String name = written.startsWith("core::") ? written.substring("core::".length()) : written;
        Definition definition = ALL.get(name);
        if (definition == null) {
            String why = name.contains("::") ? "%s() is a function of a provider" : "%s() is not worked out here";
            return named(name, arguments, new Use(place, arguments).unknown(why.formatted(name)));
        }
        if (arguments.size() < definition.least() || arguments.size() > definition.most()) {
            return new Use(place, arguments)
                    .refused("%s() does not take %d arguments".formatted(name, arguments.size()));
        }
        List<Datum> inner = TAKE_ANY_ITEM.contains(name) ? List.of() : choicesInside(arguments);
        if (inner.isEmpty()) {
            return Choices.lift(arguments, all -> call(name, definition, all, place));
        }
        List<Datum> together = new ArrayList<>(arguments);
        together.addAll(inner);
        return Choices.lift(together, all -> {
            Map<Datum, Datum> chosen = new HashMap<>();
            for (int i = 0; i < inner.size(); i++) {
                chosen.put(inner.get(i), all.get(arguments.size() + i));
            }
            List<Datum> given = all.subList(0, arguments.size()).stream()
                    .map(a -> a instanceof Datum.Items items ? replaced(items, chosen) : a)
                    .toList();
            return call(name, definition, given, place);
        });
    }

    private static Datum call(String name, Definition definition, List<Datum> arguments, Place place) {
        for (Datum argument : arguments) {
            if (Use.isRefused(argument)) {
                return argument;
            }
        }
        return named(name, arguments, definition.function().apply(arguments, new Use(place, arguments)));
    }

    /** Called with the same, a function gives the same, though that may not be known. */
    private static Datum named(String name, List<Datum> arguments, Datum result) {
        boolean anonymous = result instanceof Datum.Unknown unknown
                && unknown.gap().symbol() == null
                && !Use.isRefused(result)
                && !IMPURE.contains(name);
        if (!anonymous || !(result instanceof Datum.Unknown unknown)) {
            return result;
        }
        StringBuilder identity = new StringBuilder(name);
        for (Datum argument : arguments) {
            String one = identity(argument);
            if (one == null) {
                return result;
            }
            identity.append('\u0001').append(one);
        }
        return new Datum.Unknown(unknown.gap().as(new Symbol(identity.toString(), "")), unknown.places());
    }

    static @Nullable String identity(Datum datum) {
        return identity(datum, new int[] {MOST_LOOKED_AT});
    }

    private static @Nullable String identity(Datum datum, int[] left) {
        if (left[0]-- <= 0) {
            return null;
        }
        if (datum instanceof Datum.Text text) {
            return text.identity();
        }
        Gap gap = datum instanceof Datum.Unknown || datum instanceof Datum.OpenList ? Use.gap(datum) : null;
        if (gap != null && gap.symbol() != null) {
            return gap.symbol().toString();
        }
        if (datum instanceof Datum.Items items) {
            StringBuilder all = new StringBuilder("[");
            for (Datum item : items.items()) {
                String one = identity(item, left);
                if (one == null) {
                    return null;
                }
                all.append(one).append('\u0002');
            }
            return all.toString();
        }
        return null;
    }

    private static List<Datum> choicesInside(List<Datum> arguments) {
        return arguments.stream()
                .filter(a -> a instanceof Datum.Items)
                .flatMap(a -> ((Datum.Items) a).items().stream())
                .filter(i -> i instanceof Datum.Choice)
                .distinct()
                .limit(16)
                .toList();
    }

    private static Datum replaced(Datum.Items items, Map<Datum, Datum> chosen) {
        List<Datum> replaced = items.items().stream()
                .map(i -> Objects.requireNonNullElse(chosen.get(i), i))
                .toList();
        return new Datum.Items(replaced, items.provenance(), items.places());
    }
}
