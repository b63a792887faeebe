package io.github.ekslint.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** SnakeYAML's messages in plain words. */
final class YamlMessages {

    private static final Pattern CANNOT_START =
            Pattern.compile("found character '(.+?)(\\(TAB\\))?' that cannot start.*");
    private static final Pattern BUT_FOUND = Pattern.compile(".*but (?:found|got) '?<?(.*?)>?'?", Pattern.DOTALL);

    private YamlMessages() {}

    static Problem problem(MarkedYAMLException broken, Text text, YamlComposer composer) {
        Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        int at = mark == null ? 0 : Math.min(composer.offset(mark), text.chars().length());
        int since = broken.getContextMark() == null ? at : composer.offset(broken.getContextMark());
        int strange = strangeBlank(text, at, since);
        if (strange >= 0) {
            return Problem.error(
                    "no-break-space",
                    text.place(strange, strange + 1, Pointer.ROOT),
                    Blanks.described(text.chars().charAt(strange)));
        }
        String problem = broken.getProblem() == null ? "" : broken.getProblem();
        String context = broken.getContext() == null ? "" : broken.getContext();
        boolean atStart = context.contains("quoted scalar") || problem.contains("could not find expected ':'");
        int where = atStart ? Math.min(since, text.chars().length()) : at;
        return Problem.error(
                "yaml-syntax",
                text.place(where, where, Pointer.ROOT),
                plain(
                        problem,
                        context,
                        text,
                        text.line(Math.min(since, text.chars().length()))));
    }

    /** On the line of the problem, of its context, or the one before the problem; -1 when there is none. */
    private static int strangeBlank(Text text, int at, int since) {
        int last = text.line(at);
        int first = Math.max(1, Math.min(last - 1, text.line(Math.min(since, at))));
        for (int i = text.lineStart(Math.max(first, last - 1)); i < text.lineEnd(last); i++) {
            if (Blanks.isStrangeBlank(text.chars().charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String problem, String context, Text text, int line) {
        Matcher start = CANNOT_START.matcher(problem);
        if (start.lookingAt()) {
            String c = start.group(1);
            return start.group(2) != null
                    ? "a tab stands where the line is indented; YAML takes blanks only"
                    : "a value cannot begin with %s unless it is quoted".formatted(c);
        } else if (problem.contains("mapping values are not allowed")) {
            return "a “: ” stands where no value can begin: the text before it needs quotes, or the line is indented"
                    + " unlike its neighbours";
        } else if (problem.contains("sequence entries are not allowed")) {
            return "a list item (“- ”) stands where none can begin";
        } else if (problem.contains("mapping keys are not allowed")) {
            return "a “?” stands where no key can begin";
        } else if (problem.contains("could not find expected ':'")) {
            return "this line is neither a “key: value” nor a list item, nor does it continue a value";
        } else if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
            return "the quote that opens here is never closed";
        } else if (context.contains("quoted scalar") && problem.contains("document separator")) {
            return "the quote that opens here is not closed before the document ends";
        } else if (problem.startsWith("found unknown escape character")) {
            return "a double-quoted text holds an escape that YAML does not know, such as \\d;"
                    + " single quotes take a backslash as it is";
        } else if (problem.contains("hexadecimal numbers")) {
            return "an escape in this double-quoted text lacks hexadecimal digits";
        } else if (problem.contains("chomping or indentation indicators")
                || problem.contains("indentation indicator in")) {
            return "after | or > only + or -, a digit from 1 to 9 and a comment may follow on the line";
        } else if (problem.contains("comment or a line break")) {
            return "something follows on the line where only a comment may";
        } else if (context.contains("anchor") || context.contains("alias")) {
            return "the name after & or * is missing or malformed";
        } else if (context.contains("tag") || problem.contains("tag handle")) {
            return "a tag (a word that begins with !) is malformed or not declared";
        } else if (context.contains("directive")
                || problem.contains("directive")
                || problem.contains("incompatible YAML document")) {
            return "a line that begins with % is no directive that YAML 1.1 knows";
        }
        return structure(problem, context, line);
    }

    private static String structure(String problem, String context, int line) {
        Matcher matcher = BUT_FOUND.matcher(problem);
        String found = matcher.matches() ? token(matcher.group(1)) : null;
        if (found == null) {
            return "this is not YAML: %s".formatted(problem.replaceAll("\\s+", " "));
        } else if (context.contains("block mapping") && problem.contains("<block mapping start>")) {
            return "this line is indented unlike the keys of the mapping from line %d".formatted(line);
        } else if (context.contains("block mapping")) {
            return "%s stands where the next key of the mapping from line %d belongs".formatted(found, line);
        } else if (context.contains("block collection") || context.contains("block sequence")) {
            return "%s stands where the next “- ” of the list from line %d belongs".formatted(found, line);
        } else if (context.contains("flow sequence")) {
            return "%s stands in the list from line %d where “,” or “]” belongs".formatted(found, line);
        } else if (context.contains("flow mapping")) {
            return "%s stands in the mapping from line %d where “,” or “}” belongs".formatted(found, line);
        } else if (problem.contains("<document start>")) {
            return "%s stands after the end of the document; a line “---” begins another".formatted(found);
        } else if (problem.contains("node content")) {
            return "%s stands where a value belongs".formatted(found);
        }
        return "%s is not expected here".formatted(found);
    }

    private static @Nullable String token(String name) {
        return switch (name) {
            case "block mapping start" -> "a mapping";
            case "block sequence start" -> "a list";
            case "block end" -> "the end of the block";
            case "scalar" -> "a text";
            case "stream end" -> "the end of the file";
            case "document start" -> "the start of a document";
            case "document end" -> "the end of the document";
            case "alias" -> "an alias";
            case "anchor" -> "an anchor";
            case "tag" -> "a tag";
            case "directive" -> "a line that begins with %";
            case "?", "key" -> "a key";
            case ":", "value" -> "a “:”";
            default -> "“" + name + "”";
        };
    }
}
