package io.github.ekslint.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a person calls a resource that has neither an id nor an address: words made of its key. */
final class DisplayNames {

    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private DisplayNames() {}

    /**
     * The words for a key.
     *
     * @param kind the kind of the resource, such as {@code Subnet}
     * @param key its key, such as {@code Subnet/public/zone-1}, {@code Cluster/blue/Vpc} or {@code Vpc}
     */
    static String of(String kind, String key) {
        if (!key.startsWith(kind + "/")) {
            return owned(kind, key);
        }
        String rest = key.substring(kind.length() + 1);
        if (rest.startsWith("?")) {
            return rest.length() == 1 ? "the " + words(kind) : owned(kind, rest + "#");
        }
        if (rest.startsWith("public/") || rest.startsWith("private/")) {
            int slash = rest.indexOf('/');
            return rest.substring(0, slash) + " " + words(kind) + " " + rest.substring(slash + 1);
        }
        return rest.contains("/") ? owned(kind, rest) : rest;
    }

    /** Something that ekslint knows of only because another resource points at it. */
    private static String owned(String kind, String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return "the " + words(kind);
        }
        String owner = key.substring(slash + 1).replaceAll("(/" + Pattern.quote(kind) + ")?(#\\d*)?$", "");
        String name = owner.substring(owner.lastIndexOf('/') + 1);
        return "%s %s of %s"
                .formatted(key.contains("#") ? "a" : "the", words(kind), name.equals("?") ? "the cluster" : name);
    }

    private static String words(String kind) {
        return kind.equals("Vpc")
                ? "VPC"
                : WORD_END.matcher(kind).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
