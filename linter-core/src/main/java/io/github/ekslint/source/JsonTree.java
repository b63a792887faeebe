package io.github.ekslint.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.ekslint.source.Node.Scalar.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Reads JSON values, one or several after another, into trees. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Shorter texts are built whole. */
    private static final int LARGE = 1_000_000;

    private final Text text;
    private final Limits limits;
    private final Problems problems;
    private final Pruning.Cut cut;
    private final List<Integer> open = new ArrayList<>();

    private JsonTree(Text text, Limits limits, Problems problems, Pruning.Cut cut) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.cut = cut;
    }

    /** The values before the first syntax error, which becomes a problem {@code json-syntax}. */
    static List<Node> read(Text text, Limits limits, Problems problems) {
        Pruning.Cut cut = text.chars().length() < LARGE ? Pruning.NONE : cut(text);
        return new JsonTree(text, limits, problems, cut).read();
    }

    /** What a reader says may be left out of a document, by the keys at its top. */
    private static Pruning.Cut cut(Text text) {
        Set<String> members = new LinkedHashSet<>();
        try (JsonParser parser = FACTORY.createParser(new StringReader(text.chars()))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    members.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (IOException broken) {
            return Pruning.NONE;
        }
        return ServiceLoader.load(Pruning.class, JsonTree.class.getClassLoader()).stream()
                .flatMap(p -> p.get().of(members).stream())
                .findFirst()
                .orElse(Pruning.NONE);
    }

    private List<Node> read() {
        List<Node> roots = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(new StringReader(text.chars()))) {
            while (parser.nextToken() != null) {
                roots.add(value(parser, Pointer.ROOT, 0));
            }
        } catch (JsonProcessingException broken) {
            report(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return roots;
    }

    private Node value(JsonParser parser, Pointer pointer, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        int start = start(parser);
        if (!token.isStructStart()) {
            return scalar(parser, token, start, pointer);
        }
        open.add(start);
        Node node;
        if (depth >= limits.maxDepth()) {
            problems.error(
                    "too-deep",
                    text.place(start, start + 1, pointer),
                    "nested more than %d levels deep; what is below is left out".formatted(limits.maxDepth()));
            parser.skipChildren();
            node = new Node.Scalar(text.place(start, start(parser) + 1, pointer), null, "", Kind.NULL);
        } else if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                Node item = value(parser, pointer.index(index), depth + 1);
                if (!(item instanceof Node.Mapping mapping) || cut.keeps(mapping)) {
                    items.add(item);
                }
            }
            node = new Node.Sequence(text.place(start, start(parser) + 1, pointer), null, items);
        } else {
            Map<String, Node.Entry> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                if (!cut.builds(pointer, parser.currentName(), members)) {
                    parser.nextToken();
                    parser.skipChildren();
                    continue;
                }
                Pointer member = pointer.key(parser.currentName());
                Node.Scalar key = string(parser.currentName(), start(parser), member);
                parser.nextToken();
                Node value = value(parser, member, depth + 1);
                problems.duplicate(members.put(key.text(), new Node.Entry(key, value)), key);
            }
            node = new Node.Mapping(text.place(start, start(parser) + 1, pointer), null, members);
        }
        open.remove(open.size() - 1);
        return node;
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Node.Scalar scalar(JsonParser parser, JsonToken token, int start, Pointer pointer) throws IOException {
        Kind kind =
                switch (token) {
                    case VALUE_STRING -> Kind.TEXT;
                    case VALUE_NUMBER_INT -> Kind.INTEGER;
                    case VALUE_NUMBER_FLOAT -> Kind.FLOAT;
                    case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
                    default -> Kind.NULL;
                };
        if (kind == Kind.TEXT) {
            return string(parser.getText(), start, pointer);
        }
        int end = start;
        while (end < text.chars().length() && isBare(text.chars().charAt(end))) {
            end++;
        }
        return new Node.Scalar(
                text.place(start, end, pointer), null, text.chars().substring(start, end), kind);
    }

    private Node.Scalar string(String value, int start, Pointer pointer) {
        String chars = text.chars();
        int end = start + 1;
        while (end < chars.length() && chars.charAt(end) != '"') {
            end += chars.charAt(end) == '\\' ? 2 : 1;
        }
        return new Node.Scalar(text.place(start, end + 1, pointer), null, value, Kind.TEXT);
    }

    private static boolean isBare(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '-' || c == '+' || c == '.';
    }

    private void report(JsonProcessingException broken) {
        String chars = text.chars();
        int last = open.isEmpty() ? 0 : open.get(open.size() - 1);
        String message = broken.getOriginalMessage();
        boolean ended = broken instanceof JsonEOFException || message.startsWith("Unexpected end-of-input");
        if (ended && !open.isEmpty()) {
            int end = chars.stripTrailing().length();
            String what = chars.charAt(last) == '{' ? "object" : "array";
            syntax(end, "the file ends inside the %s that begins in line %d".formatted(what, text.line(last)));
            return;
        }
        if (broken instanceof StreamConstraintsException && problems.has("too-deep")) {
            return;
        }
        JsonLocation location = broken.getLocation();
        int at = location == null ? last : (int) Math.max(0, Math.min(location.getCharOffset(), chars.length()));
        boolean word = message.startsWith("Unrecognized token") || message.startsWith("Non-standard token");
        while (word && at > 0 && Character.isLetter(chars.charAt(at - 1))) {
            at--;
        }
        syntax(at, JsonMessages.plain(broken));
    }

    private void syntax(int at, String message) {
        problems.error("json-syntax", text.place(at, at, Pointer.ROOT), message);
    }
}
