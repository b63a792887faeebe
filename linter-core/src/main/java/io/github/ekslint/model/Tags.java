package io.github.ekslint.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tags of a resource, or the labels or annotations of a Kubernetes object.
 *
 * @param values by key
 * @param complete whether no other keys can be there, beside those of {@code partly}; false when a part of the tags is not known
 * @param partly tags of whose keys only the beginning is known
 */
public record Tags(Map<String, Value<String>> values, boolean complete, List<Partly> partly) {

    /** No tags, and nothing that could add any. */
    public static final Tags NONE = new Tags(Map.of(), true);

    /** Keeps its own copy, in the order given. */
    public Tags {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        partly = List.copyOf(partly);
    }

    /** With keys that are known. */
    public Tags(Map<String, Value<String>> values, boolean complete) {
        this(values, complete, List.of());
    }

    /**
     * A tag of whose key only the beginning is known, such as that of a cluster with a random name.
     *
     * @param prefix what the key begins with
     * @param rest of the key; not known, but it may be known to be the same as something else
     * @param value of the tag
     */
    public record Partly(String prefix, Value<String> rest, Value<String> value) {
        /** Whether the key may be that one. */
        boolean mayBe(String key) {
            return key.startsWith(prefix);
        }
    }

    /** The value of a tag; absent when the tag is not there, unresolved when that cannot be told. */
    public Value<String> get(String key) {
        Value<String> value = values.get(key);
        if (value != null) {
            return value;
        }
        return complete && partly.stream().noneMatch(p -> p.mayBe(key))
                ? Value.absent()
                : Value.unresolved("not all tags are known", List.of());
    }

    /** The tags whose key satisfies the predicate, sorted by key. */
    public Map<String, Value<String>> matching(Predicate<String> key) {
        Map<String, Value<String>> found = new TreeMap<>(values);
        found.keySet().removeIf(key.negate());
        return found;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((k, v) ->
                text.append(text.isEmpty() ? "" : ", ").append(k).append('=').append(v.shown()));
        partly.forEach(p -> text.append(text.isEmpty() ? "" : ", ")
                .append(p.prefix())
                .append(p.rest().shown())
                .append('=')
                .append(p.value().shown()));
        return text.isEmpty() ? "no tags" : text.toString();
    }
}
