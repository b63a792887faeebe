package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of value an expression surely gives, as far as its form tells: {@code ==} converts nothing, so that {@code "1" == 1} is
 * false.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators">Equality Operators</a>
 */
enum Kinds {
    TEXT,
    NUMBER,
    FLAG;

    private static final int DEEPEST = 8;

    private static final Map<String, Kinds> DECLARED = Map.of("string", TEXT, "number", NUMBER, "bool", FLAG);
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
    private static final Map<String, Kinds> OF_FUNCTIONS = Map.ofEntries(
            Map.entry("length", NUMBER),
            Map.entry("tonumber", NUMBER),
            Map.entry("parseint", NUMBER),
            Map.entry("tobool", FLAG),
            Map.entry("contains", FLAG),
            Map.entry("can", FLAG),
            Map.entry("alltrue", FLAG),
            Map.entry("anytrue", FLAG),
            Map.entry("tostring", TEXT),
            Map.entry("lower", TEXT),
            Map.entry("upper", TEXT),
            Map.entry("format", TEXT),
            Map.entry("join", TEXT),
            Map.entry("replace", TEXT),
            Map.entry("trimspace", TEXT));

    /** Empty when the form does not tell. */
    static Optional<Kinds> of(HclExpression expression, Scope scope) {
        return of(expression, scope, 0);
    }

    private static Optional<Kinds> of(HclExpression expression, Scope scope, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof HclExpression.Literal literal) {
            return switch (literal.kind()) {
                case NUMBER -> Optional.of(NUMBER);
                case BOOLEAN -> Optional.of(FLAG);
                case NULL -> Optional.empty();
            };
        } else if (expression instanceof HclExpression.Template template) {
            return template.literal() == null ? Optional.empty() : Optional.of(TEXT);
        } else if (expression instanceof HclExpression.Unary unary) {
            return Optional.of(unary.operator().equals("!") ? FLAG : NUMBER);
        } else if (expression instanceof HclExpression.Binary binary) {
            return Optional.of(COMPARISONS.contains(binary.operator()) ? FLAG : NUMBER);
        } else if (expression instanceof HclExpression.Call call) {
            return Optional.ofNullable(OF_FUNCTIONS.get(call.name()));
        } else if (expression instanceof HclExpression.Conditional conditional) {
            Optional<Kinds> then = of(conditional.then(), scope, depth + 1);
            return then.equals(of(conditional.otherwise(), scope, depth + 1)) ? then : Optional.empty();
        } else if (expression instanceof HclExpression.Attribute attribute
                && attribute.of() instanceof HclExpression.Variable root
                && !scope.names().containsKey(root.name())) {
            return named(root.name(), attribute.name(), scope.module(), depth);
        }
        return Optional.empty();
    }

    private static Optional<Kinds> named(String root, String name, Module module, int depth) {
        if (root.equals("var")) {
            return Optional.ofNullable(module.folder().variables().get(name))
                    .flatMap(v -> v.body().attribute("type"))
                    .map(Hcl.Attribute::value)
                    .filter(t -> t instanceof HclExpression.Variable)
                    .map(t -> DECLARED.get(((HclExpression.Variable) t).name()));
        }
        return root.equals("local")
                ? Optional.ofNullable(module.folder().locals().get(name))
                        .flatMap(l -> of(l.value(), Scope.of(module), depth + 1))
                : Optional.empty();
    }
}
