package io.github.ekslint.source;

import io.github.ekslint.source.HclCursor.SyntaxError;
import io.github.ekslint.source.HclExpression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of an HCL file, by recursive descent with operator precedences. */
final class HclExpressions {

    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry(">", 4),
            Map.entry("<=", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));

    /** More operators or steps than this in a row are not read: the tree they make is as deep. */
    private static final int LONGEST_CHAIN = 1000;

    private final HclCursor cursor;
    private final HclTemplates templates;
    private int end;

    HclExpressions(HclCursor cursor) {
        this.cursor = cursor;
        this.templates = new HclTemplates(cursor, this);
    }

    /** Offset after the last expression read, without the blanks that follow it. */
    int end() {
        return end;
    }

    /** One whole expression. */
    HclExpression expression() {
        cursor.blanks();
        int start = cursor.position();
        HclExpression condition = binary(1);
        cursor.blanks();
        if (!cursor.take("?")) {
            return condition;
        }
        cursor.enter(cursor.lineEndsAreBlank());
        HclExpression then = expression();
        cursor.expect(":", "between the two results of a condition");
        HclExpression otherwise = expression();
        cursor.leave();
        return new HclExpression.Conditional(cursor.place(start, end), condition, then, otherwise);
    }

    /** A text in quotes. */
    HclExpression quoted() {
        HclExpression text = templates.quoted();
        end = cursor.position();
        return text;
    }

    private HclExpression binary(int lowest) {
        cursor.blanks();
        int start = cursor.position();
        HclExpression left = unary();
        for (int length = 0; ; length++) {
            cursor.blanks();
            String operator = operator();
            Integer precedence = PRECEDENCE.get(operator);
            if (precedence == null || precedence < lowest) {
                return left;
            }
            tooLong(length);
            cursor.take(operator);
            HclExpression right = binary(precedence + 1);
            left = new HclExpression.Binary(cursor.place(start, end), operator, left, right);
        }
    }

    private String operator() {
        String two = "" + cursor.peek() + cursor.peek(1);
        return PRECEDENCE.containsKey(two) ? two : two.equals("=>") ? "" : two.substring(0, 1);
    }

    private void tooLong(int length) {
        if (length >= LONGEST_CHAIN) {
            throw cursor.error("this expression has more than %d parts".formatted(LONGEST_CHAIN));
        }
    }

    private HclExpression unary() {
        int start = cursor.position();
        char sign = cursor.peek();
        boolean prefix = sign == '-' || (sign == '!' && cursor.peek(1) != '=');
        if (!prefix) {
            return steps(start, term(), false);
        }
        cursor.moveTo(start + 1);
        cursor.enter(cursor.lineEndsAreBlank());
        cursor.blanks();
        HclExpression operand = unary();
        cursor.leave();
        return new HclExpression.Unary(cursor.place(start, end), String.valueOf(sign), operand);
    }

    /** What follows a term: attributes, indices and splats. */
    private HclExpression steps(int start, HclExpression first, boolean attributesOnly) {
        HclExpression of = first;
        for (int length = 0; ; length++) {
            cursor.blanks();
            if (cursor.peek() == '.' && cursor.peek(1) != '.') {
                cursor.take(".");
                cursor.blanks();
                of = attribute(start, of);
            } else if (cursor.peek() == '[' && !attributesOnly) {
                of = index(start, of);
            } else {
                return of;
            }
            tooLong(length);
        }
    }

    private HclExpression attribute(int start, HclExpression of) {
        int at = cursor.position();
        if (cursor.take("*")) {
            end = cursor.position();
            HclExpression each = steps(at, new HclExpression.Item(cursor.place(at)), true);
            return new HclExpression.Splat(cursor.place(start, end), of, each);
        }
        if (isDigit(cursor.peek())) {
            while (isDigit(cursor.peek())) {
                cursor.moveTo(cursor.position() + 1);
            }
            end = cursor.position();
            Place place = cursor.place(at);
            String digits = cursor.chars().substring(at, end);
            return new HclExpression.Index(cursor.place(start), of, new Literal(place, Literal.Kind.NUMBER, digits));
        }
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.error("expected a name after “.”, found " + cursor.found());
        }
        end = cursor.position();
        return new HclExpression.Attribute(cursor.place(start), of, name);
    }

    private HclExpression index(int start, HclExpression of) {
        int at = cursor.position();
        cursor.take("[");
        cursor.enter(true);
        cursor.blanks();
        if (cursor.take("*")) {
            cursor.expect("]", "after “[*”");
            cursor.leave();
            end = cursor.position();
            HclExpression each = steps(at, new HclExpression.Item(cursor.place(at)), false);
            return new HclExpression.Splat(cursor.place(start, end), of, each);
        }
        HclExpression key = expression();
        cursor.expect("]", "at the end of an index");
        cursor.leave();
        end = cursor.position();
        return new HclExpression.Index(cursor.place(start), of, key);
    }

    private HclExpression term() {
        cursor.blanks();
        char c = cursor.peek();
        HclExpression term =
                switch (c) {
                    case '(' -> parentheses();
                    case '[' -> tuple();
                    case '{' -> object();
                    case '"' -> templates.quoted();
                    case '<' -> templates.heredoc();
                    default -> isDigit(c) ? number() : named();
                };
        end = cursor.position();
        return term;
    }

    private HclExpression parentheses() {
        cursor.take("(");
        cursor.enter(true);
        HclExpression inner = expression();
        cursor.expect(")", "at the end of the parenthesis");
        cursor.leave();
        return inner;
    }

    private Literal number() {
        int start = cursor.position();
        digits();
        if (cursor.peek() == '.' && isDigit(cursor.peek(1))) {
            cursor.take(".");
            digits();
        }
        if (cursor.peek() == 'e' || cursor.peek() == 'E') {
            int signed = cursor.peek(1) == '+' || cursor.peek(1) == '-' ? 1 : 0;
            if (isDigit(cursor.peek(1 + signed))) {
                cursor.moveTo(cursor.position() + 1 + signed);
                digits();
            }
        }
        return new Literal(
                cursor.place(start), Literal.Kind.NUMBER, cursor.chars().substring(start, cursor.position()));
    }

    private void digits() {
        while (isDigit(cursor.peek())) {
            cursor.moveTo(cursor.position() + 1);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private HclExpression named() {
        int start = cursor.position();
        StringBuilder name = new StringBuilder(cursor.word());
        if (name.isEmpty()) {
            throw cursor.error("expected a value, found " + cursor.found());
        }
        while (cursor.at("::")) {
            cursor.take("::");
            name.append("::").append(cursor.word());
        }
        int after = cursor.position();
        Place place = cursor.place(start);
        cursor.blanks();
        if (cursor.take("(")) {
            return call(name.toString(), start);
        }
        cursor.moveTo(after);
        return switch (name.toString()) {
            case "true", "false" -> new Literal(place, Literal.Kind.BOOLEAN, name.toString());
            case "null" -> new Literal(place, Literal.Kind.NULL, "null");
            default -> new HclExpression.Variable(place, name.toString());
        };
    }

    private HclExpression call(String name, int start) {
        cursor.enter(true);
        List<HclExpression> arguments = new ArrayList<>();
        boolean expanded = false;
        cursor.blanks();
        while (!cursor.take(")")) {
            arguments.add(expression());
            cursor.blanks();
            expanded = cursor.take("...");
            separator(")", "an argument of %s()".formatted(name));
        }
        cursor.leave();
        return new HclExpression.Call(cursor.place(start), name, arguments, expanded);
    }

    /** A comma, or the closing bracket, which stays. */
    private void separator(String closing, String after) {
        cursor.blanks();
        if (!cursor.take(",") && !cursor.at(closing)) {
            throw cursor.error("expected “,” or “%s” after %s, found %s".formatted(closing, after, cursor.found()));
        }
        cursor.blanks();
    }

    private HclExpression tuple() {
        int start = cursor.position();
        cursor.take("[");
        cursor.enter(true);
        cursor.blanks();
        if (takeFor()) {
            return loop(start, "]");
        }
        List<HclExpression> items = new ArrayList<>();
        while (!cursor.take("]")) {
            items.add(expression());
            separator("]", "an item of a list");
        }
        cursor.leave();
        return new HclExpression.Tuple(cursor.place(start), items);
    }

    private HclExpression object() {
        int start = cursor.position();
        cursor.take("{");
        cursor.enter(false);
        cursor.lines();
        if (takeFor()) {
            cursor.leave();
            cursor.enter(true);
            return loop(start, "}");
        }
        List<HclExpression.Member> members = new ArrayList<>();
        while (!cursor.take("}")) {
            members.add(member());
            cursor.blanks();
            boolean separated = cursor.take(",") || Text.isLineEnd(cursor.peek());
            if (!separated && !cursor.at("}")) {
                throw cursor.error("expected a comma, a new line or “}” after a member, found " + cursor.found());
            }
            cursor.lines();
        }
        cursor.leave();
        return new HclExpression.ObjectOf(cursor.place(start), members);
    }

    private HclExpression.Member member() {
        int start = cursor.position();
        HclExpression key = expression();
        boolean bare = key instanceof HclExpression.Variable && cursor.chars().charAt(start) != '(';
        if (bare && key instanceof HclExpression.Variable word) {
            key = new HclExpression.Template(key.place(), List.of(new HclExpression.Text(word.name())));
        } else if (key instanceof Literal literal && literal.kind() != Literal.Kind.NUMBER) {
            key = new HclExpression.Template(key.place(), List.of(new HclExpression.Text(literal.text())));
        }
        cursor.blanks();
        if (!cursor.take("=") && !cursor.take(":")) {
            throw cursor.error("expected “=” after the key of a member, found " + cursor.found());
        }
        HclExpression value = expression();
        return new HclExpression.Member(key, value, cursor.place(start, end));
    }

    /** {@code for}, unless it is a key or the name of something. */
    private boolean takeFor() {
        int start = cursor.position();
        if (cursor.takeWord("for")) {
            cursor.blanks();
            if (cursor.atWord()) {
                return true;
            }
        }
        cursor.moveTo(start);
        return false;
    }

    private HclExpression loop(int start, String closing) {
        Intro intro = intro();
        cursor.expect(":", "after the collection of “for”");
        HclExpression first = expression();
        cursor.blanks();
        @Nullable HclExpression key = null;
        HclExpression value = first;
        boolean grouped = false;
        if (closing.equals("}")) {
            cursor.expect("=>", "after the key of “for”");
            key = first;
            value = expression();
            cursor.blanks();
            grouped = cursor.take("...");
            cursor.blanks();
        }
        @Nullable HclExpression condition = cursor.takeWord("if") ? expression() : null;
        cursor.expect(closing, "at the end of “for”");
        cursor.leave();
        return new HclExpression.For(
                cursor.place(start), intro.key(), intro.value(), intro.collection(), key, value, grouped, condition);
    }

    /**
     * What comes after {@code for}.
     *
     * @param key null when only the value has a name
     */
    record Intro(@Nullable String key, String value, HclExpression collection) {}

    Intro intro() {
        cursor.blanks();
        String first = variable();
        cursor.blanks();
        @Nullable String key = null;
        String value = first;
        if (cursor.take(",")) {
            cursor.blanks();
            key = first;
            value = variable();
            cursor.blanks();
        }
        if (!cursor.takeWord("in")) {
            throw cursor.error("expected “in” after the names of “for”, found " + cursor.found());
        }
        return new Intro(key, value, expression());
    }

    private String variable() {
        int start = cursor.position();
        String name = cursor.word();
        if (name.isEmpty()) {
            throw new SyntaxError("expected a name after “for”, found " + cursor.found(), start, start);
        }
        return name;
    }
}
