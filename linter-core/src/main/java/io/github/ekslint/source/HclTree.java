package io.github.ekslint.source;

import io.github.ekslint.source.HclCursor.SyntaxError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads files in HCL native syntax. A syntax error costs the block at the file's level that it stands in, and nothing else.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL native syntax specification</a>
 */
final class HclTree {

    private static final String CODE = "hcl-syntax";
    private static final int MOST_PROBLEMS = 20;

    /** What begins a block of Terraform at the start of a line, and is never nested. */
    private static final Pattern OUTERMOST = Pattern.compile(
            "(?:(?:resource|data)[ \\t]+\"[^\"\\n]*\"[ \\t]+|(?:module|variable|output|provider)[ \\t]+|locals[ \\t]+(?=\\{))"
                    + "(?:\"[^\"\\n]*\"[ \\t]*)?\\{");

    /** What may begin a block or an argument. */
    private static final Pattern START =
            Pattern.compile("[\\p{L}_][\\w-]*(?:[ \\t]+(?:\"[^\"\\n]*\"|[\\p{L}_][\\w-]*))*[ \\t]*[{=]");

    private final HclCursor cursor;
    private final HclExpressions expressions;
    private final Problems problems = new Problems();

    private HclTree(Text text, Limits limits) {
        this.cursor = new HclCursor(text, null, limits.maxDepth());
        this.expressions = new HclExpressions(cursor);
    }

    /** The file, with its comments. Syntax errors are problems of the {@link Hcl}. */
    static Document read(Text text, Limits limits) {
        HclTree tree = new HclTree(text, limits);
        Hcl.Body body = tree.file();
        Hcl root = new Hcl(text.file().start(), body, tree.problems.list());
        return new Document(text.file(), root, tree.cursor.comments());
    }

    /** A template whose parts all stand at one place; as it stands when it cannot be read. */
    static HclExpression template(String text, Place place) {
        if (!text.contains("${") && !text.contains("%{")) {
            return literal(text, place);
        }
        try {
            HclCursor cursor = new HclCursor(new Text("template", text), place, Limits.DEFAULT.maxDepth());
            return new HclTemplates(cursor, new HclExpressions(cursor)).bare();
        } catch (SyntaxError noTemplate) {
            return literal(text, place);
        }
    }

    /** An expression whose parts all stand at one place; the text as it stands when it is none. */
    static HclExpression expression(String text, Place place) {
        try {
            HclCursor cursor = new HclCursor(new Text("expression", text), place, Limits.DEFAULT.maxDepth());
            cursor.enter(true);
            HclExpression expression = new HclExpressions(cursor).expression();
            cursor.blanks();
            return cursor.atEnd() ? expression : literal(text, place);
        } catch (SyntaxError noExpression) {
            return literal(text, place);
        }
    }

    private static HclExpression literal(String text, Place place) {
        return new HclExpression.Template(place, List.of(new HclExpression.Text(text)));
    }

    private Hcl.Body file() {
        Members members = new Members();
        int errors = 0;
        while (true) {
            int start = cursor.position();
            try {
                cursor.lines();
                if (cursor.atEnd()) {
                    break;
                }
                start = cursor.position();
                member(members);
                endOfMember();
            } catch (SyntaxError error) {
                if (++errors <= MOST_PROBLEMS) {
                    problems.error(CODE, cursor.place(error.start(), error.end()), error.text());
                }
                recover(Math.max(start + 1, error.start()));
            }
        }
        return members.body(cursor.place(0, cursor.chars().length()));
    }

    /** To the next line that begins like a block or an argument. */
    private void recover(int from) {
        cursor.reset();
        String chars = cursor.chars();
        int at = from;
        while (at < chars.length()) {
            boolean lineStart = at == 0 || chars.charAt(at - 1) == '\n';
            if (lineStart && START.matcher(chars).region(at, chars.length()).lookingAt()) {
                break;
            }
            int end = chars.indexOf('\n', at);
            at = end < 0 ? chars.length() : end + 1;
        }
        cursor.moveTo(at);
    }

    private void member(Members members) {
        int start = cursor.position();
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.error("expected an argument or a block, found " + cursor.found());
        }
        cursor.blanks();
        if (cursor.peek() == '=' && cursor.peek(1) != '=') {
            cursor.take("=");
            HclExpression value = expressions.expression();
            members.add(new Hcl.Attribute(name, value, cursor.place(start, expressions.end())));
            return;
        }
        members.blocks.add(block(name, start));
    }

    private Hcl.Block block(String type, int start) {
        List<String> labels = new ArrayList<>();
        int headerEnd = start + type.length();
        while (true) {
            cursor.blanks();
            if (cursor.peek() == '"') {
                labels.add(label());
            } else if (cursor.atWord()) {
                labels.add(cursor.word());
            } else {
                break;
            }
            headerEnd = cursor.position();
        }
        if (!cursor.take("{")) {
            String wanted = labels.isEmpty() ? "“=” or “{”" : "“{”";
            throw cursor.error("expected %s after “%s”, found %s".formatted(wanted, type, cursor.found()));
        }
        Hcl.Body body = body(type, start);
        return new Hcl.Block(type, labels, body, cursor.place(start, headerEnd), cursor.place(start));
    }

    private String label() {
        int start = cursor.position();
        HclExpression label = expressions.quoted();
        String literal = label instanceof HclExpression.Template template ? template.literal() : null;
        if (literal == null) {
            throw new SyntaxError("a label of a block is a plain text", start, cursor.position());
        }
        return literal;
    }

    private Hcl.Body body(String type, int start) {
        int open = cursor.position() - 1;
        cursor.enter(false);
        Members members = new Members();
        while (true) {
            cursor.lines();
            if (cursor.take("}")) {
                cursor.leave();
                return members.body(cursor.place(open));
            }
            if (cursor.atEnd() || isOutermost()) {
                throw new SyntaxError(
                        "block “%s” of line %d has no closing “}”".formatted(type, cursor.line(start)), open, open + 1);
            }
            member(members);
            cursor.blanks();
            if (cursor.peek() != '}') {
                endOfMember();
            }
        }
    }

    private boolean isOutermost() {
        int at = cursor.position();
        return cursor.column(at) == 1
                && OUTERMOST
                        .matcher(cursor.chars())
                        .region(at, cursor.chars().length())
                        .lookingAt();
    }

    private void endOfMember() {
        cursor.blanks();
        boolean ends = cursor.atEnd() || Text.isLineEnd(cursor.peek());
        if (!ends) {
            throw cursor.error("expected the end of the line, found " + cursor.found());
        }
    }

    /** What a body holds so far. */
    private final class Members {
        private final Map<String, Hcl.Attribute> attributes = new LinkedHashMap<>();
        private final List<Hcl.Block> blocks = new ArrayList<>();

        void add(Hcl.Attribute attribute) {
            Hcl.Attribute first = attributes.putIfAbsent(attribute.name(), attribute);
            if (first != null) {
                problems.error(
                        CODE,
                        attribute.place(),
                        "argument “%s” is written twice, first in line %d"
                                .formatted(attribute.name(), first.place().line()));
            }
        }

        Hcl.Body body(Place place) {
            return new Hcl.Body(place, List.copyOf(attributes.values()), blocks);
        }
    }
}
