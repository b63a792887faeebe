package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import java.util.ArrayList;
import java.util.List;

/** The few values that the validations of a variable allow. */
final class Validations {

    private Validations() {}

    /** The values of {@code contains([…], var.name)}; empty when no validation says it so. */
    static List<String> allowed(String name, Hcl.Block variable, Module module) {
        return variable.body()
                .blocks("validation")
                .flatMap(v -> v.body().attribute("condition").stream())
                .map(c -> values(c.value(), name, module))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> values(HclExpression condition, String name, Module module) {
        boolean contains = condition instanceof HclExpression.Call call
                && call.name().equals("contains")
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof HclExpression.Attribute attribute
                && attribute.name().equals(name)
                && attribute.of() instanceof HclExpression.Variable root
                && root.name().equals("var");
        if (!contains || !(condition instanceof HclExpression.Call call)) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        if (call.arguments().get(0) instanceof HclExpression.Tuple) {
            Datum list = Expressions.eval(call.arguments().get(0), Scope.of(module));
            if (list instanceof Datum.Items items) {
                for (Datum item : items.items()) {
                    String known = Texts.known(item);
                    if (known == null) {
                        return List.of();
                    }
                    values.add(known);
                }
            }
        }
        return values.stream().distinct().toList();
    }
}
