package io.github.ekslint.rule;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The metadata of all rules of a pack in one JSON file, made at build time from the rule folders: nobody keeps a list of rules
 * by hand, and no folder is searched at run time.
 */
public final class RuleIndex {

    /** The file's name below the root of a pack. */
    public static final String NAME = "rules.json";

    private RuleIndex() {}

    /**
     * The rules of a pack.
     *
     * @throws IllegalStateException when the index is damaged
     */
    static List<Rule> read(RulePack pack) {
        try (InputStream stream = pack.open(NAME)) {
            List<Problem> problems = new ArrayList<>();
            RuleReader reader = new RuleReader(problems::add);
            List<Rule> rules = new ArrayList<>();
            for (Node item : tree(stream).asSequence().orElseThrow().items()) {
                Node.Mapping entry = item.asMapping().orElseThrow();
                List<String> examples = entry.get("examples").flatMap(Node::asSequence).stream()
                        .flatMap(s -> s.items().stream())
                        .flatMap(n -> n.asScalar().stream())
                        .map(Node.Scalar::text)
                        .toList();
                reader.read(
                                entry.text("category").orElseThrow(),
                                entry.text("folder").orElseThrow(),
                                entry.get("rule").orElseThrow(),
                                examples)
                        .ifPresent(rules::add);
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException(
                        "the index of the rule pack %s is damaged: %s".formatted(pack.name(), problems));
            }
            return rules;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the index of the rule pack %s is damaged: %s".formatted(pack.name(), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its trees know the file only: the lines of a generated file help nobody, and to find them takes longer than to read it. */
    private static Node tree(InputStream stream) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(stream)) {
            json.nextToken();
            return node(json, new SourceFile(NAME, List.of()).start());
        }
    }

    private static Node node(JsonParser json, Place place) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Node.Entry> members = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                Node.Scalar key = text(json.currentName(), place);
                json.nextToken();
                members.put(key.text(), new Node.Entry(key, node(json, place)));
            }
            return new Node.Mapping(place, null, members);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(json, place));
            }
            return new Node.Sequence(place, null, items);
        }
        return text(json.getText(), place);
    }

    private static Node.Scalar text(String text, Place place) {
        return new Node.Scalar(place, null, text, Node.Scalar.Kind.TEXT);
    }

    /**
     * Makes the index of a pack: {@code RuleIndex <folder of categories> <index file>}. The build calls this; it fails with all
     * problems of all rules at once.
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<Problem> problems = new ArrayList<>();
        write(root, Path.of(arguments[1]), problems);
        if (!problems.isEmpty()) {
            StringBuilder message = new StringBuilder("the rule folders have problems:");
            problems.stream().sorted().forEach(p -> message.append("\n  ")
                    .append(p.place())
                    .append(": ")
                    .append(p.message()));
            throw new IllegalStateException(message.toString());
        }
    }

    private static void write(Path root, Path index, List<Problem> problems) throws IOException {
        Files.createDirectories(index.toAbsolutePath().getParent());
        RuleReader reader = new RuleReader(problems::add);
        Map<String, String> ids = new HashMap<>();
        try (JsonGenerator json = new JsonFactory().createGenerator(index.toFile(), JsonEncoding.UTF8)) {
            json.writeStartArray();
            for (Path folder : ruleFolders(root)) {
                String category = root.relativize(folder).getName(0).toString();
                String name = String.valueOf(folder.getFileName());
                Path metadata = folder.resolve("rule.yaml");
                if (!Files.exists(metadata) || !Files.exists(folder.resolve("rule.drl"))) {
                    SourceFile file = new SourceFile(root.relativize(folder).toString(), List.of());
                    problems.add(Problem.error(
                            "rule-metadata", file.start(), "a rule folder has both a rule.yaml and a rule.drl"));
                    continue;
                }
                Parsed parsed = Sources.parse(root.relativize(metadata).toString(), Files.readAllBytes(metadata));
                problems.addAll(parsed.problems());
                if (parsed.documents().size() != 1) {
                    problems.add(Problem.error("rule-metadata", parsed.file().start(), "one document is expected"));
                    continue;
                }
                Node node = parsed.documents().get(0).root();
                List<String> examples = examples(folder);
                reader.read(category, name, node, examples).ifPresent(rule -> {
                    String first = ids.putIfAbsent(rule.id(), name);
                    if (first != null) {
                        problems.add(Problem.error(
                                "rule-metadata", node.place(), "%s is the id of %s too".formatted(rule.id(), first)));
                    }
                });
                json.writeStartObject();
                json.writeStringField("category", category);
                json.writeStringField("folder", name);
                json.writeArrayFieldStart("examples");
                for (String example : examples) {
                    json.writeString(example);
                }
                json.writeEndArray();
                json.writeFieldName("rule");
                write(json, node);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static List<Path> ruleFolders(Path root) throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root, 3)) {
            files.filter(p -> p.endsWith("rule.yaml") || p.endsWith("rule.drl"))
                    .map(Path::getParent)
                    .forEach(folders::add);
        }
        return List.copyOf(folders);
    }

    private static List<String> examples(Path folder) throws IOException {
        Path examples = folder.resolve("examples");
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(examples)) {
            return files.filter(Files::isRegularFile)
                    .map(p -> examples.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void write(JsonGenerator json, Node node) throws IOException {
        if (node instanceof Node.Mapping mapping) {
            json.writeStartObject();
            for (Node.Entry entry : mapping.entries()) {
                json.writeFieldName(entry.key().text());
                write(json, entry.value());
            }
            json.writeEndObject();
        } else if (node instanceof Node.Sequence sequence) {
            json.writeStartArray();
            for (Node item : sequence.items()) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (node instanceof Node.Scalar scalar) {
            json.writeString(scalar.text());
        }
    }
}
