package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.PortRule;
import io.github.ekslint.reference.PortRule.Side;
import io.github.ekslint.reference.ReferenceData;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The traffic that the nodes of every group need: with the control plane, and with other nodes. */
final class NodeGroupTraffic implements Derivation {

    @Override
    public Stream<?> derive(Estate estate, Circumstances circumstances) {
        return estate.all(NodeGroup.class).stream().flatMap(g -> of(estate, g, circumstances.data()));
    }

    private static Stream<?> of(Estate estate, NodeGroup group, ReferenceData data) {
        ClusterInterfaces interfaces = ClusterInterfaces.of(estate, group);
        List<Interfaces> peers = estate.all(NodeGroup.class).stream()
                .filter(other -> Objects.equals(other.cluster(), group.cluster()))
                .map(interfaces::nodes)
                .toList();
        return data.ports().required().stream()
                .flatMap(p -> p.from() == p.to()
                        ? Stream.of(betweenNodes(interfaces, group, peers, p))
                        : withControlPlane(interfaces, group, p));
    }

    private static NodeTraffic betweenNodes(
            ClusterInterfaces interfaces, NodeGroup group, List<Interfaces> peers, PortRule port) {
        Packet packet = Packet.of(port, mayUseIpv6(interfaces.cluster()));
        Interfaces nodes = interfaces.nodes(group);
        Truth together = Truth.all(merged(peers).stream()
                .map(p -> new PortPath(packet, nodes, p).passes())
                .toList());
        if (together.isTrue()) {
            return new NodeTraffic(group.key(), packet.shown(), together, "");
        }
        List<PortPath> paths =
                peers.stream().map(p -> new PortPath(packet, nodes, p)).toList();
        String missing = paths.stream()
                .flatMap(p -> Stream.concat(
                        p.leaves().isFalse() ? Stream.of(p.egress()) : Stream.empty(),
                        p.enters().isFalse() ? Stream.of(p.ingress()) : Stream.empty()))
                .findFirst()
                .orElse("");
        Truth allowed = Truth.all(paths.stream().map(PortPath::passes).toList());
        return new NodeTraffic(group.key(), packet.shown(), allowed, missing);
    }

    /** Peers with the same security groups as one, with the subnets of all of them: what reaches all of it reaches each. */
    private static Collection<Interfaces> merged(List<Interfaces> peers) {
        Map<List<String>, Interfaces> merged = new LinkedHashMap<>();
        for (Interfaces peer : peers) {
            if (!peer.groups().isComplete() || !peer.subnets().isComplete()) {
                return peers;
            }
            List<String> groups = peer.groups().items().stream()
                    .map(SecurityGroup::key)
                    .sorted()
                    .toList();
            merged.merge(groups, peer, NodeGroupTraffic::with);
        }
        return merged.values();
    }

    private static Interfaces with(Interfaces one, Interfaces other) {
        Map<String, Subnet> subnets = new LinkedHashMap<>();
        one.subnets().items().forEach(s -> subnets.put(s.key(), s));
        other.subnets().items().forEach(s -> subnets.putIfAbsent(s.key(), s));
        Listing<Subnet> all = new Listing<>(
                List.copyOf(subnets.values()),
                null,
                one.subnets().provenance(),
                one.subnets().origin(),
                one.subnets().places());
        return new Interfaces(one.name(), one.groups(), all);
    }

    private static Stream<ControlPlaneTraffic> withControlPlane(
            ClusterInterfaces interfaces, NodeGroup group, PortRule port) {
        Packet packet = Packet.of(port, mayUseIpv6(interfaces.cluster()));
        Interfaces nodes = interfaces.nodes(group);
        Interfaces controlPlane = interfaces.controlPlane();
        boolean toNodes = port.to() == Side.NODE;
        PortPath path = toNodes ? new PortPath(packet, controlPlane, nodes) : new PortPath(packet, nodes, controlPlane);
        String name = packet.shown() + (toNodes ? "-to-nodes" : "-to-control-plane");
        Truth reported = carriesClusterGroup(path.from(), interfaces)
                .and(leavesClusterGroup(interfaces, packet).not());
        return Stream.of(
                new ControlPlaneTraffic(group.key(), name + "-egress", path.leaves(), path.egress(), reported),
                new ControlPlaneTraffic(group.key(), name + "-ingress", path.enters(), path.ingress(), Truth.no()));
    }

    /** Whether the cluster security group lets a packet out to itself. */
    static Truth leavesClusterGroup(ClusterInterfaces interfaces, Packet packet) {
        Interfaces own = new Interfaces(
                "the cluster security group",
                Listing.explicit(List.of(interfaces.clusterGroup())),
                interfaces.controlPlane().subnets());
        return new PortPath(packet, own, own).leaves();
    }

    private static Truth carriesClusterGroup(Interfaces from, ClusterInterfaces interfaces) {
        String key = interfaces.clusterGroup().key();
        return Truth.of(from.groups().items().stream().anyMatch(g -> g.key().equals(key)));
    }

    /** Whether pods, and with them nodes, may talk over IPv6. */
    static boolean mayUseIpv6(Cluster cluster) {
        return !cluster.ipFamily().is("ipFamily", "ipv4"::equalsIgnoreCase).isTrue();
    }
}
