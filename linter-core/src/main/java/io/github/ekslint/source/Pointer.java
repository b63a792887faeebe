package io.github.ekslint.source;

import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer (RFC 6901) as a chain of tokens, so that the nodes of a large tree share their prefixes.
 *
 * @param parent null for the root
 * @param token the unescaped key or the 0-based index; empty for the root
 */
public record Pointer(@Nullable Pointer parent, String token) {

    /** The pointer to a whole document. */
    public static final Pointer ROOT = new Pointer(null, "");

    /** The pointer to a member of this mapping. */
    public Pointer key(String key) {
        return new Pointer(this, key);
    }

    /**
     * The pointer to an item of this sequence.
     *
     * @param index 0-based
     */
    public Pointer index(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    /** The pointer in RFC 6901 form; empty for the root. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        return parent + "/" + token.replace("~", "~0").replace("/", "~1");
    }
}
