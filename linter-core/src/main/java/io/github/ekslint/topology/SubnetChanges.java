package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the spec of every cluster would change of the subnets it runs in. */
final class SubnetChanges implements Derivation {

    @Override
    public Stream<SubnetChange> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(c -> (estate.tool() == Estate.Tool.RECORDED
                        ? Optional.<Cluster>empty()
                        : ControlPlanes.recorded(c, estate))
                .map(recorded -> of(c, recorded, new Network(estate, c, circumstances.data())))
                .orElseGet(() -> unrecorded(c, estate)));
    }

    /** A cluster that is not recorded may run already; but subnets that are made with it stay what they are. */
    private static SubnetChange unrecorded(Cluster cluster, Estate estate) {
        Listing<Ref> subnets = cluster.subnetIds();
        boolean given = estate.tool() != Estate.Tool.RECORDED
                && !ControlPlanes.isNew(cluster)
                && (!subnets.isComplete() || subnets.items().stream().anyMatch(ref -> !isMade(ref, estate)));
        Truth open = Truth.unknown(
                "exists",
                "which subnets the cluster has now, if it runs already, is not recorded",
                List.of(cluster.place()),
                Settlement.command("aws eks describe-cluster --name {cluster} --output json"));
        return new SubnetChange(cluster.key(), Truth.of(given), given ? open : Truth.yes(), "");
    }

    private static boolean isMade(Ref subnet, Estate estate) {
        return subnet.key() != null
                && estate.find(Subnet.class, subnet)
                        .filter(s -> s.subnetId().known().isEmpty())
                        .isPresent();
    }

    private static SubnetChange of(Cluster cluster, Cluster recorded, Network network) {
        List<Network.Found> before = network.find(recorded.subnetIds(), cluster.key(), recorded.place());
        List<Network.Found> after = network.find(cluster.subnetIds(), cluster.key(), cluster.place());
        network.compareZonesOf(Stream.concat(before.stream(), after.stream())
                .map(Network.Found::subnet)
                .toList());
        String lost = before.stream()
                .filter(b -> stays(b, after, network).isFalse())
                .map(b -> zone(b, network).shown())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        Listing<Ref> written = cluster.subnetIds();
        return new SubnetChange(
                cluster.key(),
                Truth.of(true, recorded.subnetIds().ground("subnetIds of the running cluster")),
                Truth.all(before.stream().map(b -> stays(b, after, network)).toList())
                        .because(written.ground("subnetIds")),
                lost);
    }

    /** Whether a subnet of the spec is the present one, or lies in its zone. */
    private static Truth stays(Network.Found present, List<Network.Found> after, Network network) {
        return Truth.any(after.stream()
                .map(a -> Value.same(
                                        "subnetId",
                                        present.subnet().subnetId(),
                                        a.subnet().subnetId())
                                .isTrue()
                        ? Truth.yes()
                        : Value.same("availabilityZone", zone(present, network), zone(a, network)))
                .toList());
    }

    private static Value<String> zone(Network.Found found, Network network) {
        return network.traits(found.subnet()).zone().identity();
    }
}
