package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.source.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects as the Python client prints them: its names are the API's with underscores instead of capitals. */
final class SnakeCase {

    /** What users name themselves, and what stays as it is. */
    private static final Set<String> FREE = Set.of("labels", "annotations", "match_labels", "node_selector", "data");

    private static final Pattern BREAK = Pattern.compile("_([a-z0-9])");

    private SnakeCase() {}

    /** Whether the object, or the first item of a list, is written so. */
    static boolean isUsedBy(Node.Mapping root) {
        if (root.get("api_version").isPresent()
                || root.at("status", "node_info").isPresent()) {
            return true;
        }
        return root.get("items").orElse(root) instanceof Node.Sequence items
                && !items.items().isEmpty()
                && items.items().get(0) instanceof Node.Mapping first
                && isUsedBy(first);
    }

    /** The same tree with the API's names. */
    static Node.Mapping toCamelCase(Node.Mapping mapping) {
        Map<String, Node.Entry> members = new LinkedHashMap<>();
        mapping.members().forEach((key, entry) -> {
            Node value = FREE.contains(key) ? entry.value() : renamed(entry.value());
            members.put(camel(key), new Node.Entry(entry.key(), value));
        });
        return new Node.Mapping(mapping.place(), mapping.tag(), members);
    }

    private static Node renamed(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return toCamelCase(mapping);
        }
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.place(),
                    list.tag(),
                    list.items().stream().map(SnakeCase::renamed).toList());
        }
        return node;
    }

    private static String camel(String key) {
        String camel = BREAK.matcher(key).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
        return camel.equals("providerId") ? "providerID" : camel;
    }
}
