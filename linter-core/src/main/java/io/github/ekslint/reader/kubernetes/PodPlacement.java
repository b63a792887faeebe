package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reader.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from the pods of a workload how they are spread over nodes and zones, and which taints they tolerate. */
final class PodPlacement {

    private static final String TOPOLOGY_KEY = "topologyKey";

    private PodPlacement() {}

    static void read(Attributes.Builder attributes, Fields pods) {
        attributes.set(Workload.SPREAD_OVER, spreadOver(pods));
        attributes.set(Workload.TOLERATES_EVERYTHING, toleratesEverything(pods));
    }

    private static Listing<Value<String>> spreadOver(Fields pods) {
        Optional<Value.Unresolved<?>> open = pods.open("topologySpreadConstraints")
                .or(() -> pods.open("affinity"))
                .or(() -> pods.child("affinity").flatMap(a -> a.open("podAntiAffinity")));
        List<Value<String>> keys = new ArrayList<>();
        if (pods.open("topologySpreadConstraints").isEmpty()) {
            list(pods, "topologySpreadConstraints")
                    .forEach(c -> c.text(TOPOLOGY_KEY).ifPresent(keys::add));
        }
        if (pods.open("affinity").isEmpty()) {
            pods.child("affinity")
                    .filter(a -> a.open("podAntiAffinity").isEmpty())
                    .flatMap(a -> a.child("podAntiAffinity"))
                    .ifPresent(anti ->
                            terms(anti).forEach(t -> t.text(TOPOLOGY_KEY).ifPresent(keys::add)));
        }
        return new Listing<>(keys, open.orElse(null), pods.provenance(), pods.origin(), List.of(pods.place()));
    }

    private static Stream<Fields> terms(Fields antiAffinity) {
        return Stream.concat(
                list(antiAffinity, "requiredDuringSchedulingIgnoredDuringExecution"),
                list(antiAffinity, "preferredDuringSchedulingIgnoredDuringExecution")
                        .flatMap(t -> t.child("podAffinityTerm").stream()));
    }

    /** A toleration without a key that asks only that the taint exists tolerates them all, unless it names an effect. */
    private static Value<Boolean> toleratesEverything(Fields pods) {
        Optional<Value.Unresolved<?>> open = pods.open("tolerations");
        if (open.isPresent()) {
            return Value.unresolved(open.get().why(), open.get().places());
        }
        Optional<Fields> all = list(pods, "tolerations")
                .filter(t -> !t.has("key")
                        && !t.has("effect")
                        && t.text("operator")
                                .flatMap(Value::known)
                                .filter("Exists"::equals)
                                .isPresent())
                .findFirst();
        return new Value.Known<>(
                all.isPresent(),
                pods.provenance(),
                pods.origin(),
                List.of(all.map(Fields::place).orElse(pods.place())));
    }

    private static Stream<Fields> list(Fields fields, String key) {
        return fields.node(key).filter(n -> n.asSequence().isPresent()).isPresent()
                ? fields.children(key).stream()
                : Stream.empty();
    }
}
