package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.EndpointNeed;
import io.github.ekslint.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which clusters have to do without the internet, and whether they have the VPC endpoints they need for that. */
final class PrivateAccess implements Derivation {

    private static final String EKS_OPTIMISED_AMI = "eks-optimised-ami";

    @Override
    public Stream<?> derive(Estate estate, Circumstances circumstances) {
        List<SubnetUse> uses = new Subnets()
                .derive(estate, circumstances)
                .filter(s -> s instanceof NodeSubnet || s instanceof FargateSubnet)
                .map(SubnetUse.class::cast)
                .toList();
        return estate.all(Cluster.class).stream().flatMap(c -> {
            List<SubnetUse> own =
                    uses.stream().filter(u -> c.key().equals(u.cluster())).toList();
            VpcEndpoints endpoints = new VpcEndpoints(estate, c, circumstances.data());
            return Stream.concat(
                    Stream.of(isolation(c, own, endpoints)), required(estate, c, own, endpoints, circumstances.data()));
        });
    }

    private static Isolation isolation(Cluster cluster, List<SubnetUse> uses, VpcEndpoints endpoints) {
        List<Truth> each = uses.stream().map(PrivateAccess::isolated).toList();
        String subnets = uses.stream()
                .filter(u -> isolated(u).isTrue())
                .map(SubnetUse::displayName)
                .distinct()
                .collect(Collectors.joining(", "));
        Truth hasEndpoints = endpoints.hasAny();
        return new Isolation(cluster.key(), Truth.any(each), hasEndpoints, subnets);
    }

    /** Whether the subnet is surely put to this use and has no way out. */
    static Truth isolated(SubnetUse use) {
        return use.existence().and(use.routing().isIsolated());
    }

    private static Stream<RequiredEndpoint> required(
            Estate estate, Cluster cluster, List<SubnetUse> uses, VpcEndpoints endpoints, ReferenceData data) {
        return data.privateEndpoints().needs().stream()
                .filter(n -> n.always() || n.conditions().contains(EKS_OPTIMISED_AMI))
                .map(n -> endpoint(endpoints, cluster, n, needed(estate, cluster, n), uses));
    }

    /** A node with an EKS-optimised AMI asks EC2 for its name; Fargate pods and hybrid nodes do not. */
    private static Truth needed(Estate estate, Cluster cluster, EndpointNeed need) {
        if (need.always()) {
            return Truth.yes();
        }
        return Truth.any(estate.all(NodeGroup.class).stream()
                .filter(g -> cluster.key().equals(g.cluster()))
                .map(g -> g.existence()
                        .and(g.amiType().is("amiType", "CUSTOM"::equals).not()))
                .toList());
    }

    private static RequiredEndpoint endpoint(
            VpcEndpoints endpoints, Cluster cluster, EndpointNeed need, Truth needed, List<SubnetUse> uses) {
        List<String> unattached = new ArrayList<>();
        Truth attached = Truth.all(uses.stream()
                .map(u -> {
                    Truth reached = endpoints.any(
                            need, e -> VpcEndpoints.isGateway(e).not().or(isAttached(e, u)));
                    Truth ok = isolated(u).not().or(reached);
                    if (ok.isFalse()) {
                        unattached.add(u.routing()
                                .routeTable()
                                .map(RouteTable::displayName)
                                .orElse("its route table"));
                    }
                    return ok;
                })
                .toList());
        return new RequiredEndpoint(
                cluster.key(),
                need.service(),
                endpoints.serviceName(need),
                needed,
                endpoints.any(need, e -> Truth.yes()),
                endpoints.any(need, VpcEndpoints::isAvailable),
                attached,
                unattached.stream().distinct().sorted().collect(Collectors.joining(", ")),
                need.why());
    }

    /** Whether a gateway endpoint has its routes in the route table of a subnet. */
    private static Truth isAttached(VpcEndpoint endpoint, SubnetUse use) {
        if (endpoint.routeTables().isUnresolved()
                && endpoint.serviceName() instanceof Value.Known<String> made
                && made.provenance() == Provenance.DEFAULT) {
            return Truth.of(true, made.ground("endpoint in the route tables of all private subnets"));
        }
        if (use.routing().routeTable().isEmpty()) {
            return Truth.of(Logic.UNKNOWN, use.routing().ipv4Egress().grounds());
        }
        RouteTable table = use.routing().routeTable().orElseThrow();
        return endpoint.routeTables()
                .any(
                        "routeTables of " + endpoint.displayName(),
                        ref -> ref.key() != null
                                ? Truth.of(ref.key().equals(table.key()))
                                : Value.same("routeTableId", table.routeTableId(), ref.id()));
    }
}
