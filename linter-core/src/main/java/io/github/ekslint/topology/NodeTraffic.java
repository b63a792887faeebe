package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.PortRule;
import io.github.ekslint.reference.PortRule.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The traffic that the nodes of every group need, at both of its ends. */
final class NodeTraffic implements Derivation {

    @Override
    public Stream<Traffic> derive(Estate estate, Circumstances circumstances) {
        List<NodeGroup> groups = estate.all(NodeGroup.class);
        List<PortRule> ports = circumstances.data().ports().required();
        return groups.stream().flatMap(g -> {
            ClusterInterfaces interfaces = ClusterInterfaces.of(estate, g);
            List<NodeGroup> peers = groups.stream()
                    .filter(other -> Objects.equals(other.cluster(), g.cluster()))
                    .toList();
            return ports.stream().flatMap(p -> of(interfaces, g, peers, p).stream());
        });
    }

    private static List<Traffic> of(
            ClusterInterfaces interfaces, NodeGroup group, List<NodeGroup> peers, PortRule port) {
        Packet packet = Packet.of(port, mayUseIpv6(interfaces.cluster()));
        Interfaces nodes = interfaces.nodes(group);
        Interfaces controlPlane = interfaces.controlPlane();
        Truth guaranteed = interfaces.guaranteed(group);
        if (port.from() == port.to()) {
            List<PortPath> paths = peers.stream()
                    .map(other -> new PortPath(packet, nodes, interfaces.nodes(other)))
                    .toList();
            return List.of(
                    between(group, port, "egress", guaranteed, paths.stream().map(p -> new End(p.leaves(), p.egress()))),
                    between(group, port, "ingress", guaranteed, paths.stream().map(p -> new End(p.enters(), p.ingress()))));
        }
        PortPath path = port.from() == Side.NODE
                ? new PortPath(packet, nodes, controlPlane)
                : new PortPath(packet, controlPlane, nodes);
        Interfaces clusterGroup = new Interfaces(
                "the cluster security group",
                io.github.ekslint.model.Listing.explicit(List.of(interfaces.clusterGroup())),
                controlPlane.subnets());
        Truth reported = new PortPath(packet, clusterGroup, clusterGroup).leaves().not()
                .and(carries(path.from(), interfaces));
        List<Traffic> traffic = new ArrayList<>();
        traffic.add(new Traffic(group, port, "egress", guaranteed.or(path.leaves()), path.egress(), reported));
        traffic.add(new Traffic(group, port, "ingress", guaranteed.or(path.enters()), path.ingress(), Truth.no()));
        return traffic;
    }

    private record End(Truth allowed, String missing) {}

    private static Traffic between(
            NodeGroup group, PortRule port, String end, Truth guaranteed, Stream<End> toEach) {
        List<End> ends = toEach.toList();
        Truth all = guaranteed.or(Truth.all(ends.stream().map(End::allowed).toList()));
        String missing = ends.stream()
                .filter(e -> !e.allowed().isTrue())
                .map(End::missing)
                .findFirst()
                .orElse("");
        return new Traffic(group, port, end, all, missing, Truth.no());
    }

    private static Truth carries(Interfaces from, ClusterInterfaces interfaces) {
        return Truth.of(from.groups().items().stream()
                .anyMatch(g -> g.key().equals(interfaces.clusterGroup().key())));
    }

    static boolean mayUseIpv6(Cluster cluster) {
        return !cluster.ipFamily().is("ipFamily", "ipv4"::equalsIgnoreCase).isTrue();
    }
}
