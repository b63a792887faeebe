package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** References to subnets from anywhere in a spec: by id, by the name under {@code vpc.subnets}, or by zone. */
final class SubnetRefs {

    private SubnetRefs() {}

    /** By id. A subnet that is not under {@code vpc.subnets} becomes a fact of which only the id is known. */
    static Ref byId(Spec spec, Network network, Value<String> id) {
        Optional<String> known = id.known();
        if (known.isEmpty()) {
            return Ref.byId(id);
        }
        String key = network.all().stream()
                .filter(e -> e.hasId(known.get()))
                .map(e -> e.subnet().key())
                .findFirst()
                .orElseGet(() -> spec.once("Subnet/" + known.get(), k -> outside(spec, k, id)));
        return new Ref(id, key);
    }

    /** By name, id or zone, as the node groups of a spec write them. */
    static List<Ref> byName(Spec spec, Network network, Value<String> written, boolean isPrivate) {
        Optional<String> known = written.known();
        if (known.isEmpty() || known.get().startsWith("subnet-")) {
            return List.of(
                    named(network.all(), written, known.orElse("")).orElseGet(() -> byId(spec, network, written)));
        }
        Optional<Ref> named = named(network.side(isPrivate), written, known.get())
                .or(() -> named(network.side(!isPrivate), written, known.get()));
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<Ref> inZone = network.side(isPrivate).stream()
                .filter(e -> e.isIn(known.get()))
                .map(e -> new Ref(written, e.subnet().key()))
                .toList();
        if (!inZone.isEmpty()) {
            return inZone;
        }
        String why = ZoneName.parse(known.get()).isPresent()
                ? "vpc.subnets has no subnet in the zone “%s”"
                : "vpc.subnets has no subnet “%s”";
        if (network.open().isEmpty()) {
            Place at = written.places().stream().findFirst().orElse(spec.place());
            spec.problem(Problem.warning("unknown-subnet", at, why.formatted(known.get())));
        }
        return List.of(Ref.byId(Value.unresolved(why.formatted(known.get()), written.places())));
    }

    /** The reference stands where the group names the subnet; its id is the subnet's own. */
    private static Optional<Ref> named(List<Network.Entry> entries, Value<String> written, String name) {
        return entries.stream()
                .filter(e -> e.name().equals(name))
                .map(e -> new Ref(
                        at(e.subnet().subnetId(), written.places()), e.subnet().key()))
                .findFirst();
    }

    private static Value<String> at(Value<String> id, List<Place> use) {
        if (id instanceof Value.Known<String> known) {
            return new Value.Known<>(
                    known.value(),
                    known.provenance(),
                    known.origin(),
                    Stream.concat(use.stream(), known.places().stream()).toList());
        }
        return Spec.open(id)
                .<Value<String>>map(o -> new Value.Unresolved<>(o.why(), use, o.settledBy(), null, null))
                .orElse(id);
    }

    private static void outside(Spec spec, String key, Value<String> id) {
        spec.add(new Subnet(
                key,
                id.places().stream().findFirst().orElse(spec.place()),
                Truth.yes(),
                spec.clusterKey(),
                Attributes.builder()
                        .set(Subnet.SUBNET_ID, id)
                        .set(Subnet.IS_NEW, Value.explicit(false, id.places().toArray(Place[]::new)))
                        .build()));
    }
}
