package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.EndpointNeed;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether security groups let nodes and Fargate pods out to the image registry, to Amazon S3 and to what else is in use
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS User Guide, security group
 * requirements</a>): to anywhere, or to the network interfaces of a VPC endpoint, or to the prefix list of a gateway endpoint.
 */
final class NodeEgresses implements Derivation {

    /** The condition of what a node calls for its own addresses and those of its pods. */
    private static final String VPC_CNI = "vpc-cni";

    private static final Packet HTTPS = new Packet("tcp", 443, false);

    @Override
    public Stream<NodeEgress> derive(Estate estate, Circumstances circumstances) {
        return Stream.<Fact>concat(estate.all(NodeGroup.class).stream(), estate.all(FargateProfile.class).stream())
                .collect(Collectors.groupingBy(f -> String.valueOf(f.cluster()), Collectors.toList()))
                .values()
                .stream()
                .flatMap(compute -> ofCluster(estate, compute, circumstances));
    }

    private static Stream<NodeEgress> ofCluster(Estate estate, List<Fact> compute, Circumstances circumstances) {
        ClusterInterfaces interfaces = ClusterInterfaces.of(estate, compute.get(0));
        Cluster cluster = interfaces.cluster();
        VpcEndpoints endpoints = new VpcEndpoints(estate, cluster, circumstances.data());
        Map<String, Feature> features = new Features(estate, cluster).byCondition();
        Map<Set<String>, String> reported = new HashMap<>();
        List<NodeEgress> egresses = new ArrayList<>();
        for (Fact fact : compute) {
            Interfaces nodes = fact instanceof NodeGroup group
                    ? interfaces.nodes(group)
                    : interfaces.fargatePods((FargateProfile) fact);
            List<EndpointNeed> needs = circumstances.data().privateEndpoints().needs().stream()
                    .filter(n -> n.level() == EndpointNeed.Level.REQUIRED)
                    .filter(n -> isNeeded(n, fact, features))
                    .toList();
            Ways ways = new Ways(estate, interfaces, nodes, endpoints);
            Map<EndpointNeed, Truth> reached = needs.stream().collect(Collectors.toMap(n -> n, ways::reach));
            Truth allowed = Truth.all(needs.stream()
                    .map(n -> Objects.requireNonNull(reached.get(n)))
                    .toList());
            Set<String> keys = nodes.groups().items().stream()
                    .map(SecurityGroup::key)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            String missing = needs.stream()
                    .filter(n -> Objects.requireNonNull(reached.get(n)).isFalse())
                    .map(EndpointNeed::service)
                    .collect(Collectors.joining(", "));
            String other = allowed.isFalse() ? reported.putIfAbsent(keys, fact.displayName()) : null;
            egresses.add(new NodeEgress(
                    ImagePuller.keyOf(fact), allowed, nodes.shown(), missing, Objects.requireNonNullElse(other, "")));
        }
        return egresses.stream();
    }

    /** What every node needs, and what surely is in use; EKS-EP-010 asks about the rest. */
    private static boolean isNeeded(EndpointNeed need, Fact compute, Map<String, Feature> features) {
        return need.always()
                || need.conditions().contains(VPC_CNI) && compute instanceof NodeGroup
                || need.conditions().stream()
                        .map(features::get)
                        .anyMatch(f -> f != null && f.used().isTrue());
    }

    /** The ways out that the security groups of some nodes leave open. */
    private record Ways(Estate estate, ClusterInterfaces interfaces, Interfaces nodes, VpcEndpoints endpoints) {

        Truth reach(EndpointNeed need) {
            Truth anywhere = toAnywhere();
            if (anywhere.isTrue()) {
                return anywhere;
            }
            Truth reached = anywhere.or(atAll().and(endpoints.any(need, this::reachEndpoint)));
            return reached.isFalse() ? anywhere : reached;
        }

        /** Blocks that hold some public addresses may hold those of a service. */
        private Truth toAnywhere() {
            Place place = nodes.groups().places().stream()
                    .findFirst()
                    .orElseGet(() -> interfaces.cluster().place());
            Subnet everywhere = new Subnet(
                    "Subnet/everywhere",
                    place,
                    Truth.yes(),
                    null,
                    Attributes.builder()
                            .set(Subnet.CIDR_BLOCK, Value.explicit("0.0.0.0/0", place))
                            .build());
            Interfaces internet =
                    new Interfaces("the internet", Listing.absent(place), Listing.explicit(List.of(everywhere), place));
            Truth all = new PortPath(HTTPS, nodes, internet).leaves();
            Truth some = Truth.any(rules().filter(r -> r.peerKind() == PeerKind.CIDR)
                    .map(r -> HTTPS.fits(r).and(r.peer().is("cidr", c -> !CidrSet.isReserved(c))))
                    .toList());
            return all.isFalse() && !some.isFalse()
                    ? Truth.unknown(
                            "egress tcp/443",
                            "whether the blocks that %s may go to on 443 hold the addresses of AWS services is not known"
                                    .formatted(nodes.name()),
                            some.grounds().stream()
                                    .flatMap(g -> g.places().stream())
                                    .toList())
                    : all;
        }

        /** Whether anything leaves on 443, wherever to. */
        private Truth atAll() {
            return Truth.any(rules().map(HTTPS::fits).toList()).or(unseenRules());
        }

        private Truth unseenRules() {
            List<Truth> open = new ArrayList<>();
            nodes.groups().openEnd().ifPresent(why -> open.add(PortPath.unknown("security groups", why)));
            nodes.groups().items().forEach(g -> g.egress()
                    .openEnd()
                    .ifPresent(why -> open.add(PortPath.unknown("egress of " + g.displayName(), why))));
            return Truth.any(open);
        }

        private Truth reachEndpoint(VpcEndpoint endpoint) {
            Interfaces own = new Interfaces(
                    endpoint.displayName(),
                    interfaces.groups(endpoint.securityGroups()),
                    interfaces.subnets(endpoint.subnets()));
            Truth gateway = VpcEndpoints.isGateway(endpoint);
            return gateway.and(toPrefixListOf(endpoint))
                    .or(gateway.not().and(new PortPath(HTTPS, nodes, own).leaves()));
        }

        /** The routes of a gateway endpoint name its prefix list. */
        private Truth toPrefixListOf(VpcEndpoint endpoint) {
            Set<String> lists = estate.all(RouteTable.class).stream()
                    .flatMap(t -> t.routes().items().stream())
                    .filter(r -> leadsTo(r, endpoint))
                    .flatMap(r -> r.destination().known().stream())
                    .collect(Collectors.toSet());
            return Truth.any(rules().filter(r -> r.peerKind() == PeerKind.PREFIX_LIST)
                            .map(r -> HTTPS.fits(r).and(isOneOf(r.peer(), lists)))
                            .toList())
                    .or(unseenRules());
        }

        private static Truth isOneOf(Value<String> list, Set<String> lists) {
            if (lists.isEmpty() && list.known().isPresent()) {
                return Truth.unknown(
                        "prefix list",
                        "whether %s is the prefix list of the endpoint is not known".formatted(list.shown()),
                        list.places());
            }
            return list.is("prefix list", lists::contains);
        }

        private static boolean leadsTo(Route route, VpcEndpoint endpoint) {
            return route.targetRef()
                    .known()
                    .map(Ref::id)
                    .flatMap(Value::known)
                    .equals(endpoint.vpcEndpointId().known());
        }

        private Stream<SecurityGroupRule> rules() {
            return nodes.groups().items().stream().flatMap(g -> g.egress().items().stream());
        }
    }
}
