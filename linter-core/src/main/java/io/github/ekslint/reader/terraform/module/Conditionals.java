package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.HclExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names conditions that cannot be decided, so that those written alike are decided alike. */
final class Conditionals {

    private static final int LONGEST = 120;

    private Conditionals() {}

    /** The condition as it is written, with its module; empty when it is long, or stands in a loop. */
    static Optional<String> name(HclExpression condition, Scope scope) {
        List<String> out = new ArrayList<>();
        boolean plain = write(condition, out, scope);
        String text = String.join("", out);
        if (!plain || text.length() > LONGEST) {
            return Optional.empty();
        }
        String module = scope.module().path();
        String where = module + scope.instance();
        return Optional.of(where.isEmpty() ? text : text + " in " + where);
    }

    private static boolean write(HclExpression expression, List<String> out, Scope scope) {
        if (out.size() > 40) {
            return false;
        }
        if (expression instanceof HclExpression.Literal literal) {
            return out.add(literal.text());
        } else if (expression instanceof HclExpression.Template template) {
            String literal = template.literal();
            return literal != null && out.add("\"" + literal + "\"");
        } else if (expression instanceof HclExpression.Variable variable) {
            boolean bound = scope.names().containsKey(variable.name())
                    && !variable.name().equals("each");
            return !(bound && !variable.name().equals("count")) && out.add(variable.name());
        } else if (expression instanceof HclExpression.Attribute attribute) {
            return write(attribute.of(), out, scope) && out.add("." + attribute.name());
        } else if (expression instanceof HclExpression.Index index) {
            return write(index.of(), out, scope) && out.add("[") && write(index.key(), out, scope) && out.add("]");
        } else if (expression instanceof HclExpression.Unary unary) {
            return out.add(unary.operator()) && write(unary.operand(), out, scope);
        } else if (expression instanceof HclExpression.Binary binary) {
            return out.add("(")
                    && write(binary.left(), out, scope)
                    && out.add(" " + binary.operator() + " ")
                    && write(binary.right(), out, scope)
                    && out.add(")");
        } else if (expression instanceof HclExpression.Call call && !call.expanded()) {
            out.add(call.name() + "(");
            for (int i = 0; i < call.arguments().size(); i++) {
                boolean written =
                        (i == 0 || out.add(", ")) && write(call.arguments().get(i), out, scope);
                if (!written) {
                    return false;
                }
            }
            return out.add(")");
        }
        return false;
    }
}
