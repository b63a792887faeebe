package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Through which NAT gateways the packets of every cluster's nodes and Fargate pods leave, and whether they cross zones. */
final class NatGateways implements Derivation {

    @Override
    public Stream<NatPaths> derive(Estate estate, Circumstances circumstances) {
        List<VpcSubnet> subnets = new Subnets()
                .derive(estate, circumstances)
                .filter(VpcSubnet.class::isInstance)
                .map(VpcSubnet.class::cast)
                .toList();
        return estate.all(Cluster.class).stream().map(c -> {
            List<VpcSubnet> own =
                    subnets.stream().filter(s -> c.key().equals(s.cluster())).toList();
            return new NatPaths(
                    c.key(),
                    any(estate, own, (subnet, route) -> Truth.yes()),
                    any(estate, own, (subnet, route) -> crosses(estate, own, subnet, route)));
        });
    }

    private static Truth any(Estate estate, List<VpcSubnet> subnets, Crossing test) {
        return Truth.any(subnets.stream()
                .filter(s -> s.hasCompute().isTrue())
                .map(s -> s.existence().and(through(estate, s, route -> test.of(s, route))))
                .toList());
    }

    private static Truth through(Estate estate, VpcSubnet subnet, Function<Route, Truth> test) {
        return subnet.routing()
                .routeTable()
                .map(table -> new Routes(estate, table).throughNatGateway(test))
                .orElseGet(() -> unseen(subnet));
    }

    /** Without its route table: what is public leads to an internet gateway. */
    private static Truth unseen(VpcSubnet subnet) {
        Truth isPublic = subnet.isPublic();
        return isPublic.isTrue()
                ? isPublic.not()
                : Truth.of(Logic.UNKNOWN, subnet.routing().ipv4Egress().grounds());
    }

    /** Whether the gateway of a route lies in another zone; a regional one lies in no single zone and no subnet. */
    private static Truth crosses(Estate estate, List<VpcSubnet> subnets, VpcSubnet from, Route route) {
        Optional<Ref> ref = route.targetRef().known();
        if (ref.isEmpty()) {
            return route.targetRef().isPresent("NAT gateway");
        }
        Optional<NatGateway> nat = estate.find(NatGateway.class, ref.get());
        if (nat.isEmpty()) {
            String id = ref.get().shown();
            return Truth.unknown(
                    "NAT gateway",
                    "the subnet of NAT gateway %s is not known".formatted(id),
                    List.of(route.place()),
                    Settlement.command(
                            "aws ec2 describe-nat-gateways --nat-gateway-ids %s --output json".formatted(id)));
        }
        Value<String> zone = nat.get().subnet().flatMap(s -> zone(subnets, s, nat.get()));
        if (zone instanceof Value.Absent<String>) {
            return Truth.of(false, zone.ground("zone of " + nat.get().displayName()));
        }
        Truth crosses = Value.same("zone", from.zone().value(), zone).not();
        if (!crosses.isTrue()) {
            return crosses;
        }
        String own = from.zone().value().known().map(z -> " in " + z).orElse("");
        String other = zone.known().orElse("another zone");
        String what = "%s%s goes through a NAT gateway in %s".formatted(from.displayName(), own, other);
        return crosses.withGrounds(
                List.of(Ground.fact("NAT gateway", what, List.of(nat.get().place()))));
    }

    private static Value<String> zone(List<VpcSubnet> subnets, Ref ref, NatGateway nat) {
        return subnets.stream()
                .filter(s -> ref.key() == null
                        ? Value.same("subnetId", ref.id(), s.subnet().subnetId())
                                .isTrue()
                        : s.subnet().key().equals(ref.key()))
                .findFirst()
                .map(s -> s.zone().value())
                .orElseGet(() -> Value.unresolved(
                        "the zone of %s, the subnet of %s, is not known".formatted(ref.shown(), nat.displayName()),
                        List.of(nat.place()),
                        Settlement.command(
                                "aws ec2 describe-subnets --subnet-ids %s --output json".formatted(ref.shown()))));
    }

    private interface Crossing {
        Truth of(VpcSubnet subnet, Route route);
    }
}
