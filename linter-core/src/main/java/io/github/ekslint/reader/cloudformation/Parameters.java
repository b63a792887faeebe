package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Input;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a stack. What the user or the stack around it gives stands; else the template's default is assumed; else the
 * parameter is open, with one case for each value it may have where those are few.
 */
final class Parameters {

    private static final String OTHER = "any other value";
    private static final int MOST_VALUES = 64;
    private static final Datum NOT_PASSED = new Datum.Nothing(List.of());

    private final Stack stack;

    Parameters(Stack stack) {
        this.stack = stack;
    }

    boolean has(String name) {
        return stack.template().section("Parameters").flatMap(p -> p.get(name)).isPresent();
    }

    Datum get(String name) {
        Node node =
                stack.template().section("Parameters").flatMap(p -> p.get(name)).orElseThrow();
        return stack.once("parameter " + name, node.place(), () -> value(name, node));
    }

    /** What the user gives under the name, for this stack or for any. */
    Optional<String> byUser(String name) {
        Map<String, String> values = stack.run().context().parameters();
        return stack.run().scopes(stack).stream()
                .map(scope -> values.get(scope + ":" + name))
                .filter(v -> v != null)
                .findFirst()
                .or(() -> Optional.ofNullable(values.get(name)));
    }

    private Datum value(String name, Node node) {
        Optional<Node.Mapping> declared = node.asMapping();
        String type = declared.flatMap(d -> d.text("Type")).orElse("String");
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList") || type.contains("<List<");
        Place place = node.place();
        if (declared.flatMap(d -> d.text("NoEcho"))
                .filter("true"::equalsIgnoreCase)
                .isPresent()) {
            return Datum.Text.gap(
                    Gap.because("parameter %s is not shown".formatted(name)).as(identity(name)), List.of(place));
        }
        Optional<String> own = byUser(name);
        Datum passed = own.isPresent() ? NOT_PASSED : byParent(name);
        if (!(passed instanceof Datum.Nothing) && !type.startsWith("AWS::SSM::Parameter::Value")) {
            return list ? Choices.map(passed, p -> p instanceof Datum.Text t ? Texts.split(",", t) : p) : passed;
        }
        Optional<Node.Scalar> initial =
                declared.flatMap(d -> d.get("Default")).flatMap(Node::asScalar).filter(s -> !s.isNull());
        if (type.startsWith("AWS::SSM::Parameter::Value")) {
            String path = own.or(() -> initial.map(Node.Scalar::text)).orElse("");
            Gap gap = Gap.because("it is the value of an SSM parameter")
                    .as(identity(name))
                    .hinting(path);
            return list ? new Datum.OpenList(gap, false, List.of(place)) : Datum.Text.gap(gap, List.of(place));
        }
        if (own.isPresent()) {
            return literal(own.get(), Provenance.EXPLICIT, list, place);
        }
        if (initial.isPresent() && !stack.run().context().strictParameters()) {
            return literal(
                    initial.get().text(),
                    Provenance.ASSUMED,
                    list,
                    initial.get().place());
        }
        return open(name, declared, list, place, initial.map(Node.Scalar::text));
    }

    /** What the stack that nests this one gives. */
    private Datum byParent(String name) {
        Resource nestedIn = stack.nestedIn();
        return nestedIn == null
                ? NOT_PASSED
                : nestedIn.properties().child("Parameters").datum(name);
    }

    private Datum literal(String text, Provenance provenance, boolean list, Place place) {
        Datum whole = DynamicReferences.in(Evaluator.text(text, provenance, List.of(place)));
        if (!list) {
            return whole;
        }
        if (text.isBlank()) {
            return new Datum.Items(List.of(), provenance, List.of(place));
        }
        Datum split = Texts.split(",", whole);
        return split instanceof Datum.Items items
                ? new Datum.Items(
                        items.items().stream().map(Parameters::stripped).toList(), provenance, items.places())
                : split;
    }

    private static Datum stripped(Datum item) {
        return item instanceof Datum.Text text && text.known() != null
                ? new Datum.Text(
                        List.of(Datum.Piece.of(String.valueOf(text.known()).strip())),
                        text.provenance(),
                        text.places(),
                        text.target())
                : item;
    }

    private Datum open(
            String name, Optional<Node.Mapping> declared, boolean list, Place place, Optional<String> usual) {
        Gap gap = Gap.because(
                        usual.map(u -> "parameter %s is open; its default is “%s”".formatted(name, u))
                                .orElseGet(() -> "parameter %s is open".formatted(name)),
                        Settlement.parameter(stack.scoped(name)))
                .as(identity(name));
        if (list) {
            return new Datum.OpenList(gap, false, List.of(place));
        }
        List<String> allowed = declared.flatMap(d -> d.get("AllowedValues"))
                .flatMap(Node::asSequence)
                .map(s -> s.items().stream()
                        .flatMap(i -> i.asScalar().stream())
                        .map(Node.Scalar::text)
                        .distinct()
                        .toList())
                .orElse(List.of());
        if (allowed.size() == 1) {
            return Datum.Text.of(allowed.get(0), place);
        }
        Map<String, Datum> cases = new LinkedHashMap<>();
        if (!allowed.isEmpty()) {
            if (allowed.size() > MOST_VALUES) {
                return Datum.Text.gap(gap, List.of(place));
            }
            allowed.forEach(v -> cases.put(shown(v), Datum.Text.of(v, place)));
        } else {
            Set<String> compared = comparedWith(name);
            if (compared.isEmpty() || compared.size() > MOST_VALUES) {
                return Datum.Text.gap(gap, List.of(place));
            }
            compared.forEach(v -> cases.put(shown(v), Datum.Text.of(v, place)));
            cases.put(OTHER, Datum.Text.gap(gap.butNot(compared), List.of(place)));
        }
        return stack.run().open(new Input(stack.scoped(name), List.copyOf(cases.keySet())), cases, place);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "''" : value;
    }

    private Symbol identity(String name) {
        return new Symbol("parameter " + stack.name() + ":" + name, "");
    }

    /** The values that conditions compare the parameter with. */
    private Set<String> comparedWith(String name) {
        Set<String> values = new LinkedHashSet<>();
        stack.template().section("Conditions").ifPresent(c -> collect(c, name, values));
        return values;
    }

    private static void collect(Node node, String parameter, Set<String> values) {
        Optional<Evaluator.Call> call = Evaluator.Call.of(node);
        if (call.isPresent() && call.get().name().equals("Equals")) {
            List<Node> operands =
                    call.get().argument().asSequence().map(Node.Sequence::items).orElse(List.of());
            if (operands.size() == 2) {
                pair(operands.get(0), operands.get(1), parameter, values);
                pair(operands.get(1), operands.get(0), parameter, values);
            }
            return;
        }
        List<Node> inner = new ArrayList<>();
        node.asMapping().ifPresent(m -> m.entries().forEach(e -> inner.add(e.value())));
        node.asSequence().ifPresent(s -> inner.addAll(s.items()));
        inner.forEach(n -> collect(n, parameter, values));
    }

    private static void pair(Node one, Node other, String parameter, Set<String> values) {
        boolean refers = Evaluator.Call.of(one)
                .filter(c -> c.name().equals("Ref"))
                .flatMap(c -> c.argument().asScalar())
                .filter(s -> s.text().equals(parameter))
                .isPresent();
        if (refers && other instanceof Node.Scalar literal && literal.tag() == null) {
            values.add(literal.text());
        }
    }
}
