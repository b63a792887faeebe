package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Terraform's JSON syntax as the tree of its native syntax.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON Configuration Syntax</a>
 */
final class JsonSyntax {

    private static final Map<String, Integer> LABELS = Map.of(
            "resource",
            2,
            "data",
            2,
            "module",
            1,
            "variable",
            1,
            "output",
            1,
            "provider",
            1,
            "locals",
            0,
            "terraform",
            0);

    /** What no other JSON of such a shape has. */
    private static final Set<String> TELLING = Set.of("resource", "module", "data", "variable", "locals", "output");

    private JsonSyntax() {}

    /** Whether a document may be Terraform source in JSON. */
    static boolean is(Document document) {
        return document.file().uri().matches(".*\\.(tf|tofu)\\.json")
                && document.root()
                        .asMapping()
                        .filter(m -> m.members().keySet().stream().anyMatch(TELLING::contains))
                        .isPresent();
    }

    /** The file in either syntax; empty when it is no Terraform source. */
    static Optional<Hcl> hcl(Document document) {
        if (document.root() instanceof Hcl hcl) {
            return Optional.of(hcl);
        }
        return is(document) ? document.root().asMapping().map(JsonSyntax::file) : Optional.empty();
    }

    private static Hcl file(Node.Mapping root) {
        List<Hcl.Block> blocks = new ArrayList<>();
        for (Node.Entry entry : root.entries()) {
            Integer labels = LABELS.get(entry.key().text());
            if (labels != null) {
                blocks(entry.key(), entry.value(), labels, new ArrayList<>(), blocks);
            }
        }
        return new Hcl(root.place(), new Hcl.Body(root.place(), List.of(), blocks), List.of());
    }

    private static void blocks(Node.Scalar type, Node value, int labels, List<String> names, List<Hcl.Block> blocks) {
        if (value instanceof Node.Sequence several) {
            several.items().forEach(item -> blocks(type, item, labels, names, blocks));
        } else if (value instanceof Node.Mapping mapping && names.size() < labels) {
            for (Node.Entry entry : mapping.entries()) {
                List<String> more = new ArrayList<>(names);
                more.add(entry.key().text());
                blocks(
                        new Node.Scalar(entry.key().place(), null, type.text(), type.kind()),
                        entry.value(),
                        labels,
                        more,
                        blocks);
            }
        } else if (value instanceof Node.Mapping mapping) {
            Hcl.Body body = body(mapping, type.text());
            blocks.add(new Hcl.Block(type.text(), names, body, type.place(), mapping.place()));
        }
    }

    private static Hcl.Body body(Node.Mapping mapping, String type) {
        List<Hcl.Attribute> attributes = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean typeOfVariable =
                    type.equals("variable") && entry.key().text().equals("type");
            HclExpression value = typeOfVariable && entry.value() instanceof Node.Scalar written
                    ? Hcl.expression(written.text(), written.place())
                    : expression(entry.value());
            attributes.add(
                    new Hcl.Attribute(entry.key().text(), value, entry.key().place()));
        }
        return new Hcl.Body(mapping.place(), attributes, List.of());
    }

    /** A value, in which texts are templates. */
    static HclExpression expression(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return new HclExpression.ObjectOf(
                    mapping.place(),
                    mapping.entries().stream()
                            .map(e -> new HclExpression.Member(
                                    Hcl.template(e.key().text(), e.key().place()),
                                    expression(e.value()),
                                    e.key().place()))
                            .toList());
        }
        if (node instanceof Node.Sequence sequence) {
            return new HclExpression.Tuple(
                    sequence.place(),
                    sequence.items().stream().map(JsonSyntax::expression).toList());
        }
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Scalar.Kind.TEXT) {
            HclExpression.Literal.Kind kind =
                    switch (scalar.kind()) {
                        case BOOLEAN -> HclExpression.Literal.Kind.BOOLEAN;
                        case NULL -> HclExpression.Literal.Kind.NULL;
                        default -> HclExpression.Literal.Kind.NUMBER;
                    };
            return new HclExpression.Literal(scalar.place(), kind, scalar.text());
        }
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        return Hcl.template(text, node.place());
    }
}
