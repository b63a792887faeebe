package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Input;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks a value up in the {@code Mappings} of a template. */
record Maps(Scope scope, Place place, Optional<Datum> otherwise) {

    private static final int MOST_KEYS = 64;
    /** Pseudo parameters whose values have to be among the keys of a map. */
    private static final Set<String> PSEUDO = Set.of("AWS::Region", "AWS::Partition");

    Datum find(Datum map, Datum first, Datum second) {
        String name = Texts.known(map);
        if (name == null) {
            return Datum.unknown("which map is meant is not known", place);
        }
        Optional<Node.Mapping> table = scope.stack()
                .template()
                .section("Mappings")
                .flatMap(m -> m.get(name))
                .flatMap(Node::asMapping);
        if (table.isEmpty()) {
            if (scope.stack().template().isTransformed()) {
                return Datum.unknown("a transform may make the map %s".formatted(name), place);
            }
            return missing("no map is called %s".formatted(name));
        }
        String key = Texts.known(first);
        if (key != null) {
            return row(name, key, table.get().get(key).flatMap(Node::asMapping), second);
        }
        return byOpenKey(name, table.get(), first, second);
    }

    /** The same whatever the key is; or a choice, when the key is the Region or the partition, which has to be one of the map's keys. */
    private Datum byOpenKey(String name, Node.Mapping table, Datum first, Datum second) {
        Map<String, Datum> rows = new LinkedHashMap<>();
        if (table.members().size() <= MOST_KEYS && otherwise.isEmpty()) {
            table.members().forEach((k, e) -> e.value()
                    .asMapping()
                    .filter(r -> Texts.known(second) == null
                            || r.get(String.valueOf(Texts.known(second))).isPresent())
                    .ifPresent(r -> rows.put(k, row(name, k, Optional.of(r), second))));
        }
        List<String> values = rows.values().stream()
                .map(d -> d instanceof Datum.Text t ? String.valueOf(t.identity()) : "null")
                .distinct()
                .toList();
        if (values.size() == 1 && !values.get(0).equals("null")) {
            return rows.values().iterator().next();
        }
        Optional<String> pseudo = first instanceof Datum.Text text ? pseudo(text) : Optional.empty();
        if (rows.size() >= 2 && pseudo.isPresent()) {
            return scope.stack().run().open(new Input(pseudo.get(), List.copyOf(rows.keySet())), rows, place);
        }
        Gap gap = first instanceof Datum.Text text ? text.gap() : null;
        String why = "the key into the map %s is not known".formatted(name);
        Settlement[] settledBy =
                gap == null ? new Settlement[0] : gap.settledBy().toArray(Settlement[]::new);
        return new Datum.Unknown(Gap.because(why, settledBy), List.of(place));
    }

    private static Optional<String> pseudo(Datum.Text text) {
        return Optional.ofNullable(text.gap())
                .filter(gap -> text.pieces().size() == 1)
                .map(Gap::symbol)
                .map(Symbol::list)
                .filter(PSEUDO::contains);
    }

    private Datum row(String map, String key, Optional<Node.Mapping> row, Datum second) {
        if (row.isEmpty()) {
            return missing("the map %s has no key %s".formatted(map, key));
        }
        String inner = Texts.known(second);
        if (inner == null) {
            return Datum.unknown("the second key into the map %s is not known".formatted(map), place);
        }
        return row.get()
                .get(inner)
                .map(n -> Functions.at(Evaluator.eval(n, scope), place, scope))
                .orElseGet(() -> missing("%s in the map %s has no key %s".formatted(key, map, inner)));
    }

    private Datum missing(String message) {
        if (otherwise.isPresent()) {
            return otherwise.get();
        }
        scope.stack().run().report(Problem.error("map-without-key", place, message));
        return Datum.unknown(message, place);
    }
}
