package io.github.ekslint.reader.awscli;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One answer of an AWS API, without what recorders wrap around it.
 *
 * @param root the members of the answer
 * @param isPage whether the answer says that more of it follows
 */
record Answer(Document document, Node.Mapping root, boolean isPage) {

    /** Members beside the answer's own: what SDKs, the CLI and recorders add. */
    static final Set<String> ENVELOPE = Set.of(
            "ResponseMetadata",
            "$metadata",
            "requestId",
            "RequestId",
            "NextToken",
            "nextToken",
            "NextMarker",
            "Marker",
            "IsTruncated");

    /** The answers of a document: one, or those of a list; none when it is something else. */
    static List<Answer> in(Document document) {
        List<Answer> answers = new ArrayList<>();
        List<Node> roots = document.root() instanceof Node.Sequence list ? list.items() : List.of(document.root());
        for (Node root : roots) {
            if (root instanceof Node.Mapping mapping) {
                Node.Mapping inner = unwrapped(mapping);
                answers.add(new Answer(document, inner, hasText(inner, "NextToken") || hasText(inner, "nextToken")));
            }
        }
        return answers;
    }

    /** Whether a recorder has left its envelope around the answer, which only an API answer has. */
    static boolean isWrapped(Node.Mapping mapping) {
        return mapping.get("ResponseMetadata").isPresent()
                || mapping.get("$metadata").isPresent()
                || (mapping.get("status_code").isPresent()
                        && mapping.get("data").isPresent());
    }

    private static Node.Mapping unwrapped(Node.Mapping mapping) {
        boolean placebo = mapping.get("status_code").isPresent();
        return placebo && mapping.get("data").orElse(mapping) instanceof Node.Mapping data ? data : mapping;
    }

    private static boolean hasText(Node.Mapping mapping, String key) {
        return mapping.text(key).filter(t -> !t.isBlank()).isPresent();
    }
}
