package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kubelets of a cluster: one for every recorded node, whatever it runs on, and one for every node group whose nodes are not
 * recorded. A group that has no nodes although the cluster's nodes are recorded counts only when its version is known, for the
 * nodes it will have.
 */
final class Kubelets implements Derivation {

    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    @Override
    public Stream<Kubelet> derive(Estate estate, Circumstances circumstances) {
        Compute compute = Compute.of(estate, circumstances);
        RecordedNodes recorded = compute.nodes();
        Stream<Kubelet> nodes = recorded.all().stream().map(n -> of(n, compute));
        Stream<Kubelet> groups = recorded.groups().stream()
                .filter(g -> recorded.of(g).isEmpty())
                .map(g -> of(g, compute))
                .filter(k -> k.followsCluster() || !k.version().isUnresolved() || !recorded.any(k.cluster()));
        return Stream.concat(nodes, groups);
    }

    private static Kubelet of(Node node, Compute compute) {
        return new Kubelet(
                "Kubelet/" + node.key(),
                node.cluster(),
                "node " + node.displayName(),
                node.place(),
                node.existence(),
                node.kubeletVersion().flatMap(text -> parsed(text, node.kubeletVersion())),
                false,
                compute.eksUpgrades(node),
                RollbackWindows.seenOpen(compute.estate(), node.cluster(), compute.circumstances()),
                compute.controlPlane(node),
                compute.circumstances().data().skewPolicy());
    }

    private static Kubelet of(NodeGroup group, Compute compute) {
        GroupVersion version = compute.version(group);
        return new Kubelet(
                "Kubelet/" + group.key(),
                group.cluster(),
                "node group " + group.displayName(),
                group.place(),
                group.existence(),
                version.minor(),
                version.followsCluster(),
                Value.isTrue("managed", group.managed()),
                RollbackWindows.seenOpen(compute.estate(), group.cluster(), compute.circumstances()),
                compute.controlPlane(group),
                compute.circumstances().data().skewPolicy());
    }

    /** The minor version of a written one, at its place; unresolved when it is none. */
    static Value<MinorVersion> parsed(String text, Value<String> source) {
        Optional<MinorVersion> minor = MinorVersion.parse(text);
        return minor.isEmpty()
                ? Value.unresolved("“%s” is not a Kubernetes version".formatted(text), source.places(), NODES)
                : source.map(t -> minor.get());
    }
}
