package io.github.ekslint.reader;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a mapping as values with provenance. A member of the wrong kind becomes a problem and an unresolved value;
 * in a spec, a placeholder ({@code ${VAR}}, {@code {{ .Values.x }}}, {@code <name>}) becomes an unresolved value that says
 * what to give.
 *
 * <p>A key is found with its first letter in either case, since recorded answers come in camelCase and in PascalCase.
 *
 * @param node the mapping
 * @param provenance EXPLICIT for specs, OBSERVED for recordings
 * @param origin who recorded it; empty for specs
 * @param parameters what the user gives for placeholders, by name
 * @param problems where members of the wrong kind are reported
 */
public record Fields(
        Node.Mapping node,
        Provenance provenance,
        String origin,
        Map<String, String> parameters,
        Consumer<Problem> problems) {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{\\s*([A-Za-z_][\\w.]*)[^}]*}|\\$(?!(?:Latest|Default)\\b)([A-Za-z_]\\w*)|\\{\\{-?\\s*(.+?)\\s*-?}}|<([A-Za-z][^<>]*)>|%([A-Z][A-Z0-9_]*)%|\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_PLACEHOLDER)\\b");

    /** Where the mapping stands. */
    public Place place() {
        return node.place();
    }

    /** The node under a key; empty when it is not written, or written as null. */
    public Optional<Node> node(String key) {
        Optional<Node> exact = node.get(key);
        Optional<Node> found = exact.isPresent() ? exact : node.get(otherCase(key));
        return found.filter(n -> n.asScalar().filter(Node.Scalar::isNull).isEmpty());
    }

    /** Whether a key is written with a value that is not null. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** A text, however it is written: numbers keep their spelling. Empty when it is not written. */
    public Optional<Value<String>> text(String key) {
        return node(key).map(n -> scalar(n, key, "text", Optional::of));
    }

    /** A boolean, written as such, in the words of YAML 1.1, or as quoted text. Empty when it is not written. */
    public Optional<Value<Boolean>> flag(String key) {
        return node(key).map(n -> scalar(n, key, "true or false", Fields::parseBoolean));
    }

    /** A whole number, written as such or as quoted text. Empty when it is not written. */
    public Optional<Value<Integer>> integer(String key) {
        return node(key).map(n -> scalar(n, key, "a whole number", Fields::parseInteger));
    }

    /** A list of texts, as {@link #items} reads lists. Empty when it is not written. */
    public Optional<Listing<Value<String>>> texts(String key) {
        return items(key, item -> scalar(item, key, "text", Optional::of));
    }

    /**
     * A list of anything. Recorders leave lists of one as their item, which is read; in a spec that is a problem, and only a
     * scalar is still read. Empty when it is not written.
     */
    public <T> Optional<Listing<T>> items(String key, Function<Node, T> read) {
        return node(key).map(n -> {
            Optional<Open> open = open(n);
            if (open.isPresent()) {
                return Listing.unresolved(
                        open.get().why(), List.of(n.place()), open.get().settlement());
            }
            if (n.asSequence().isEmpty() && provenance != Provenance.OBSERVED) {
                wrongKind(n, key, "a list");
                if (n.asMapping().isPresent()) {
                    return Listing.unresolved("%s is a mapping, not a list".formatted(key), List.of(n.place()));
                }
            }
            List<T> items = new ArrayList<>();
            n.asSequence().map(Node.Sequence::items).orElse(List.of(n)).forEach(i -> items.add(read.apply(i)));
            return new Listing<>(items, null, provenance, origin, List.of(n.place()));
        });
    }

    /**
     * Why the value under a key is not known, when a placeholder stands in for all or a part of it and is not given. Empty when
     * the key is not written, or when its value can be read.
     */
    public Optional<Value.Unresolved<?>> open(String key) {
        return node(key).flatMap(n -> open(n).map(
                        o -> new Value.Unresolved<>(o.why(), List.of(n.place()), List.of(o.settlement()), null, null)));
    }

    /** The members of a mapping under a key; empty when it is not written. Anything else there is a problem. */
    public Optional<Fields> child(String key) {
        return node(key).flatMap(n -> asFields(n, key));
    }

    /** The mappings of a list under a key; empty when it is not written. Items that are no mappings are problems. */
    public List<Fields> children(String key) {
        Optional<Node> found = node(key);
        if (found.isEmpty()) {
            return List.of();
        }
        Optional<Node.Sequence> sequence = found.get().asSequence();
        if (sequence.isEmpty()) {
            if (!isOpen(found.get(), key)) {
                wrongKind(found.get(), key, "a list");
            }
            return List.of();
        }
        List<Fields> fields = new ArrayList<>();
        sequence.get().items().forEach(i -> asFields(i, key).ifPresent(fields::add));
        return fields;
    }

    /** The members of a mapping that map text to text, such as tags and labels; empty when it is not written. */
    public Optional<Tags> tags(String key) {
        if (node(key).flatMap(this::open).isPresent()) {
            return Optional.of(new Tags(Map.of(), false));
        }
        return child(key).map(fields -> {
            Map<String, Value<String>> tags = new LinkedHashMap<>();
            fields.node.members().forEach((k, e) -> tags.put(k, scalar(e.value(), k, "text", Optional::of)));
            return new Tags(tags, true);
        });
    }

    /**
     * A mapping with the same provenance as this one; empty, with a problem, when the node is something else. A placeholder is
     * only a warning.
     */
    public Optional<Fields> asFields(Node other, String key) {
        Optional<Node.Mapping> mapping = other.asMapping();
        if (isOpen(other, key)) {
            return Optional.empty();
        }
        if (mapping.isEmpty()) {
            wrongKind(other, key, "a mapping");
        }
        return mapping.map(m -> new Fields(m, provenance, origin, parameters, problems));
    }

    /** A scalar as text, with placeholders unresolved. */
    public Value<String> text(Node scalar, String key) {
        return scalar(scalar, key, "text", Optional::of);
    }

    private <T> Value<T> scalar(Node other, String key, String kind, Function<String, Optional<T>> parse) {
        Optional<String> text = textOf(other);
        if (text.isEmpty()) {
            wrongKind(other, key, kind);
            return Value.unresolved("%s is %s, not %s".formatted(key, other.described(), kind), List.of(other.place()));
        }
        String written = text.get();
        Matcher matcher = PLACEHOLDER.matcher(written);
        StringBuilder filled = new StringBuilder();
        while (provenance != Provenance.OBSERVED && matcher.find()) {
            String name = placeholderName(matcher);
            String given = parameters.get(name);
            if (given == null) {
                return Value.unresolved(
                        new Open(matcher.group(), name).why(), List.of(other.place()), Settlement.parameter(name));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(given));
        }
        matcher.appendTail(filled);
        Optional<T> parsed = parse.apply(filled.toString());
        if (parsed.isEmpty()) {
            problems.accept(Problem.error(
                    "wrong-type", other.place(), "%s is “%s”, which is not %s".formatted(key, written, kind)));
            return Value.unresolved("%s is not %s".formatted(key, kind), List.of(other.place()));
        }
        return new Value.Known<>(parsed.get(), provenance, origin, List.of(other.place()));
    }

    private void wrongKind(Node other, String key, String wanted) {
        problems.accept(Problem.error(
                "wrong-type", other.place(), "%s is %s, not %s".formatted(key, described(other), wanted)));
    }

    /** Numbers and booleans as written; text is not repeated, since it may be anything, user data too. */
    private static String described(Node other) {
        return other.asScalar()
                .filter(s -> !s.isNull() && s.kind() != Node.Scalar.Kind.TEXT)
                .map(Node.Scalar::text)
                .orElse(other.described());
    }

    /** Whether a placeholder stands where a block belongs; says so, since the block is not read. */
    private boolean isOpen(Node other, String key) {
        Optional<Open> open = open(other);
        open.ifPresent(o -> problems.accept(Problem.warning(
                "placeholder-block", other.place(), "%s is %s, which is not read".formatted(key, o.written()))));
        return open.isPresent();
    }

    private static Optional<String> textOf(Node other) {
        return other.asScalar().filter(s -> !s.isNull()).map(Node.Scalar::text);
    }

    private Optional<Open> open(Node other) {
        return textOf(other).flatMap(text -> {
            Matcher matcher = PLACEHOLDER.matcher(text);
            while (matcher.find()) {
                String name = placeholderName(matcher);
                if (!parameters.containsKey(name)) {
                    return Optional.of(new Open(matcher.group(), name));
                }
            }
            return Optional.empty();
        });
    }

    /** A placeholder that is not given. */
    private record Open(String written, String name) {
        String why() {
            return "%s stands in for it".formatted(written);
        }

        Settlement settlement() {
            return Settlement.parameter(name);
        }
    }

    private static String placeholderName(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String name = matcher.group(group);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("every alternative has a group");
    }

    private static Optional<Boolean> parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> parseInteger(String text) {
        try {
            return Optional.of(Integer.parseInt(text.trim()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static String otherCase(String key) {
        char first = key.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other + key.substring(1);
    }
}
