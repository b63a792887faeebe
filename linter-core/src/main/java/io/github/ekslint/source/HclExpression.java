package io.github.ekslint.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of {@link Hcl}, as written. Parentheses leave no trace but in the structure. */
public sealed interface HclExpression {

    /** From its first character to its last. */
    Place place();

    /**
     * A number, {@code true}, {@code false} or {@code null}.
     *
     * @param text as written
     */
    record Literal(Place place, Kind kind, String text) implements HclExpression {
        /** What it is. Texts are templates. */
        public enum Kind {
            NUMBER,
            BOOLEAN,
            NULL
        }
    }

    /** A quoted text or a heredoc: what stands in it literally, escapes resolved, and what is filled in. */
    record Template(Place place, List<Part> parts) implements HclExpression {
        /** Keeps its own copy of the parts. */
        public Template {
            parts = List.copyOf(parts);
        }

        /** The whole text; null when something is filled in. */
        public @Nullable String literal() {
            StringBuilder whole = new StringBuilder();
            for (Part part : parts) {
                if (!(part instanceof Text text)) {
                    return null;
                }
                whole.append(text.text());
            }
            return whole.toString();
        }
    }

    /** A part of a template. */
    sealed interface Part {}

    /** What stands in a template literally. */
    record Text(String text) implements Part {}

    /** <code>${ … }</code>. */
    record Interpolation(HclExpression value) implements Part {}

    /** <code>%{ if … } … %{ else } … %{ endif }</code>. */
    record IfDirective(HclExpression condition, List<Part> then, List<Part> otherwise) implements Part {
        /** Keeps its own copies. */
        public IfDirective {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * <code>%{ for key, value in … } … %{ endfor }</code>.
     *
     * @param key name of the variable for the key or index; null when there is none
     * @param value name of the variable for the element
     */
    record ForDirective(@Nullable String key, String value, HclExpression collection, List<Part> body) implements Part {
        /** Keeps its own copy of the body. */
        public ForDirective {
            body = List.copyOf(body);
        }
    }

    /** The name that begins a reference: {@code var}, {@code local}, {@code aws_subnet}, the variable of a {@code for}. */
    record Variable(Place place, String name) implements HclExpression {}

    /** {@code of.name}. */
    record Attribute(Place place, HclExpression of, String name) implements HclExpression {}

    /** {@code of[key]}, and the older {@code of.0}. */
    record Index(Place place, HclExpression of, HclExpression key) implements HclExpression {}

    /**
     * {@code of[*].each} or {@code of.*.each}.
     *
     * @param each what is taken of every element, an expression over {@link Item}
     */
    record Splat(Place place, HclExpression of, HclExpression each) implements HclExpression {}

    /** The element at hand in a {@link Splat}. */
    record Item(Place place) implements HclExpression {}

    /**
     * A function call.
     *
     * @param expanded whether the last argument is followed by {@code ...}
     */
    record Call(Place place, String name, List<HclExpression> arguments, boolean expanded) implements HclExpression {
        /** Keeps its own copy of the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [ … ]}. */
    record Tuple(Place place, List<HclExpression> items) implements HclExpression {
        /** Keeps its own copy of the items. */
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** <code>{ key = value … }</code>. */
    record ObjectOf(Place place, List<Member> members) implements HclExpression {
        /** Keeps its own copy of the members. */
        public ObjectOf {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an object.
     *
     * @param key a bare word is a literal text
     * @param place from the key to the end of the value
     */
    record Member(HclExpression key, HclExpression value, Place place) {}

    /**
     * <code>[for k, v in collection : value if condition]</code>, or with a key <code>{for … : key => value}</code>.
     *
     * @param keyName name of the variable for the key or index; null when there is none
     * @param key null in a list
     * @param grouped whether {@code ...} collects the values of equal keys
     * @param condition null when there is none
     */
    record For(
            Place place,
            @Nullable String keyName,
            String valueName,
            HclExpression collection,
            @Nullable HclExpression key,
            HclExpression value,
            boolean grouped,
            @Nullable HclExpression condition)
            implements HclExpression {}

    /**
     * {@code !operand} or {@code -operand}.
     *
     * @param operator as written
     */
    record Unary(Place place, String operator, HclExpression operand) implements HclExpression {}

    /**
     * {@code left operator right}.
     *
     * @param operator as written
     */
    record Binary(Place place, String operator, HclExpression left, HclExpression right) implements HclExpression {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(Place place, HclExpression condition, HclExpression then, HclExpression otherwise)
            implements HclExpression {}
}
