package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.Optional;

/** A template as written. */
record Template(Document document, Node.Mapping root) {

    /** The document as a template; empty when it is none. */
    static Optional<Template> of(Document document) {
        return document.root()
                .asMapping()
                .filter(m -> m.get("Resources").isPresent()
                        || m.get("AWSTemplateFormatVersion").isPresent())
                .map(m -> new Template(document, m));
    }

    Optional<Node.Mapping> section(String name) {
        return root.get(name).flatMap(Node::asMapping);
    }

    /** How reports name its file. */
    String uri() {
        return document.file().uri();
    }

    Place place() {
        return document.root().place();
    }

    /** Whether a macro may add to the template what is not written in it. */
    boolean isTransformed() {
        return root.get("Transform").isPresent()
                || section("Resources")
                        .filter(r -> r.get("Fn::Transform").isPresent())
                        .isPresent()
                || section("Mappings")
                        .filter(m -> m.get("Fn::Transform").isPresent())
                        .isPresent();
    }

    /** Whether a macro of the user's own, not one of AWS, processes the whole template. */
    boolean hasMacro() {
        Optional<Node> transform = root.get("Transform");
        return transform.flatMap(Node::asScalar).filter(Template::isOwn).isPresent()
                || transform.flatMap(Node::asMapping).isPresent()
                || transform
                        .flatMap(Node::asSequence)
                        .filter(l -> l.items().stream()
                                .anyMatch(i -> i.asMapping().isPresent()
                                        || i.asScalar().filter(Template::isOwn).isPresent()))
                        .isPresent();
    }

    private static boolean isOwn(Node.Scalar macro) {
        return !macro.text().startsWith("AWS::");
    }
}
