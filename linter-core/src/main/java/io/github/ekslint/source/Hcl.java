package io.github.ekslint.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file in <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL native syntax</a>, as written: nothing in
 * it is evaluated.
 *
 * @param body its arguments and blocks; what a syntax error spoils is left out
 * @param problems of its syntax ({@code hcl-syntax}); whoever reads the file decides whether they matter to the user
 */
public record Hcl(Place place, Body body, List<Problem> problems) implements Node {

    /** Keeps its own copy of the problems. */
    public Hcl {
        problems = List.copyOf(problems);
    }

    /** A text of JSON syntax, which is a template; as it stands when it is none that can be read. */
    public static HclExpression template(String text, Place place) {
        return HclTree.template(text, place);
    }

    /** An expression by itself, such as the value of a variable on a command line; else the text as it stands. */
    public static HclExpression expression(String text, Place place) {
        return HclTree.expression(text, place);
    }

    /** The arguments of the file as texts, as a command line would give them: texts without quotes, others as written. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Attribute attribute : body.attributes()) {
            String literal = attribute.value() instanceof HclExpression.Template template ? template.literal() : null;
            values.put(
                    attribute.name(),
                    literal != null ? literal : attribute.value().place().text());
        }
        return values;
    }

    @Override
    public @Nullable String tag() {
        return null;
    }

    @Override
    public String described() {
        return "HCL";
    }

    /**
     * What stands in a file or between the braces of a block.
     *
     * @param attributes in the order written; no name twice
     * @param blocks in the order written
     */
    public record Body(Place place, List<Attribute> attributes, List<Block> blocks) {
        /** Keeps its own copies. */
        public Body {
            attributes = List.copyOf(attributes);
            blocks = List.copyOf(blocks);
        }

        /** The argument of that name; empty when it is not written. */
        public Optional<Attribute> attribute(String name) {
            return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
        }

        /** The blocks of that type, in the order written. */
        public Stream<Block> blocks(String type) {
            return blocks.stream().filter(b -> b.type().equals(type));
        }
    }

    /**
     * {@code name = value}.
     *
     * @param place from the name to the end of the value
     */
    public record Attribute(String name, HclExpression value, Place place) {}

    /**
     * {@code type "label" "label" { … }}.
     *
     * @param labels without quotes
     * @param header the type and its labels
     * @param place from the type to the closing brace
     */
    public record Block(String type, List<String> labels, Body body, Place header, Place place) {
        /** Keeps its own copy of the labels. */
        public Block {
            labels = List.copyOf(labels);
        }

        /** A label by its position; empty text when there is none. */
        public String label(int index) {
            return index < labels.size() ? labels.get(index) : "";
        }
    }
}
