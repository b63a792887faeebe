package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Type constraints of variables: what is converted, and what they fill in.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/type-constraints">Type Constraints</a>
 */
final class Types {

    private Types() {}

    /** The value as a variable of that type has it. */
    static Datum convert(Datum value, HclExpression type, Scope scope) {
        Run run = scope.module().run();
        if (!run.enter()) {
            return new Use(type.place()).unknown("the value is too large");
        }
        try {
            return Choices.map(value, v -> converted(v, type, scope));
        } finally {
            run.leave();
        }
    }

    private static Datum converted(Datum value, HclExpression type, Scope scope) {
        if (Use.isRefused(value) || value instanceof Datum.Nothing) {
            return value;
        }
        if (type instanceof HclExpression.Variable simple) {
            BigDecimal number = simple.name().equals("number") ? Numbers.of(value) : null;
            return number == null ? value : rewritten(value, number);
        }
        if (!(type instanceof HclExpression.Call call) || call.arguments().isEmpty()) {
            return value;
        }
        HclExpression inner = call.arguments().get(0);
        return switch (call.name()) {
            case "list", "set" -> list(value, inner, call.name().equals("set"), scope);
            case "map" -> value instanceof Mapping mapping ? map(mapping, inner, scope) : value;
            case "object" -> object(value, inner, scope);
            case "optional" -> converted(value, inner, scope);
            default -> value;
        };
    }

    private static Datum rewritten(Datum value, BigDecimal number) {
        Datum canonical = new Use(value.places().get(0), value).number(number);
        return canonical;
    }

    private static Datum list(Datum value, HclExpression inner, boolean set, Scope scope) {
        if (value instanceof Datum.Items items) {
            List<Datum> converted =
                    items.items().stream().map(i -> convert(i, inner, scope)).toList();
            Datum list = new Datum.Items(converted, items.provenance(), items.places());
            return set ? Functions.apply("toset", List.of(list), place(items)) : list;
        }
        Gap gap = value instanceof Datum.Unknown || value instanceof Datum.Text ? Use.gap(value) : null;
        return gap == null ? value : new Datum.OpenList(gap, set, value.places());
    }

    private static Place place(Datum value) {
        return value.places().get(0);
    }

    private static Datum map(Mapping mapping, HclExpression inner, Scope scope) {
        Map<String, Datum> members = new LinkedHashMap<>();
        mapping.members().forEach((k, v) -> members.put(k, convert(v, inner, scope)));
        List<Datum.Partly> partly = mapping.partly().stream()
                .map(p -> new Datum.Partly(p.key(), convert(p.value(), inner, scope)))
                .toList();
        return new Mapping(members, mapping.keyPlaces(), mapping.rest(), partly, mapping.places());
    }

    /** Attributes that are left out become null, or what {@code optional} says; others are dropped. */
    private static Datum object(Datum value, HclExpression inner, Scope scope) {
        if (!(value instanceof Datum.Members given) || !(inner instanceof HclExpression.ObjectOf attributes)) {
            return value;
        }
        Map<String, Datum> members = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        List<Place> at = new ArrayList<>(given.places());
        for (HclExpression.Member attribute : attributes.members()) {
            String name = attribute.key() instanceof HclExpression.Template key ? key.literal() : null;
            if (name == null) {
                return value;
            }
            Datum member = given.get(name);
            boolean optional = attribute.value() instanceof HclExpression.Call call
                    && call.name().equals("optional")
                    && call.arguments().size() == 2;
            if (member instanceof Datum.Nothing && optional && attribute.value() instanceof HclExpression.Call call) {
                member = Uses.at(Expressions.eval(call.arguments().get(1), scope), at.get(0));
            }
            members.put(name, convert(member, attribute.value(), scope));
            given.keyPlace(name).ifPresent(p -> places.put(name, p));
        }
        return new Mapping(members, places, null, at);
    }
}
