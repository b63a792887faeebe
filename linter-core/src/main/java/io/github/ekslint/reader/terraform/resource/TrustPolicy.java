package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may assume a role, by its trust policy, which is JSON in a text. */
final class TrustPolicy {

    private TrustPolicy() {}

    /** Says which services may do what; nothing when the policy is not known. */
    static void read(Optional<Value<String>> policy, Place at, Attributes.Builder attributes) {
        Optional<Node.Mapping> document = policy.flatMap(Value::known)
                .flatMap(p -> Sources.parse("policy", p).documents().stream()
                        .map(Document::root)
                        .findFirst())
                .flatMap(Node::asMapping);
        if (document.isEmpty()) {
            return;
        }
        List<Value<String>> services = new ArrayList<>();
        List<Value<String>> actions = new ArrayList<>();
        for (Node statement : several(document.get().get("Statement")).toList()) {
            Optional<Node.Mapping> allowing = statement
                    .asMapping()
                    .filter(s -> s.text("Effect").filter("Allow"::equals).isPresent());
            several(allowing.flatMap(s -> s.at("Principal", "Service"))).forEach(s -> add(s, at, services));
            several(allowing.flatMap(s -> s.get("Action"))).forEach(a -> add(a, at, actions));
        }
        attributes
                .set(IamRole.TRUSTED_SERVICES, Listing.explicit(services, at))
                .set(IamRole.TRUST_ACTIONS, Listing.explicit(actions, at));
    }

    /** A policy may write a list of one as its item. */
    private static Stream<Node> several(Optional<Node> node) {
        return node.stream()
                .flatMap(n -> n.asSequence().map(s -> s.items().stream()).orElseGet(() -> Stream.of(n)));
    }

    private static void add(Node node, Place at, List<Value<String>> texts) {
        node.asScalar().ifPresent(s -> texts.add(Value.explicit(s.text(), at)));
    }
}
