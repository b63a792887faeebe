package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.source.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A mapping of a data file, read strictly: a key that nobody asks for is malformed, and so is a value of another form. */
final class Row {

    private static final Pattern MINOR = Pattern.compile("\\d\\.\\d{1,2}");

    private final Node.Mapping node;
    private final Map<String, String> sources;
    private final Set<String> known = new HashSet<>();

    /**
     * @param sources the addresses of the table's sources, by name
     */
    Row(Node.Mapping node, Map<String, String> sources) {
        this.node = node;
        this.sources = sources;
    }

    Node.Mapping node() {
        return node;
    }

    /** The value of a key, written as anything but null. */
    Optional<Node> optional(String key) {
        known.add(key);
        Optional<Node> value = node.get(key);
        value.flatMap(Node::asScalar).filter(Node.Scalar::isNull).ifPresent(none -> {
            throw new MalformedData(none, "`" + key + "` has no value");
        });
        return value;
    }

    private Node required(String key) {
        return optional(key).orElseThrow(() -> new MalformedData(node, "`" + key + "` is missing"));
    }

    Optional<String> optionalText(String key) {
        return optional(key).map(value -> text(key, value));
    }

    String text(String key) {
        return text(key, required(key));
    }

    Optional<LocalDate> optionalDate(String key) {
        return optional(key).map(value -> date(key, value));
    }

    LocalDate date(String key) {
        return date(key, required(key));
    }

    Optional<MinorVersion> optionalMinor(String key) {
        return optional(key).map(value -> minor(key, value));
    }

    MinorVersion minor(String key) {
        return minor(key, required(key));
    }

    Optional<Boolean> optionalFlag(String key) {
        return optional(key).map(value -> {
            Node.Scalar scalar = scalar(key, value, "true or false");
            if (scalar.kind() != Node.Scalar.Kind.BOOLEAN) {
                throw wrong(key, value, "true or false");
            }
            return scalar.text().equalsIgnoreCase("true");
        });
    }

    int number(String key, int least, int most) {
        Node value = required(key);
        String form = "a whole number from " + least + " to " + most;
        Node.Scalar scalar = scalar(key, value, form);
        try {
            int number = Integer.parseInt(scalar.text());
            if (scalar.kind() == Node.Scalar.Kind.INTEGER && number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value, form);
        }
        throw wrong(key, value, form);
    }

    /** What one of some words stands for. */
    <T> T oneOf(String key, Map<String, T> words) {
        Node value = required(key);
        T found = words.get(text(key, value));
        if (found == null) {
            throw wrong(key, value, "one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return found;
    }

    /** The distinct texts of a list, in order; a single text is a list of one. Empty when the key is not written. */
    Set<String> optionalTexts(String key) {
        return optional(key).map(value -> texts(key, value)).orElse(Set.of());
    }

    Set<String> texts(String key) {
        return texts(key, required(key));
    }

    /** A mapping of texts. */
    Map<String, String> textByKey(String key) {
        Row row = row(key);
        Map<String, String> texts = new LinkedHashMap<>();
        row.node
                .entries()
                .forEach(e -> texts.put(e.key().text(), row.text(e.key().text())));
        return texts;
    }

    Row row(String key) {
        Node value = required(key);
        return new Row(value.asMapping().orElseThrow(() -> wrong(key, value, "a mapping")), sources);
    }

    List<Row> rows(String key) {
        Node value = required(key);
        return value.asSequence().orElseThrow(() -> wrong(key, value, "a list")).items().stream()
                .map(item -> new Row(
                        item.asMapping().orElseThrow(() -> wrong("item of " + key, item, "a mapping")), sources))
                .toList();
    }

    /** The address of the first source of the row; all of them must be sources of the table. */
    String source() {
        Node value = required("source");
        Set<String> names = texts("source", value);
        for (String name : names) {
            if (!sources.containsKey(name)) {
                throw new MalformedData(value, "`" + name + "` is none of the table's sources");
            }
        }
        return Objects.requireNonNull(sources.get(names.iterator().next()));
    }

    /** Ends the row: every key must have been asked for. */
    void end() {
        for (Node.Entry entry : node.entries()) {
            if (!known.contains(entry.key().text())) {
                throw new MalformedData(
                        entry.key(),
                        "`" + entry.key().text() + "` is not a key here; the keys are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static String text(String key, Node value) {
        Node.Scalar scalar = scalar(key, value, "text");
        if (scalar.kind() != Node.Scalar.Kind.TEXT || scalar.text().isBlank()) {
            throw wrong(key, value, "text");
        }
        return scalar.text();
    }

    private static LocalDate date(String key, Node value) {
        String form = "a day such as 2026-11-22";
        try {
            return LocalDate.parse(scalar(key, value, form).text());
        } catch (DateTimeException e) {
            throw wrong(key, value, form);
        }
    }

    private static MinorVersion minor(String key, Node value) {
        String form = "a minor version in quotes, such as \"1.30\"";
        String text = scalar(key, value, form).text();
        if (value.asScalar().filter(s -> s.kind() == Node.Scalar.Kind.TEXT).isEmpty()
                || !MINOR.matcher(text).matches()) {
            throw wrong(key, value, form);
        }
        return MinorVersion.parse(text).orElseThrow(() -> wrong(key, value, form));
    }

    private static Set<String> texts(String key, Node value) {
        if (value.asScalar().isPresent()) {
            return Set.of(text(key, value));
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Node item : value.asSequence()
                .orElseThrow(() -> wrong(key, value, "a list"))
                .items()) {
            if (!texts.add(text("item of " + key, item))) {
                throw new MalformedData(item, "`" + text(key, item) + "` stands twice in `" + key + "`");
            }
        }
        if (texts.isEmpty()) {
            throw wrong(key, value, "a list with something in it");
        }
        return Collections.unmodifiableSet(texts);
    }

    private static Node.Scalar scalar(String key, Node value, String form) {
        return value.asScalar().orElseThrow(() -> wrong(key, value, form));
    }

    private static MalformedData wrong(String key, Node value, String form) {
        String found = value.asScalar().map(s -> "`" + s.text() + "`").orElseGet(value::described);
        return new MalformedData(value, "`" + key + "` is " + found + ", not " + form);
    }
}
