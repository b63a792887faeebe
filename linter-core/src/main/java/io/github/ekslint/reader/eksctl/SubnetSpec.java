package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subnet under {@code vpc.subnets}.
 *
 * @param name its key: a zone, or any other name
 * @param isPublic whether it stands under {@code public}
 * @param place of its block, or of its key where the block is empty
 * @param zone by {@code az}, else by a key that is a zone; empty when the spec does not say
 */
record SubnetSpec(
        String name,
        boolean isPublic,
        Place place,
        Optional<Value<String>> id,
        Optional<Value<String>> cidr,
        Optional<Value<String>> zone) {

    /** The subnets of both sections, in the order written, the private ones first. */
    static List<SubnetSpec> all(Fields vpc) {
        List<SubnetSpec> specs = new ArrayList<>();
        vpc.child("subnets").ifPresent(subnets -> {
            subnets.child("private").ifPresent(s -> section(s, false, specs));
            subnets.child("public").ifPresent(s -> section(s, true, specs));
        });
        return specs;
    }

    private static void section(Fields section, boolean isPublic, List<SubnetSpec> specs) {
        for (Node.Entry entry : section.node().entries()) {
            String name = entry.key().text();
            Optional<Fields> fields = section.has(name) ? section.asFields(entry.value(), name) : Optional.empty();
            specs.add(new SubnetSpec(
                    name,
                    isPublic,
                    fields.map(Fields::place).orElse(entry.key().place()),
                    fields.flatMap(f -> Spec.text(f, "id")),
                    fields.flatMap(f -> Spec.text(f, "cidr")),
                    fields.flatMap(f -> Spec.text(f, "az")).or(() -> zoneOf(section, entry.key()))));
        }
    }

    private static Optional<Value<String>> zoneOf(Fields section, Node.Scalar key) {
        Value<String> name = Zones.name(section, key);
        return Optional.of(name)
                .filter(n ->
                        n.isUnresolved() || n.known().flatMap(ZoneName::parse).isPresent());
    }
}
