package io.github.ekslint.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tags of a resource, or the labels or annotations of a Kubernetes object.
 *
 * @param values by key
 * @param complete whether no other keys can be there; false when a part of the tags is not known
 */
public record Tags(Map<String, Value<String>> values, boolean complete) {

    /** No tags, and nothing that could add any. */
    public static final Tags NONE = new Tags(Map.of(), true);

    /** Keeps its own copy, in the order given. */
    public Tags {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a tag; absent when the tag is not there, unresolved when that cannot be told. */
    public Value<String> get(String key) {
        Value<String> value = values.get(key);
        if (value != null) {
            return value;
        }
        return complete ? Value.absent() : Value.unresolved("not all tags are known", java.util.List.of());
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
        return text.isEmpty() ? "no tags" : text.toString();
    }
}
