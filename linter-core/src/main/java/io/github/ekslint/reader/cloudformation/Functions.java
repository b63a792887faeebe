package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The intrinsic functions. */
final class Functions {

    /** How the symbols of a Region's zones begin. */
    static final String ZONES = "GetAZs:";

    private Functions() {}

    static Datum apply(Evaluator.Call call, Scope scope) {
        return switch (call.name()) {
            case "Ref" -> ref(call, scope);
            case "GetAtt" -> getAtt(call, scope);
            case "Sub" -> sub(call, scope);
            case "Join" -> join(call, scope);
            case "Split" -> split(call, scope);
            case "Select" -> select(call, scope);
            case "If" -> conditional(call, scope);
            case "FindInMap" -> findInMap(call, scope);
            case "GetAZs" -> Choices.map(Evaluator.eval(call.argument(), scope), r -> zones(r, call.place(), scope));
            case "Cidr" -> cidr(call, scope);
            case "ImportValue" ->
                Choices.map(
                        Evaluator.eval(call.argument(), scope),
                        n -> scope.stack().run().exports().find(n, scope.stack(), call.place()));
            case "Base64" -> Evaluator.eval(call.argument(), scope);
            case "Length" -> Choices.map(Evaluator.eval(call.argument(), scope), l -> length(l, call.place(), scope));
            case "ToJsonString" -> Datum.unknown("it is made by Fn::ToJsonString", call.place());
            case "Transform" -> Datum.unknown("a transform makes it, when the stack is deployed", call.place());
            case "Equals", "And", "Or", "Not" -> Logicals.apply(call, scope);
            case "Condition" ->
                call.argument() instanceof Node.Scalar name
                        ? scope.stack().condition(name.text(), name.place())
                        : malformed(call, scope, "takes the name of a condition");
            case "Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll", "Implies" ->
                Datum.unknown("Fn::%s is for rules only".formatted(call.name()), call.place());
            default -> {
                scope.stack()
                        .run()
                        .report(Problem.error(
                                "unknown-function",
                                call.place(),
                                "%s is no intrinsic function".formatted(call.name())));
                yield Datum.unknown("%s is no intrinsic function".formatted(call.name()), call.place());
            }
        };
    }

    private static Datum malformed(Evaluator.Call call, Scope scope, String takes) {
        String name = call.name().equals("Ref") || call.name().equals("Condition") ? call.name() : "Fn::" + call.name();
        scope.stack().run().report(Problem.error("malformed-function", call.place(), "%s %s".formatted(name, takes)));
        return Datum.unknown("%s is malformed".formatted(name), call.place());
    }

    private static Datum ref(Evaluator.Call call, Scope scope) {
        return call.argument() instanceof Node.Scalar name && !name.isNull()
                ? at(scope.stack().ref(scope.filled(name.text()), scope, call.place()), call.place(), scope)
                : malformed(call, scope, "takes the name of a parameter or resource");
    }

    private static Datum getAtt(Evaluator.Call call, Scope scope) {
        if (call.argument() instanceof Node.Scalar dotted && dotted.text().contains(".")) {
            return getAtt(scope.filled(dotted.text()), call.place(), scope);
        }
        if (call.argument() instanceof Node.Sequence list
                && list.items().size() >= 2
                && list.items().get(0) instanceof Node.Scalar resource) {
            Datum attribute = Evaluator.eval(list.items().get(1), scope);
            return Choices.map(
                    attribute,
                    a -> a instanceof Datum.Text text && text.known() != null
                            ? getAtt(scope.filled(resource.text()) + "." + text.known(), call.place(), scope)
                            : Datum.unknown("which attribute is meant is not known", call.place()));
        }
        return malformed(call, scope, "takes a resource and one of its attributes");
    }

    private static Datum getAtt(String dotted, Place place, Scope scope) {
        int dot = dotted.indexOf('.');
        return at(scope.stack().attribute(dotted.substring(0, dot), dotted.substring(dot + 1), place), place, scope);
    }

    /** The value as used here: the use is its first place. */
    static Datum at(Datum datum, Place use, Scope scope) {
        List<Place> places = new ArrayList<>(Evaluator.places(use, scope));
        datum.places().stream().filter(p -> !places.contains(p)).limit(8).forEach(places::add);
        if (datum instanceof Datum.Text t) {
            Provenance provenance = scope.assumed().isEmpty() ? t.provenance() : Provenance.ASSUMED;
            return new Datum.Text(t.pieces(), provenance, places, t.target());
        }
        if (datum instanceof Datum.Items i) {
            return new Datum.Items(i.items(), i.provenance(), places);
        }
        if (datum instanceof Datum.OpenList o) {
            return new Datum.OpenList(o.gap(), o.distinct(), places);
        }
        if (datum instanceof Datum.Unknown u) {
            return new Datum.Unknown(u.gap(), places);
        }
        if (datum instanceof Datum.Choice c) {
            Map<String, Datum> cases = new LinkedHashMap<>();
            c.cases().forEach((v, d) -> cases.put(v, at(d, use, scope)));
            return new Datum.Choice(c.input(), cases, places);
        }
        return datum;
    }

    private static Datum sub(Evaluator.Call call, Scope scope) {
        Node template = call.argument();
        Map<String, Node> variables = new HashMap<>();
        if (template instanceof Node.Sequence list
                && list.items().size() == 2
                && list.items().get(1) instanceof Node.Mapping values) {
            values.members().forEach((k, e) -> variables.put(k, e.value()));
            template = list.items().get(0);
        }
        if (!(template instanceof Node.Scalar text)) {
            return malformed(call, scope, "takes a text, or a list of a text and a mapping");
        }
        List<Datum> parts = new ArrayList<>();
        String written = scope.filled(text.text());
        int end = 0;
        for (int open = written.indexOf("${"); open >= 0; open = written.indexOf("${", end)) {
            int close = written.indexOf('}', open);
            if (close < 0) {
                break;
            }
            parts.add(literal(written.substring(end, open), call, scope));
            String name = written.substring(open + 2, close).strip();
            parts.add(
                    name.startsWith("!")
                            ? literal("${" + name.substring(1) + "}", call, scope)
                            : variable(name, variables, call, scope));
            end = close + 1;
        }
        parts.add(literal(written.substring(end), call, scope));
        Datum whole = Texts.concat(parts, Evaluator.places(call.place(), scope), Evaluator.provenance(scope));
        return Choices.map(whole, DynamicReferences::in);
    }

    private static Datum literal(String text, Evaluator.Call call, Scope scope) {
        return Evaluator.text(text, Evaluator.provenance(scope), Evaluator.places(call.place(), scope));
    }

    private static Datum variable(String name, Map<String, Node> variables, Evaluator.Call call, Scope scope) {
        Node value = variables.get(name);
        if (value != null) {
            return Evaluator.eval(value, scope);
        }
        return name.contains(".")
                ? getAtt(name, call.place(), scope)
                : scope.stack().ref(name, scope, call.place());
    }

    private static Datum join(Evaluator.Call call, Scope scope) {
        List<Datum> arguments = arguments(call, scope, 2);
        if (arguments.size() != 2) {
            return malformed(call, scope, "takes a delimiter and a list");
        }
        return Choices.lift(arguments, a -> {
            String delimiter = Texts.known(a.get(0));
            if (delimiter == null) {
                return Datum.unknown("the delimiter of Fn::Join is not known", call.place());
            }
            Datum whole =
                    Texts.join(delimiter, a.get(1), Evaluator.places(call.place(), scope), Evaluator.provenance(scope));
            return Choices.map(whole, DynamicReferences::in);
        });
    }

    private static Datum split(Evaluator.Call call, Scope scope) {
        List<Datum> arguments = arguments(call, scope, 2);
        if (arguments.size() != 2) {
            return malformed(call, scope, "takes a delimiter and a text");
        }
        return Choices.lift(arguments, a -> {
            String delimiter = Texts.known(a.get(0));
            if (delimiter == null || delimiter.isEmpty()) {
                return Datum.unknown("the delimiter of Fn::Split is not known", call.place());
            }
            return Texts.split(delimiter, a.get(1));
        });
    }

    private static Datum select(Evaluator.Call call, Scope scope) {
        List<Datum> arguments = arguments(call, scope, 2);
        if (arguments.size() != 2) {
            return malformed(call, scope, "takes an index and a list");
        }
        return Choices.lift(arguments, a -> {
            String index = Texts.known(a.get(0));
            if (index == null || !index.matches("\\d{1,4}")) {
                Gap gap = a.get(0) instanceof Datum.Text text ? text.gap() : null;
                Settlement[] settledBy =
                        gap == null ? new Settlement[0] : gap.settledBy().toArray(Settlement[]::new);
                return new Datum.Unknown(
                        Gap.because("the index of Fn::Select is not known", settledBy), List.of(call.place()));
            }
            return at(Texts.select(Integer.parseInt(index), a.get(1)), call.place(), scope);
        });
    }

    private static Datum conditional(Evaluator.Call call, Scope scope) {
        if (!(call.argument() instanceof Node.Sequence list)
                || list.items().size() != 3
                || !(list.items().get(0) instanceof Node.Scalar name)) {
            return malformed(call, scope, "takes a condition and two values");
        }
        Datum condition = scope.stack().condition(scope.filled(name.text()), name.place());
        return Choices.map(condition, c -> {
            Scope inner = c instanceof Datum.Text t && t.provenance() == Provenance.ASSUMED
                    ? scope.assuming(t.places())
                    : scope;
            String known = Texts.known(c);
            if (known == null) {
                return Datum.unknown("condition %s cannot be decided".formatted(name.text()), call.place());
            }
            return Evaluator.eval(list.items().get(known.equals("true") ? 1 : 2), inner);
        });
    }

    private static Datum findInMap(Evaluator.Call call, Scope scope) {
        if (!(call.argument() instanceof Node.Sequence list) || list.items().size() < 3) {
            return malformed(call, scope, "takes a map and two keys");
        }
        List<Datum> keys = new ArrayList<>();
        list.items().subList(0, 3).forEach(k -> keys.add(Evaluator.eval(k, scope)));
        Optional<Datum> otherwise = list.items().size() > 3
                ? Optional.of(list.items().get(3))
                        .flatMap(Node::asMapping)
                        .flatMap(m -> m.get("DefaultValue"))
                        .map(n -> Evaluator.eval(n, scope))
                : Optional.empty();
        return Choices.lift(keys, k -> new Maps(scope, call.place(), otherwise).find(k.get(0), k.get(1), k.get(2)));
    }

    /** The Availability Zones of a Region: they differ, though neither their names nor their number is known. */
    private static Datum zones(Datum region, Place place, Scope scope) {
        String identity = region instanceof Datum.Text text ? text.identity() : null;
        if (identity == null) {
            return Datum.unknown("the Region of Fn::GetAZs is not known", place);
        }
        String list = identity.isEmpty() || identity.contains("AWS::Region")
                ? ZONES + scope.stack().environment().region().orElse("")
                : ZONES + identity;
        Gap gap = Gap.because(
                        "the account's Availability Zones are known only when the stack is deployed",
                        Settlement.command("aws ec2 describe-availability-zones --output json"))
                .as(new Symbol(list, ""))
                .asSingle();
        return new Datum.OpenList(gap, true, List.of(place));
    }

    private static Datum cidr(Evaluator.Call call, Scope scope) {
        List<Datum> arguments = arguments(call, scope, 3);
        if (arguments.size() < 2) {
            return malformed(call, scope, "takes a block, a count and the bits of a slice");
        }
        return Choices.lift(arguments, a -> Cidrs.slices(a, call.place()));
    }

    private static Datum length(Datum list, Place place, Scope scope) {
        if (list instanceof Datum.Items items && items.items().stream().noneMatch(i -> i instanceof Datum.Choice)) {
            return Datum.Text.of(Integer.toString(items.items().size()), place);
        }
        return Datum.unknown("the length of the list is not known", place);
    }

    private static List<Datum> arguments(Evaluator.Call call, Scope scope, int most) {
        if (!(call.argument() instanceof Node.Sequence list) || list.items().size() > most) {
            return List.of();
        }
        List<Datum> arguments = new ArrayList<>();
        list.items().forEach(i -> arguments.add(Evaluator.eval(i, scope)));
        return arguments;
    }
}
