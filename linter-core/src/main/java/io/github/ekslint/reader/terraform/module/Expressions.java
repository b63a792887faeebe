package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Input;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the value of an expression. Nothing is ever executed or fetched; what cannot be known is unresolved.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions">Expressions</a>
 */
final class Expressions {

    private Expressions() {}

    static Datum eval(HclExpression expression, Scope scope) {
        Run run = scope.module().run();
        if (!run.enter()) {
            return new Use(expression.place())
                    .unknown("the expression is nested too deep, or the module is too complex");
        }
        try {
            return value(expression, scope);
        } finally {
            run.leave();
        }
    }

    private static Datum value(HclExpression expression, Scope scope) {
        Place place = expression.place();
        if (expression instanceof HclExpression.Literal literal) {
            return literal(literal);
        } else if (expression instanceof HclExpression.Template template) {
            return Templates.eval(template, scope);
        } else if (expression instanceof HclExpression.Variable variable) {
            return variable(variable, scope);
        } else if (expression instanceof HclExpression.Attribute attribute) {
            Optional<Datum> named = References.of(attribute, scope);
            return named.map(d -> Uses.at(d, place))
                    .orElseGet(() -> Steps.attribute(eval(attribute.of(), scope), attribute.name(), place));
        } else if (expression instanceof HclExpression.Index index) {
            return Steps.index(eval(index.of(), scope), eval(index.key(), scope), place);
        } else if (expression instanceof HclExpression.Splat splat) {
            return Steps.splat(eval(splat.of(), scope), d -> eval(splat.each(), scope.with(Scope.ITEM, d)), place);
        } else if (expression instanceof HclExpression.Item) {
            return scope.names().getOrDefault(Scope.ITEM, new Use(place).unknown("there is no element here"));
        } else if (expression instanceof HclExpression.Call call) {
            return call(call, scope);
        } else if (expression instanceof HclExpression.Tuple tuple) {
            List<Datum> items = tuple.items().stream().map(i -> eval(i, scope)).toList();
            return new Datum.Items(items, new Use(place, items).provenance(), List.of(place));
        } else if (expression instanceof HclExpression.ObjectOf object) {
            return object(object, scope);
        } else if (expression instanceof HclExpression.For loop) {
            return Loops.eval(loop, scope);
        } else if (expression instanceof HclExpression.Unary unary) {
            return Operators.unary(unary.operator(), eval(unary.operand(), scope), place);
        } else if (expression instanceof HclExpression.Binary binary) {
            return binary(binary, scope);
        }
        return conditional((HclExpression.Conditional) expression, scope);
    }

    private static Datum binary(HclExpression.Binary binary, Scope scope) {
        Place place = binary.place();
        Datum left = eval(binary.left(), scope);
        Datum right = eval(binary.right(), scope);
        boolean equality = binary.operator().equals("==") || binary.operator().equals("!=");
        if (equality && left instanceof Datum.Text && right instanceof Datum.Text) {
            Optional<Kinds> kind = Kinds.of(binary.left(), scope);
            Optional<Kinds> other = Kinds.of(binary.right(), scope);
            if (kind.isPresent() && other.isPresent() && kind.get() != other.get()) {
                return new Use(place, left, right).flag(binary.operator().equals("!="));
            }
        }
        return Operators.binary(binary.operator(), left, right, place);
    }

    private static Datum literal(HclExpression.Literal literal) {
        Use use = new Use(literal.place());
        return switch (literal.kind()) {
            case NULL -> new Datum.Nothing(use.places());
            case BOOLEAN -> use.text(literal.text());
            case NUMBER -> {
                BigDecimal number = Numbers.of(literal.text());
                yield number == null ? use.unknown("the number is too long") : use.number(number);
            }
        };
    }

    private static Datum variable(HclExpression.Variable variable, Scope scope) {
        Datum bound = scope.names().get(variable.name());
        return bound != null
                ? Uses.at(bound, variable.place())
                : new Use(variable.place()).refused("“%s” names nothing".formatted(variable.name()));
    }

    private static Datum call(HclExpression.Call call, Scope scope) {
        if (call.name().equals("try") || call.name().equals("can")) {
            return attempt(call, scope);
        }
        List<Datum> arguments = new ArrayList<>();
        call.arguments().forEach(a -> arguments.add(eval(a, scope)));
        if (!call.expanded() || arguments.isEmpty()) {
            return Functions.apply(call.name(), arguments, call.place());
        }
        List<Datum> before = arguments.subList(0, arguments.size() - 1);
        return Choices.map(arguments.get(arguments.size() - 1), last -> {
            if (!(last instanceof Datum.Items items) || CollectionFunctions.isOpen(items)) {
                return new Use(call.place(), last).unknown();
            }
            List<Datum> all = new ArrayList<>(before);
            all.addAll(items.items());
            return Functions.apply(call.name(), all, call.place());
        });
    }

    /** The first argument that Terraform does not refuse; {@code can} says whether there is one. */
    private static Datum attempt(HclExpression.Call call, Scope scope) {
        return attempt(call, 0, scope);
    }

    private static Datum attempt(HclExpression.Call call, int index, Scope scope) {
        boolean can = call.name().equals("can");
        if (index >= call.arguments().size()) {
            Use use = new Use(call.place());
            return can ? use.flag(false) : use.refused("no argument of try() has a value");
        }
        Datum result = eval(call.arguments().get(index), scope);
        return Choices.map(result, r -> {
            if (Uses.holdsRefused(r)) {
                return attempt(call, index + 1, scope);
            }
            boolean open = r instanceof Datum.Unknown && call.arguments().size() > index + 1;
            if (can) {
                return r instanceof Datum.Unknown
                        ? new Use(call.place(), r).unknown()
                        : new Use(call.place()).flag(true);
            }
            return open ? uncertain(call, r) : r;
        });
    }

    /** What is not known may be refused, so that the next argument counts: of the same identity either way. */
    private static Datum uncertain(HclExpression.Call call, Datum open) {
        Gap gap = Use.gap(open);
        return gap != null && gap.target() != null ? open : new Use(call.place(), open).unknown();
    }

    private static Datum object(HclExpression.ObjectOf object, Scope scope) {
        Map<String, Datum> members = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new HashMap<>();
        Gap rest = null;
        List<Datum.Partly> partly = new ArrayList<>();
        int open = 0;
        for (HclExpression.Member member : object.members()) {
            Datum key = eval(member.key(), scope);
            String known = Texts.known(key);
            if (known == null) {
                Gap gap = Use.gap(key);
                rest = gap == null ? Gap.because("a key of it is not known") : gap;
                Datum.Partly.of(key, eval(member.value(), scope)).ifPresent(partly::add);
                open++;
                continue;
            }
            members.put(known, eval(member.value(), scope));
            keyPlaces.put(known, member.key().place());
        }
        return new Mapping(
                members, keyPlaces, rest, partly.size() == open ? partly : List.of(), List.of(object.place()));
    }

    private static Datum conditional(HclExpression.Conditional conditional, Scope scope) {
        Datum condition = eval(conditional.condition(), scope);
        return Choices.map(condition, c -> {
            Boolean truth = Operators.truth(c);
            if (truth != null) {
                HclExpression chosen = truth ? conditional.then() : conditional.otherwise();
                return Uses.resting(eval(chosen, scope), c);
            }
            return Use.isRefused(c) ? c : undecided(conditional, c, scope);
        });
    }

    /** Both results, when they are the same; else one or the other, as an open input of its own. */
    private static Datum undecided(HclExpression.Conditional conditional, Datum condition, Scope scope) {
        Datum then = eval(conditional.then(), scope);
        Datum otherwise = eval(conditional.otherwise(), scope);
        if (Boolean.TRUE.equals(Operators.same(then, otherwise))) {
            return then;
        }
        Gap gap = Use.gap(condition);
        if (gap == null) {
            return new Use(conditional.place()).refused("a condition is neither true nor false");
        }
        Optional<String> name = Conditionals.name(conditional.condition(), scope);
        if (name.isEmpty()) {
            return new Use(conditional.place(), condition).unknown();
        }
        Input input = new Input(name.get(), List.of("true", "false"));
        Map<String, Datum> cases = new LinkedHashMap<>();
        cases.put("true", Choices.under(then, input, "true"));
        cases.put("false", Choices.under(otherwise, input, "false"));
        return new Datum.Choice(input, cases, new Use(conditional.place(), condition).places());
    }
}
