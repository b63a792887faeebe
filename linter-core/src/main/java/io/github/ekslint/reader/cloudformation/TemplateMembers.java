package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mapping of a template. A key is found with its first letter in either case: custom resources spell them as the API does. */
record TemplateMembers(Node.Mapping node, Scope scope) implements Datum.Members {

    @Override
    public Place place() {
        return node.place();
    }

    @Override
    public Datum get(String key) {
        Optional<Node.Entry> found = entry(key);
        if (found.isPresent()) {
            return Evaluator.eval(found.get().value(), scope);
        }
        if (node.get("Fn::Transform").isPresent()) {
            return Datum.unknown("a transform may add it, when the stack is deployed", node.place());
        }
        if (hasLoop()) {
            for (Loops.Member member : Loops.members(node, scope)) {
                if (member.key().equals(key)) {
                    return Evaluator.eval(member.value(), member.scope());
                }
            }
        }
        return new Datum.Nothing(List.of());
    }

    private boolean hasLoop() {
        return node.members().keySet().stream().anyMatch(Loops::isLoop);
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        Loops.members(node, scope).forEach(m -> keys.add(m.key()));
        return keys;
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return entry(key).map(e -> e.key().place());
    }

    private Optional<Node.Entry> entry(String key) {
        Node.Entry exact = node.members().get(key);
        return Optional.ofNullable(exact != null ? exact : node.members().get(otherCase(key)));
    }

    private static String otherCase(String key) {
        char first = key.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other + key.substring(1);
    }
}
