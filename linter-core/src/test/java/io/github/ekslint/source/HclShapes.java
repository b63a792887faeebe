package io.github.ekslint.source;

import java.util.List;
import java.util.stream.Collectors;

/** Expressions as one line, with their structure in brackets. */
final class HclShapes {

    private HclShapes() {}

    static String of(HclExpression e) {
        if (e instanceof HclExpression.Literal l) {
            return l.text();
        } else if (e instanceof HclExpression.Variable v) {
            return v.name();
        } else if (e instanceof HclExpression.Item) {
            return "_";
        } else if (e instanceof HclExpression.Attribute a) {
            return of(a.of()) + "." + a.name();
        } else if (e instanceof HclExpression.Index i) {
            return of(i.of()) + "[" + of(i.key()) + "]";
        } else if (e instanceof HclExpression.Splat s) {
            return of(s.of()) + "[*](" + of(s.each()) + ")";
        } else if (e instanceof HclExpression.Call c) {
            return c.name() + "(" + all(c.arguments()) + (c.expanded() ? "..." : "") + ")";
        } else if (e instanceof HclExpression.Tuple t) {
            return "[" + all(t.items()) + "]";
        } else if (e instanceof HclExpression.ObjectOf o) {
            return o.members().stream()
                    .map(m -> of(m.key()) + ": " + of(m.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (e instanceof HclExpression.Unary u) {
            return "(" + u.operator() + of(u.operand()) + ")";
        } else if (e instanceof HclExpression.Binary b) {
            return "(" + of(b.left()) + " " + b.operator() + " " + of(b.right()) + ")";
        } else if (e instanceof HclExpression.Conditional c) {
            return "(" + of(c.condition()) + " ? " + of(c.then()) + " : " + of(c.otherwise()) + ")";
        } else if (e instanceof HclExpression.For f) {
            return loop(f);
        }
        return template(((HclExpression.Template) e).parts());
    }

    private static String all(List<HclExpression> expressions) {
        return expressions.stream().map(HclShapes::of).collect(Collectors.joining(", "));
    }

    private static String loop(HclExpression.For f) {
        HclExpression key = f.key();
        HclExpression condition = f.condition();
        return (key == null ? "[" : "{")
                + "for " + (f.keyName() == null ? "" : f.keyName() + ", ") + f.valueName() + " in " + of(f.collection())
                + ": " + (key == null ? "" : of(key) + " => ") + of(f.value()) + (f.grouped() ? "..." : "")
                + (condition == null ? "" : " if " + of(condition))
                + (key == null ? "]" : "}");
    }

    /** Literal parts in quotes, others behind a plus. */
    private static String template(List<HclExpression.Part> parts) {
        if (parts.size() == 1 && !(parts.get(0) instanceof HclExpression.Text)) {
            return "'" + part(parts.get(0)) + "'";
        }
        return parts.isEmpty() ? "''" : parts.stream().map(HclShapes::quoted).collect(Collectors.joining());
    }

    private static String quoted(HclExpression.Part part) {
        return part instanceof HclExpression.Text t ? "'" + t.text() + "'" : part(part) + "+";
    }

    private static String part(HclExpression.Part part) {
        if (part instanceof HclExpression.Text text) {
            return text.text();
        } else if (part instanceof HclExpression.Interpolation fill) {
            return "+" + of(fill.value());
        } else if (part instanceof HclExpression.IfDirective d) {
            return "if " + of(d.condition()) + " then " + join(d.then()) + " else " + join(d.otherwise());
        }
        HclExpression.ForDirective d = (HclExpression.ForDirective) part;
        return "for " + d.value() + " in " + of(d.collection()) + ": " + join(d.body());
    }

    private static String join(List<HclExpression.Part> parts) {
        return parts.stream().map(HclShapes::part).collect(Collectors.joining());
    }
}
