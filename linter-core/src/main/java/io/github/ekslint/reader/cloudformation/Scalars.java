package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Pointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the scalar that stands at a place. */
final class Scalars {

    private Scalars() {}

    /** The scalar of the stack's template at a place; empty when none stands there. */
    static Optional<Node.Scalar> at(Stack stack, Place place) {
        Node root = stack.template().document().root();
        if (!place.file().equals(root.place().file())) {
            return Optional.empty();
        }
        Node node = root;
        for (String token : tokens(place.pointer())) {
            if (node instanceof Node.Mapping mapping && mapping.get(token).isPresent()) {
                node = mapping.get(token).get();
            } else if (node instanceof Node.Sequence list
                    && token.matches("\\d{1,6}")
                    && Integer.parseInt(token) < list.items().size()) {
                node = list.items().get(Integer.parseInt(token));
            } else {
                return Optional.empty();
            }
        }
        return node.asScalar();
    }

    private static List<String> tokens(Pointer pointer) {
        Deque<String> tokens = new ArrayDeque<>();
        for (@Nullable Pointer p = pointer; p != null && p.parent() != null; p = p.parent()) {
            tokens.push(p.token());
        }
        return Collections.unmodifiableList(new ArrayList<>(tokens));
    }
}
