package io.github.ekslint.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of a large JSON document its reader needs: the others are never built, so that a large document takes little memory.
 * Found through {@link java.util.ServiceLoader}; has no state.
 */
public interface Pruning {

    /**
     * What to leave out of a document.
     *
     * @param members the keys at the top of the document
     * @return empty when the document is of another kind
     */
    Optional<Cut> of(Set<String> members);

    /** Says part by part what is left out. */
    interface Cut {

        /**
         * Whether a member of a mapping is built.
         *
         * @param mapping where the mapping stands
         * @param before the members before it
         */
        boolean builds(Pointer mapping, String key, Map<String, Node.Entry> before);

        /** Whether an item of a list is kept once it is built. */
        boolean keeps(Node.Mapping item);
    }

    /** Leaves nothing out. */
    Cut NONE = new Cut() {
        @Override
        public boolean builds(Pointer mapping, String key, Map<String, Node.Entry> before) {
            return true;
        }

        @Override
        public boolean keeps(Node.Mapping item) {
            return true;
        }
    };
}
