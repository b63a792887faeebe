package io.github.ekslint.reader.datum;

import org.jspecify.annotations.Nullable;

/**
 * What of a resource an expression names.
 *
 * @param key of the resource
 * @param attribute which of its attributes; {@link #ID} for what other resources refer to it by
 * @param fact the key of the fact that it names; null when it is no id of one
 */
public record Target(String key, String attribute, @Nullable String fact) {
    /** What other resources refer to a resource by. */
    public static final String ID = "";

    /** The id of a resource. */
    public static Target id(String key) {
        return new Target(key, ID, key);
    }

    /** Whether it is what other resources refer to it by. */
    public boolean isId() {
        return attribute.equals(ID);
    }
}
