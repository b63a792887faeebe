package io.github.ekslint.source;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of a parsed document, the same for YAML and JSON; of {@link Hcl} the root only. Every node knows its place. */
public sealed interface Node permits Node.Mapping, Node.Sequence, Node.Scalar, Hcl {

    /** Where the node stands. For a scalar this includes its quotes. */
    Place place();

    /** The explicit local tag as written ({@code !Ref}), or null where none is written. */
    @Nullable
    String tag();

    /** This node as a mapping, empty when it is something else. */
    default Optional<Mapping> asMapping() {
        return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** This node as a sequence, empty when it is something else. */
    default Optional<Sequence> asSequence() {
        return this instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
    }

    /** This node as a scalar, empty when it is something else. */
    default Optional<Scalar> asScalar() {
        return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** In the words of a message: "a mapping", "a list", "text", "a number" …. */
    String described();

    /** A member of a mapping. */
    record Entry(Scalar key, Node value) {}

    /**
     * Members by key, in the order written. Of a key written twice the last stands, as JSON parsers do; the parser reports
     * the repetition.
     */
    record Mapping(Place place, @Nullable String tag, Map<String, Entry> members) implements Node {
        /** Keeps its own copy of the members, in order. */
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The value under a key; empty when the key is not written. A written {@code null} is a scalar of kind NULL. */
        public Optional<Node> get(String key) {
            Entry entry = members.get(key);
            return entry == null ? Optional.empty() : Optional.of(entry.value());
        }

        /** The value under a chain of keys; empty as soon as one is missing or its parent is no mapping. */
        public Optional<Node> at(String... keys) {
            Optional<Node> node = Optional.of(this);
            for (String key : keys) {
                node = node.flatMap(Node::asMapping).flatMap(m -> m.get(key));
            }
            return node;
        }

        /** The text of a scalar under a key; empty when missing, null or no scalar. */
        public Optional<String> text(String key) {
            return get(key).flatMap(Node::asScalar)
                    .filter(s -> s.kind() != Scalar.Kind.NULL)
                    .map(Scalar::text);
        }

        /** Members in the order written. */
        public Collection<Entry> entries() {
            return members.values();
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** Items in the order written. */
    record Sequence(Place place, @Nullable String tag, List<Node> items) implements Node {
        /** Keeps its own copy of the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * A scalar.
     *
     * @param text as written, quotes and escapes removed; numbers keep their spelling ({@code 1.30} stays {@code 1.30})
     * @param kind how YAML's core schema or JSON reads it
     */
    record Scalar(Place place, @Nullable String tag, String text, Kind kind) implements Node {
        /** What the core schema resolves a scalar to. */
        public enum Kind {
            TEXT("text"),
            INTEGER("a whole number"),
            FLOAT("a number"),
            BOOLEAN("true or false"),
            NULL("null");

            private final String described;

            Kind(String described) {
                this.described = described;
            }
        }

        /** Whether null is written ({@code null}, {@code ~} or nothing). */
        public boolean isNull() {
            return kind == Kind.NULL;
        }

        @Override
        public String described() {
            return kind.described;
        }
    }
}
