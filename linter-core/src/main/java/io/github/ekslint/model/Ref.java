package io.github.ekslint.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference from one resource to another.
 *
 * @param id the AWS id or name that is written; unresolved when it is known only after deployment
 * @param key the key of the fact it points at, when the spec itself says which one; null when only the id can tell
 */
public record Ref(Value<String> id, @Nullable String key) {

    /** A reference by AWS id or name. */
    public static Ref byId(Value<String> id) {
        return new Ref(id, null);
    }

    /** How a message names the resource. */
    public String shown() {
        return id.known().orElseGet(() -> key == null ? "a resource that is not known" : key);
    }
}
