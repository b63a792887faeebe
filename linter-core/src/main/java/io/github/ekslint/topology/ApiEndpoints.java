package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From where the public API endpoint of every cluster may be reached, and whether that includes its own nodes. */
final class ApiEndpoints implements Derivation {

    @Override
    public Stream<?> derive(Estate estate, Circumstances circumstances) {
        List<SubnetUse> uses = new Subnets()
                .derive(estate, circumstances)
                .filter(s -> s instanceof NodeSubnet || s instanceof FargateSubnet)
                .map(SubnetUse.class::cast)
                .toList();
        return estate.all(Cluster.class).stream().flatMap(c -> {
            ApiEndpoint access = new ApiEndpoint(
                    c.key(),
                    Value.isTrue("endpointPublicAccess", c.endpointPublicAccess()),
                    Value.isTrue("endpointPrivateAccess", c.endpointPrivateAccess()),
                    c.publicAccessCidrs());
            List<SubnetUse> own =
                    uses.stream().filter(u -> c.key().equals(u.cluster())).toList();
            return Stream.of(access, addresses(estate, access, own), compute(estate, c));
        });
    }

    private static NodeAddresses addresses(Estate estate, ApiEndpoint access, List<SubnetUse> uses) {
        Set<String> outside = new TreeSet<>();
        Truth admitted = Truth.all(uses.stream()
                .map(u -> u.existence().not().or(admitted(estate, access, u, outside)))
                .toList());
        return new NodeAddresses(access.cluster(), admitted, String.join(", ", outside));
    }

    private static Truth admitted(Estate estate, ApiEndpoint access, SubnetUse use, Set<String> outside) {
        Truth isolated = use.routing().isIsolated();
        if (isolated.isTrue()) {
            return Truth.yes();
        }
        List<Route> nat = use.routing().routeTable().stream()
                .map(RouteTable::routes)
                .flatMap(l -> l.items().stream())
                .filter(r -> r.target()
                        .known()
                        .filter(Route.Target.NAT_GATEWAY::equals)
                        .isPresent())
                .toList();
        if (nat.isEmpty()) {
            return isolated.isUnknown()
                    ? isolated
                    : Truth.unknown(
                            "addresses of nodes",
                            "nodes in %s have addresses that AWS assigns".formatted(use.displayName()),
                            List.of(use.place()));
        }
        return Truth.all(nat.stream()
                .map(r -> throughNat(estate, access, use, r, outside))
                .toList());
    }

    private static Truth throughNat(
            Estate estate, ApiEndpoint access, SubnetUse use, Route route, Set<String> outside) {
        if (route.targetRef().known().isEmpty()) {
            return route.targetRef().isPresent("NAT gateway");
        }
        Ref ref = route.targetRef().known().orElseThrow();
        NatGateway gateway = estate.find(NatGateway.class, ref)
                .orElseGet(() -> new NatGateway(
                        "NatGateway/" + ref.shown(),
                        route.place(),
                        Truth.yes(),
                        use.cluster(),
                        Attributes.builder()
                                .set(NatGateway.NAT_GATEWAY_ID, ref.id())
                                .build()));
        return gateway.publicIps().all("public addresses of " + gateway.displayName(), ip -> {
            if (access.names(ip)) {
                return Truth.of(true, ip.ground("publicIp"));
            }
            if (ip instanceof Value.Unresolved<String> open && open.settledBy().isEmpty()) {
                return undescribed(gateway).is("publicIp", a -> true);
            }
            Truth admitted = ip.is("publicIp", a -> access.known().covers(a + (a.contains(":") ? "/128" : "/32")));
            if (!admitted.isFalse()) {
                return admitted;
            }
            Truth maybe = access.isComplete();
            if (maybe.isTrue()) {
                outside.add("%s (%s)".formatted(ip.shown(), gateway.displayName()));
            }
            return maybe.not();
        });
    }

    /** The public address of a gateway that is known only when it is deployed: its description settles it. */
    private static Value<String> undescribed(NatGateway gateway) {
        NatGateway bare = gateway.with(Attributes.builder()
                .set(NatGateway.NAT_GATEWAY_ID, gateway.id())
                .build());
        return Value.unresolved(
                "the public address of %s is known only when it is deployed".formatted(gateway.displayName()),
                List.of(gateway.place()),
                bare.publicIps().ground("publicIps").settledBy().toArray(Settlement[]::new));
    }

    private static ClusterCompute compute(Estate estate, Cluster cluster) {
        boolean inAws = Stream.concat(estate.all(NodeGroup.class).stream(), estate.all(FargateProfile.class).stream())
                .anyMatch(f -> cluster.key().equals(f.cluster()));
        Truth noneInAws = inAws
                ? Truth.no()
                : estate.tool() == Estate.Tool.RECORDED
                        ? Truth.unknown(
                                "node groups",
                                "the node groups of %s are not recorded".formatted(cluster.displayName()),
                                List.of(cluster.place()),
                                Settlement.command("aws eks list-nodegroups --cluster-name {cluster} --output json"))
                        : Truth.of(true, Ground.fact("node groups", "none", List.of(cluster.place())));
        Truth hybrid = cluster.remoteNodeNetworks().isNotEmpty("remoteNodeNetworks");
        return new ClusterCompute(
                cluster.key(),
                hybrid.and(noneInAws)
                        .and(Value.isTrue("autoMode", cluster.autoMode()).not()));
    }
}
