package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Trees in short form for assertions. */
final class Trees {

    private Trees() {}

    static Node root(String text) {
        return only(Sources.parse("a.yaml", text));
    }

    static Node only(Parsed parsed) {
        if (!parsed.problems().isEmpty() || parsed.documents().size() != 1) {
            throw new AssertionError(parsed.documents().size() + " documents, " + messages(parsed));
        }
        return parsed.documents().get(0).root();
    }

    static List<String> messages(Parsed parsed) {
        return parsed.problems().stream()
                .map(p -> "%d:%d %s %s".formatted(p.place().line(), p.place().column(), p.code(), p.message()))
                .toList();
    }

    static List<String> codes(Parsed parsed) {
        return parsed.problems().stream()
                .map(p -> "%d:%d %s".formatted(p.place().line(), p.place().column(), p.code()))
                .toList();
    }

    /** {@code {a: text, b: [1, null]}}, with tags. */
    static String flat(Node node) {
        String tag = node.tag() == null ? "" : node.tag() + " ";
        if (node instanceof Node.Mapping mapping) {
            return tag
                    + mapping.entries().stream()
                            .map(e -> e.key().text() + ": " + flat(e.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        } else if (node instanceof Node.Sequence sequence) {
            return tag + sequence.items().stream().map(Trees::flat).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return tag + (scalar.isNull() ? "null" : scalar.text());
    }

    static List<String> flat(Parsed parsed) {
        return parsed.documents().stream().map(d -> flat(d.root())).toList();
    }

    /** {@code 1:2-3:4}. */
    static String span(Place place) {
        return "%d:%d-%d:%d".formatted(place.line(), place.column(), place.endLine(), place.endColumn());
    }

    /** Every node of a tree, keys included, each once however many aliases name it. */
    static List<Node> all(Node root) {
        List<Node> all = new ArrayList<>();
        collect(root, all, java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>()));
        return all;
    }

    private static void collect(Node node, List<Node> into, java.util.Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        into.add(node);
        node.asSequence().ifPresent(s -> s.items().forEach(i -> collect(i, into, seen)));
        node.asMapping().ifPresent(m -> m.entries().forEach(e -> {
            collect(e.key(), into, seen);
            collect(e.value(), into, seen);
        }));
    }
}
