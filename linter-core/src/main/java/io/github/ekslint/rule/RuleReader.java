package io.github.ekslint.rule;

import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code rule.yaml}, strictly: an unknown key, a missing one, or a value of the wrong kind is a problem at its line. The
 * id, the name and the category are not in the file: they are the folder's.
 */
public final class RuleReader {

    private static final Pattern FOLDER = Pattern.compile("(EKS-[A-Z]{2,4}-\\d{3})-([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Set<String> KEYS = Set.of(
            "title",
            "subject",
            "not-applicable",
            "outcomes",
            "unknown",
            "unknown-impossible",
            "confidence",
            "status",
            "since",
            "rationale",
            "remediation",
            "references",
            "controls",
            "parameters",
            "covers",
            "superseded-by");

    private final Consumer<Problem> problems;

    /** A reader that reports to that sink. */
    public RuleReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Reads the metadata of one rule.
     *
     * @param category the folder above
     * @param folder the rule's folder
     * @param root the content of {@code rule.yaml}
     * @param examples the names of its example files
     * @return empty when a problem was reported
     */
    public Optional<Rule> read(String category, String folder, Node root, List<String> examples) {
        List<Problem> found = new ArrayList<>();
        Rule rule = new Strict(found::add).rule(category, folder, root, examples);
        found.forEach(problems);
        return found.isEmpty() ? Optional.of(rule) : Optional.empty();
    }

    /** Reads one file; goes on after a problem so that all are reported at once. */
    private record Strict(Consumer<Problem> problems) {

        Rule rule(String category, String folder, Node root, List<String> examples) {
            Matcher name = FOLDER.matcher(folder);
            if (!name.matches()) {
                problem(
                        root.place(),
                        "the folder %s is not named EKS-<SUBJECT>-<number>-<bad-pattern>".formatted(folder));
            }
            Node.Mapping map = mapping(root, "rule.yaml");
            examples(map, examples);
            map.members().forEach((key, entry) -> {
                if (!KEYS.contains(key)) {
                    problem(entry.key().place(), "a rule has no “%s”".formatted(key));
                }
            });
            return new Rule(
                    name.matches() ? name.group(1) : folder,
                    name.matches() ? name.group(2) : folder,
                    category,
                    text(map, "title"),
                    text(map, "subject"),
                    texts(map, "not-applicable"),
                    outcomes(map),
                    optional(map, "unknown"),
                    optional(map, "unknown-impossible"),
                    oneOf(map, "confidence", "high", "medium", "low"),
                    oneOf(map, "status", "preview", "stable", "deprecated"),
                    text(map, "since"),
                    text(map, "rationale"),
                    text(map, "remediation"),
                    references(map),
                    controls(map),
                    parameters(map),
                    texts(map, "covers"),
                    texts(map, "superseded-by"),
                    examples);
        }

        /** Examples are tests and documentation at once: without them a rule is not a rule. */
        private void examples(Node.Mapping map, List<String> examples) {
            for (String kind : List.of("bad", "good")) {
                if (examples.stream().noneMatch(e -> e.startsWith(kind + "-"))) {
                    problem(map.place(), "examples/ has no %s- example".formatted(kind));
                }
            }
            boolean unknown = examples.stream().anyMatch(e -> e.startsWith("unknown-"));
            boolean impossible = map.get("unknown-impossible").isPresent();
            if (unknown == impossible) {
                problem(map.place(), "examples/ has an unknown- example, or unknown-impossible says why there is none");
            }
        }

        private Map<String, Outcome> outcomes(Node.Mapping map) {
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            map.get("outcomes").map(n -> mapping(n, "outcomes")).ifPresent(all -> all.members()
                    .forEach((name, entry) -> {
                        Node.Mapping outcome = mapping(entry.value(), name);
                        only(outcome, Set.of("severity", "message"));
                        outcomes.put(
                                name,
                                new Outcome(
                                        name,
                                        Severity.valueOf(oneOf(outcome, "severity", "error", "warning", "info")
                                                .toUpperCase(Locale.ROOT)),
                                        text(outcome, "message")));
                    }));
            if (outcomes.isEmpty()) {
                problem(map.place(), "outcomes is missing");
            }
            return outcomes;
        }

        private List<Reference> references(Node.Mapping map) {
            List<Reference> references = new ArrayList<>();
            for (Node item : items(map, "references")) {
                Node.Mapping reference = mapping(item, "references");
                only(reference, Set.of("title", "url"));
                String url = text(reference, "url");
                if (!url.startsWith("https://")) {
                    problem(item.place(), "a reference has an https address");
                }
                references.add(new Reference(text(reference, "title"), url));
            }
            if (references.isEmpty()) {
                problem(map.place(), "references is missing");
            }
            return references;
        }

        private Map<String, String> controls(Node.Mapping map) {
            Map<String, String> controls = new LinkedHashMap<>();
            map.get("controls")
                    .map(n -> mapping(n, "controls"))
                    .ifPresent(all -> all.members().keySet().forEach(k -> controls.put(k, text(all, k))));
            return controls;
        }

        private Map<String, Parameter> parameters(Node.Mapping map) {
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            map.get("parameters").map(n -> mapping(n, "parameters")).ifPresent(all -> all.members()
                    .forEach((name, entry) -> {
                        Node.Mapping parameter = mapping(entry.value(), name);
                        only(parameter, Set.of("default", "description", "type", "from"));
                        parameters.put(name, parameter(name, parameter));
                    }));
            return parameters;
        }

        private Parameter parameter(String name, Node.Mapping map) {
            String description = text(map, "description");
            if (map.get("from").isPresent()) {
                only(map, Set.of("default", "description", "from"));
                String from = oneOf(map, "from", Parameter.SHARED.toArray(String[]::new));
                return new Parameter(name, Parameter.Type.WORDS, optional(map, "default"), description, from);
            }
            boolean typed = map.get("type").isPresent();
            String type = typed ? oneOf(map, "type", "integer", "boolean", "text", "words") : "";
            String initial = type.equals("words") ? optional(map, "default") : text(map, "default");
            Parameter.Type known =
                    typed ? Parameter.Type.valueOf(type.toUpperCase(Locale.ROOT)) : Parameter.Type.of(initial);
            if (!known.fits(initial)) {
                problem(map.place(), "the default “%s” of %s is no %s".formatted(initial, name, known.id()));
            }
            return new Parameter(name, known, initial, description, "");
        }

        private void only(Node.Mapping map, Set<String> keys) {
            map.members().forEach((key, entry) -> {
                if (!keys.contains(key)) {
                    problem(entry.key().place(), "“%s” does not belong here".formatted(key));
                }
            });
        }

        private String text(Node.Mapping map, String key) {
            String text = optional(map, key);
            if (text.isEmpty()) {
                problem(map.place(), key + " is missing");
            }
            return text;
        }

        private String optional(Node.Mapping map, String key) {
            return map.text(key).map(String::strip).orElse("");
        }

        private String oneOf(Node.Mapping map, String key, String... words) {
            String text = text(map, key);
            for (String word : words) {
                if (word.equals(text)) {
                    return text;
                }
            }
            problem(map.place(), "%s is “%s”, not one of %s".formatted(key, text, String.join(", ", words)));
            return words[0];
        }

        private List<String> texts(Node.Mapping map, String key) {
            return items(map, key).stream()
                    .flatMap(n -> n.asScalar().stream())
                    .map(Node.Scalar::text)
                    .toList();
        }

        private List<Node> items(Node.Mapping map, String key) {
            Optional<Node> node = map.get(key);
            if (node.isPresent() && node.get().asSequence().isEmpty()) {
                problem(node.get().place(), key + " is no list");
            }
            return node.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of());
        }

        private Node.Mapping mapping(Node node, String what) {
            return node.asMapping().orElseGet(() -> {
                problem(node.place(), what + " is no mapping");
                return new Node.Mapping(node.place(), null, Map.of());
            });
        }

        private void problem(Place place, String message) {
            problems.accept(Problem.error("rule-metadata", place, message));
        }
    }
}
