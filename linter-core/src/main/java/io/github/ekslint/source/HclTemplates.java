package io.github.ekslint.source;

import io.github.ekslint.source.HclCursor.SyntaxError;
import io.github.ekslint.source.HclExpression.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the templates of an HCL file: texts in quotes and heredocs. */
final class HclTemplates {

    private static final int MOST_NESTED = 100;

    private final HclCursor cursor;
    private final HclExpressions expressions;

    HclTemplates(HclCursor cursor, HclExpressions expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From one quote to the other. */
    HclExpression.Template quoted() {
        int start = cursor.position();
        cursor.take("\"");
        List<Token> tokens = tokens(Ends.AT_QUOTE, null, start);
        cursor.take("\"");
        return new HclExpression.Template(cursor.place(start), new Nesting(tokens).parts());
    }

    /** A text without quotes: all of it. */
    HclExpression.Template bare() {
        List<Token> tokens = tokens(Ends.AT_END, null, 0);
        return new HclExpression.Template(cursor.place(0), new Nesting(tokens).parts());
    }

    /** {@code <<END} or {@code <<-END}, to the line that holds the word again. */
    HclExpression.Template heredoc() {
        int start = cursor.position();
        if (!cursor.take("<<")) {
            throw cursor.error("expected a value, found " + cursor.found());
        }
        boolean indented = cursor.take("-");
        String word = cursor.word();
        cursor.take("\r");
        if (word.isEmpty() || !cursor.take("\n")) {
            throw new SyntaxError("a heredoc begins with “<<”, a word and a new line", start, cursor.position());
        }
        List<Token> tokens = tokens(Ends.AT_LINE, word, start);
        while (cursor.peek() == ' ' || cursor.peek() == '\t') {
            cursor.moveTo(cursor.position() + 1);
        }
        cursor.take(word);
        return new HclExpression.Template(
                cursor.place(start), new Nesting(indented ? unindented(tokens) : tokens).parts());
    }

    /** What ends a template. */
    private enum Ends {
        AT_QUOTE,
        AT_LINE,
        AT_END
    }

    /** A literal, a value to fill in, or a directive, before directives are nested. */
    private sealed interface Token {}

    /**
     * Literal characters.
     *
     * @param lineStart whether they begin a line of a heredoc
     */
    private record Chars(String text, boolean lineStart) implements Token {}

    private record Fill(HclExpression value) implements Token {}

    /**
     * A directive.
     *
     * @param word {@code if}, {@code else}, {@code endif}, {@code for} or {@code endfor}
     */
    private record Directive(
            String word, @Nullable HclExpression condition, HclExpressions.@Nullable Intro loop, int start, int end)
            implements Token {}

    /**
     * The tokens up to the end of the template.
     *
     * @param heredoc the word that ends a heredoc; else null
     */
    private List<Token> tokens(Ends ends, @Nullable String heredoc, int start) {
        boolean quoted = ends == Ends.AT_QUOTE;
        Tokens out = new Tokens();
        out.lineStart = heredoc != null;
        while (true) {
            if (heredoc != null && out.atLineStart() && atClosing(heredoc)) {
                out.flush();
                return out.tokens;
            }
            if (cursor.atEnd() && ends == Ends.AT_END) {
                out.flush();
                return out.tokens;
            } else if (cursor.atEnd()) {
                String what = heredoc == null ? "this text has no closing quote" : "heredoc “%s” has no end";
                throw new SyntaxError(what.formatted(heredoc), start, start + 1);
            }
            char c = cursor.peek();
            if (quoted && c == '"') {
                out.flush();
                return out.tokens;
            } else if (quoted && Text.isLineEnd(c)) {
                throw new SyntaxError("this text has no closing quote on its line", start, start + 1);
            } else if (quoted && c == '\\') {
                escape(out);
            } else if (cursor.at("$${") || cursor.at("%%{")) {
                out.append(c);
                out.append('{');
                cursor.moveTo(cursor.position() + 3);
            } else if (cursor.at("${") || cursor.at("%{")) {
                out.flush();
                sequence(out, c == '$');
            } else if (heredoc != null && c == '\r' && cursor.peek(1) == '\n') {
                cursor.moveTo(cursor.position() + 1);
            } else {
                out.append(c);
                cursor.moveTo(cursor.position() + 1);
                if (c == '\n') {
                    out.flush();
                    out.lineStart = true;
                }
            }
        }
    }

    private boolean atClosing(String word) {
        int at = cursor.position();
        String chars = cursor.chars();
        while (at < chars.length() && (chars.charAt(at) == ' ' || chars.charAt(at) == '\t')) {
            at++;
        }
        if (!chars.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        while (at < chars.length() && (chars.charAt(at) == ' ' || chars.charAt(at) == '\t')) {
            at++;
        }
        return at >= chars.length() || Text.isLineEnd(chars.charAt(at));
    }

    private void escape(Tokens out) {
        char kind = cursor.peek(1);
        int length = 2;
        switch (kind) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case '"', '\\' -> out.append(kind);
            case 'u' -> length = unicode(out, 4);
            case 'U' -> length = unicode(out, 8);
            default ->
                throw new SyntaxError(
                        "“\\%s” is no escape sequence".formatted(Text.isLineEnd(kind) || kind == 0 ? "" : kind),
                        cursor.position(),
                        cursor.position() + 1);
        }
        cursor.moveTo(cursor.position() + length);
    }

    private int unicode(Tokens out, int digits) {
        int from = cursor.position() + 2;
        int to = Math.min(cursor.chars().length(), from + digits);
        try {
            out.append(Character.toString(Integer.parseInt(cursor.chars().substring(from, to), 16)));
        } catch (IllegalArgumentException notACharacter) {
            throw new SyntaxError("an escaped character has %d hexadecimal digits".formatted(digits), from - 2, to);
        }
        return 2 + digits;
    }

    /** <code>${ … }</code> or <code>%{ … }</code>. */
    private void sequence(Tokens out, boolean fill) {
        int start = cursor.position();
        cursor.moveTo(start + 2);
        if (cursor.take("~")) {
            out.stripEnd();
        }
        cursor.enter(true);
        out.add(fill ? new Fill(expressions.expression()) : directive(start));
        cursor.blanks();
        out.stripNext = cursor.take("~");
        cursor.expect("}", "at the end of “%s”".formatted(fill ? "${" : "%{"));
        cursor.leave();
    }

    private Directive directive(int start) {
        cursor.blanks();
        String word = cursor.word();
        return switch (word) {
            case "if" -> new Directive(word, expressions.expression(), null, start, cursor.position());
            case "for" -> new Directive(word, null, expressions.intro(), start, cursor.position());
            case "else", "endif", "endfor" -> new Directive(word, null, null, start, cursor.position());
            default ->
                throw new SyntaxError("“%s” is no directive of a template".formatted(word), start, cursor.position());
        };
    }

    /** Takes as many blanks from the start of every line as the least indented line has. */
    private static List<Token> unindented(List<Token> tokens) {
        int least = Integer.MAX_VALUE;
        for (Token token : tokens) {
            boolean counts = token instanceof Chars chars
                    && chars.lineStart()
                    && !chars.text().equals("\n");
            if (counts && token instanceof Chars chars) {
                least = Math.min(least, indent(chars.text()));
            }
        }
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Chars chars && chars.lineStart()) {
                String text = chars.text();
                result.add(new Chars(text.substring(Math.min(least, indent(text))), true));
            } else {
                result.add(token);
            }
        }
        return result;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }

    /** Collects tokens; literal characters one line of a heredoc at a time. */
    private static final class Tokens {
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private boolean lineStart;
        private boolean stripNext;

        boolean atLineStart() {
            return lineStart && literal.isEmpty();
        }

        void append(char c) {
            append(String.valueOf(c));
        }

        void append(String text) {
            if (stripNext && text.isBlank()) {
                stripNext = !text.equals("\n");
                lineStart |= text.equals("\n");
                return;
            }
            stripNext = false;
            literal.append(text);
        }

        void add(Token token) {
            if (lineStart) {
                tokens.add(new Chars("", true));
            }
            lineStart = false;
            tokens.add(token);
        }

        void flush() {
            if (!literal.isEmpty()) {
                tokens.add(new Chars(literal.toString(), lineStart));
                literal.setLength(0);
                lineStart = false;
            }
        }

        /** Takes away blanks before a sequence; in a heredoc those of its line. */
        void stripEnd() {
            if (!tokens.isEmpty() && tokens.get(tokens.size() - 1) instanceof Chars last) {
                tokens.set(tokens.size() - 1, new Chars(last.text().stripTrailing(), last.lineStart()));
            }
        }
    }

    /** Puts what stands between directives into them. */
    private static final class Nesting {
        private final List<Token> tokens;
        private int next;
        private int depth;

        Nesting(List<Token> tokens) {
            this.tokens = tokens;
        }

        List<Part> parts() {
            List<Part> parts = until();
            if (next < tokens.size() && tokens.get(next) instanceof Directive stray) {
                throw new SyntaxError("“%s” has no beginning".formatted(stray.word()), stray.start(), stray.end());
            }
            return parts;
        }

        /** The parts up to a directive that ends something, which stays. */
        private List<Part> until() {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (next < tokens.size()) {
                Token token = tokens.get(next);
                if (token instanceof Chars chars) {
                    literal.append(chars.text());
                    next++;
                    continue;
                }
                flush(literal, parts);
                if (token instanceof Fill fill) {
                    parts.add(new HclExpression.Interpolation(fill.value()));
                    next++;
                } else if (token instanceof Directive directive) {
                    if (directive.condition() == null && directive.loop() == null) {
                        return parts;
                    }
                    next++;
                    parts.add(nested(directive));
                }
            }
            flush(literal, parts);
            return parts;
        }

        private static void flush(StringBuilder literal, List<Part> parts) {
            if (!literal.isEmpty()) {
                parts.add(new HclExpression.Text(literal.toString()));
                literal.setLength(0);
            }
        }

        private Part nested(Directive directive) {
            HclExpressions.Intro loop = directive.loop();
            HclExpression condition = directive.condition();
            if (++depth > MOST_NESTED) {
                throw new SyntaxError("directives are nested too deep", directive.start(), directive.end());
            }
            List<Part> then = until();
            if (loop != null) {
                end(directive, "endfor");
                return new HclExpression.ForDirective(loop.key(), loop.value(), loop.collection(), then);
            }
            List<Part> otherwise = List.of();
            if (next < tokens.size()
                    && tokens.get(next) instanceof Directive d
                    && d.word().equals("else")) {
                next++;
                otherwise = until();
            }
            end(directive, "endif");
            return new HclExpression.IfDirective(Objects.requireNonNull(condition), then, otherwise);
        }

        private void end(Directive begun, String word) {
            boolean ends = next < tokens.size()
                    && tokens.get(next) instanceof Directive directive
                    && directive.word().equals(word);
            if (!ends) {
                throw new SyntaxError("“%s” has no “%s”".formatted(begun.word(), word), begun.start(), begun.end());
            }
            depth--;
            next++;
        }
    }
}
