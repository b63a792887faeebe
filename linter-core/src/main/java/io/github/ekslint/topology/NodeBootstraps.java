package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the nodes of every group learn where the API server is: EKS tells those of managed groups without an AMI of their own, all
 * others read it from their user data or ask the EKS API
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html">EKS User Guide, private clusters</a>).
 */
final class NodeBootstraps implements Derivation {

    private static final String EKS_API = "eks";

    @Override
    public Stream<NodeBootstrap> derive(Estate estate, Circumstances circumstances) {
        List<NodeSubnet> uses = new Subnets()
                .derive(estate, circumstances)
                .filter(NodeSubnet.class::isInstance)
                .map(NodeSubnet.class::cast)
                .toList();
        return estate.all(NodeGroup.class).stream().map(g -> of(estate, g, uses, circumstances));
    }

    private static NodeBootstrap of(
            Estate estate, NodeGroup group, List<NodeSubnet> uses, Circumstances circumstances) {
        List<NodeSubnet> own =
                uses.stream().filter(u -> u.group().equals(group.key())).toList();
        Truth custom = group.amiType().is("amiType", "CUSTOM"::equals);
        return new NodeBootstrap(
                group.key(),
                Truth.any(own.stream().map(PrivateAccess::isolated).toList()),
                own.stream()
                        .filter(u -> PrivateAccess.isolated(u).isTrue())
                        .map(SubnetUse::displayName)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Value.isTrue("managed", group.managed()).not().or(custom),
                Value.isTrue("bootstrapsCluster", bootstrapsCluster(estate, group)),
                mayAsk(estate, group, circumstances));
    }

    /** What the group says, else its launch template. */
    private static Value<Boolean> bootstrapsCluster(Estate estate, NodeGroup group) {
        Optional<Ref> template = group.launchTemplate().known();
        if (group.attributes().find(NodeGroup.BOOTSTRAPS_CLUSTER) != null || template.isEmpty()) {
            return group.bootstrapsCluster();
        }
        return new LaunchTemplates(estate).orUnread(group, template.get()).bootstrapsCluster();
    }

    private static Truth mayAsk(Estate estate, NodeGroup group, Circumstances circumstances) {
        Optional<Cluster> cluster = estate.byKey(Cluster.class, group.cluster());
        if (cluster.isEmpty()) {
            return Truth.no();
        }
        VpcEndpoints endpoints = new VpcEndpoints(estate, cluster.get(), circumstances.data());
        return circumstances
                .data()
                .privateEndpoints()
                .find(EKS_API)
                .map(need -> endpoints.any(need, VpcEndpoints::isAvailable))
                .orElseGet(Truth::no);
    }
}
