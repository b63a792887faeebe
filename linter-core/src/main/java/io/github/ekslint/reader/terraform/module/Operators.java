package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operators of expressions, three-valued: {@code false && x} is false whatever x is.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/operators">Arithmetic and Logical Operators</a>
 */
final class Operators {

    private static final int MOST_COMPARED = 20_000;

    private Operators() {}

    static Datum unary(String operator, Datum operand, Place use) {
        return Choices.map(operand, d -> {
            Use made = new Use(use, d);
            if (operator.equals("!")) {
                Boolean known = truth(d);
                return known != null ? made.flag(!known) : opaque(d, made);
            }
            BigDecimal number = Numbers.of(d);
            return number != null ? made.number(number.negate()) : opaque(d, made);
        });
    }

    static Datum binary(String operator, Datum left, Datum right, Place use) {
        return Choices.lift(List.of(left, right), both -> {
            Datum l = both.get(0);
            Datum r = both.get(1);
            Use made = new Use(use, l, r);
            return switch (operator) {
                case "&&", "||" -> connect(l, r, operator.equals("&&"), use);
                case "==", "!=" -> {
                    Boolean same = same(l, r);
                    yield same == null ? made.unknown() : made.flag(same == operator.equals("=="));
                }
                default -> arithmetic(operator, l, r, made);
            };
        });
    }

    private static Datum connect(Datum left, Datum right, boolean all, Place use) {
        Boolean l = truth(left);
        Boolean r = truth(right);
        if (l != null && l != all) {
            return new Use(use, left).flag(!all);
        }
        if (r != null && r != all) {
            return new Use(use, right).flag(!all);
        }
        Use made = new Use(use, left, right);
        if (Use.isRefused(left) || Use.isRefused(right)) {
            return Use.isRefused(left) ? left : right;
        }
        return l != null && r != null ? made.flag(all) : made.unknown();
    }

    private static Datum arithmetic(String operator, Datum left, Datum right, Use made) {
        BigDecimal l = Numbers.of(left);
        BigDecimal r = Numbers.of(right);
        if (l == null || r == null) {
            return l == null ? opaque(left, made) : opaque(right, made);
        }
        int order = l.compareTo(r);
        boolean byZero = r.signum() == 0 && (operator.equals("/") || operator.equals("%"));
        if (byZero) {
            return made.refused("it divides by zero");
        }
        return switch (operator) {
            case "<" -> made.flag(order < 0);
            case ">" -> made.flag(order > 0);
            case "<=" -> made.flag(order <= 0);
            case ">=" -> made.flag(order >= 0);
            case "+" -> made.number(l.add(r));
            case "-" -> made.number(l.subtract(r));
            case "*" -> made.number(l.multiply(r));
            case "/" -> made.number(l.divide(r, MathContext.DECIMAL128));
            default -> made.number(l.remainder(r));
        };
    }

    /** What an operand gives that is not known, or of the wrong kind. */
    private static Datum opaque(Datum operand, Use made) {
        if (Use.isRefused(operand)) {
            return operand;
        }
        return Use.gap(operand) != null ? made.unknown() : made.refused("an operand is of the wrong kind");
    }

    /** Whether a datum is true; null when it is neither, or not known. */
    static @Nullable Boolean truth(Datum datum) {
        String known = Texts.known(datum);
        return known == null
                ? null
                : known.equals("true") ? Boolean.TRUE : known.equals("false") ? Boolean.FALSE : null;
    }

    /** Whether two values are the same; null when that is not known. */
    static @Nullable Boolean same(Datum left, Datum right) {
        return same(left, right, new int[] {MOST_COMPARED});
    }

    private static @Nullable Boolean same(Datum left, Datum right, int[] most) {
        if (most[0]-- <= 0) {
            return null;
        }
        if (left instanceof Datum.Text l && right instanceof Datum.Text r) {
            return sameText(l, r);
        }
        if (left instanceof Datum.Nothing && right instanceof Datum.Nothing) {
            return true;
        }
        if (left instanceof Datum.Nothing || right instanceof Datum.Nothing) {
            Datum other = left instanceof Datum.Nothing ? right : left;
            boolean open = other instanceof Datum.Unknown
                    || other instanceof Datum.Choice
                    || other instanceof Datum.Text text && text.known() == null && text.target() == null;
            return open ? null : Boolean.FALSE;
        }
        if (left instanceof Datum.Items l && right instanceof Datum.Items r) {
            return sameItems(l.items(), r.items(), most);
        }
        if (left instanceof Datum.Members l && right instanceof Datum.Members r) {
            return sameMembers(l, r, most);
        }
        if (left instanceof Datum.Unknown l && right instanceof Datum.Unknown r) {
            return l.gap().symbol() != null && l.gap().symbol().equals(r.gap().symbol()) ? Boolean.TRUE : null;
        }
        boolean shapes = isShape(left) && isShape(right) && Use.gap(left) == null && Use.gap(right) == null;
        return shapes ? Boolean.FALSE : null;
    }

    private static boolean isShape(Datum datum) {
        return datum instanceof Datum.Text || datum instanceof Datum.Items || datum instanceof Datum.Members;
    }

    private static @Nullable Boolean sameText(Datum.Text left, Datum.Text right) {
        String one = left.identity();
        if (one != null && one.equals(right.identity())) {
            return true;
        }
        String l = left.known();
        String r = right.known();
        if (l != null && r != null) {
            BigDecimal x = Numbers.of(l);
            BigDecimal y = Numbers.of(r);
            return x != null && y != null && x.compareTo(y) == 0;
        }
        return excludes(left, r) || excludes(right, l) || areOthers(left, right) ? Boolean.FALSE : null;
    }

    /** Whether they are different elements of one list. */
    private static boolean areOthers(Datum.Text left, Datum.Text right) {
        boolean single = left.pieces().size() == 1 && right.pieces().size() == 1;
        Gap one = left.gap();
        Gap other = right.gap();
        Symbol l = one == null ? null : one.symbol();
        Symbol r = other == null ? null : other.symbol();
        return single
                && l != null
                && r != null
                && l.list().equals(r.list())
                && !l.index().equals(r.index());
    }

    private static boolean excludes(Datum.Text open, @Nullable String value) {
        Gap gap = open.gap();
        return value != null
                && gap != null
                && open.pieces().size() == 1
                && (gap.not().contains(value) || (gap.target() != null && value.isEmpty()));
    }

    private static @Nullable Boolean sameItems(List<Datum> left, List<Datum> right, int[] most) {
        boolean open = left.stream().anyMatch(i -> i instanceof Datum.OpenList)
                || right.stream().anyMatch(i -> i instanceof Datum.OpenList);
        if (open) {
            return null;
        }
        if (left.size() != right.size()) {
            return false;
        }
        Boolean all = true;
        for (int i = 0; i < left.size(); i++) {
            all = and(all, same(left.get(i), right.get(i), most));
        }
        return all;
    }

    private static @Nullable Boolean sameMembers(Datum.Members left, Datum.Members right, int[] most) {
        if (left.rest() != null || right.rest() != null) {
            return null;
        }
        Set<String> keys = new HashSet<>(left.keys());
        if (!keys.equals(new HashSet<>(right.keys()))) {
            return false;
        }
        Boolean all = true;
        for (String key : keys) {
            all = and(all, same(left.get(key), right.get(key), most));
        }
        return all;
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }
}
