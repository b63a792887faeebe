package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Role bindings of RBAC. */
final class RoleBindings {

    private RoleBindings() {}

    /** The binding of an object. */
    static RoleBinding binding(KubernetesObject object, Fields fields) {
        Fields metadata = fields.child("metadata").orElse(fields);
        Attributes.Builder attributes = Attributes.builder()
                .set(
                        RoleBinding.OBJECT_KIND,
                        new Value.Known<>(object.kind(), fields.provenance(), fields.origin(), List.of(fields.place())))
                .set(
                        RoleBinding.NAMESPACE,
                        metadata.text("namespace")
                                .orElseGet(() -> new Value.Absent<>(fields.provenance(), List.of(metadata.place()))))
                .set(RoleBinding.SUBJECTS, subjects(fields));
        metadata.text("name").ifPresent(n -> attributes.set(RoleBinding.NAME, n));
        fields.child("roleRef").flatMap(r -> r.text("name")).ifPresent(r -> attributes.set(RoleBinding.ROLE, r));
        String namespace = metadata.text("namespace")
                .flatMap(Value::known)
                .map(n -> n + "/")
                .orElse("");
        return new RoleBinding(
                "RoleBinding/" + object.kind() + "/" + namespace + object.name().orElse(""),
                fields.place(),
                Truth.yes(),
                null,
                attributes.build());
    }

    private static Listing<Value<String>> subjects(Fields fields) {
        Optional<Value.Unresolved<?>> open = fields.open("subjects");
        if (open.isPresent()) {
            return Listing.unresolved(open.get().why(), open.get().places());
        }
        List<Value<String>> names = new ArrayList<>();
        Optional<Node> written =
                fields.node("subjects").filter(n -> n.asSequence().isPresent());
        if (written.isPresent()) {
            for (Fields subject : fields.children("subjects")) {
                boolean account = subject.text("kind")
                        .flatMap(Value::known)
                        .filter("ServiceAccount"::equals)
                        .isPresent();
                if (!account) {
                    subject.text("name").ifPresent(names::add);
                }
            }
        }
        Place at = written.map(Node::place).orElse(fields.place());
        return new Listing<>(names, null, fields.provenance(), fields.origin(), List.of(at));
    }
}
