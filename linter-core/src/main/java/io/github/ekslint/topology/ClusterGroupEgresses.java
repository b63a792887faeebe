package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cluster security group of every cluster lets out to itself. */
final class ClusterGroupEgresses implements Derivation {

    @Override
    public Stream<ClusterGroupEgress> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(c -> of(estate, c, circumstances));
    }

    private static ClusterGroupEgress of(Estate estate, Cluster cluster, Circumstances circumstances) {
        ClusterInterfaces interfaces = new ClusterInterfaces(estate, cluster);
        SecurityGroup group = interfaces.clusterGroup();
        if (group.id().known().isPresent() && group.egress().provenance() == Provenance.DEFAULT) {
            return new ClusterGroupEgress(cluster.key(), group, unrecorded(group), "");
        }
        Map<String, Truth> ports = new LinkedHashMap<>();
        circumstances.data().ports().required().forEach(p -> {
            Packet packet = Packet.of(p, NodeGroupTraffic.mayUseIpv6(cluster));
            ports.put(packet.shown(), NodeGroupTraffic.leavesClusterGroup(interfaces, packet));
        });
        String missing = ports.entrySet().stream()
                .filter(e -> e.getValue().isFalse())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return new ClusterGroupEgress(cluster.key(), group, Truth.all(ports.values()), missing);
    }

    /** A group that exists may have lost the rules EKS gave it. */
    private static Truth unrecorded(SecurityGroup group) {
        SecurityGroup bare = group.with(
                Attributes.builder().set(SecurityGroup.GROUP_ID, group.id()).build());
        Value.Unresolved<?> why = bare.egress().openEnd().orElseThrow();
        return PortPath.unknown("egress of the cluster security group", why);
    }
}
