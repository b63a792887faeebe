package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What takes care of Spot interruptions in every node group. */
final class Spot implements Derivation {

    private static final Set<String> CARRIERS = Set.of("Deployment", "DaemonSet");
    private static final List<String> HANDLERS = List.of("aws-node-termination-handler", "karpenter");
    private static final String LABEL = "termination handler";

    @Override
    public Stream<SpotNodes> derive(Estate estate, Circumstances circumstances) {
        return estate.all(NodeGroup.class).stream().map(group -> new SpotNodes(group, handled(group, estate)));
    }

    private static Truth handled(NodeGroup group, Estate estate) {
        List<Workload> carriers = estate.all(Workload.class).stream()
                .filter(w -> w.cluster() == null || w.cluster().equals(group.cluster()))
                .filter(w -> w.objectKind().known().filter(CARRIERS::contains).isPresent())
                .toList();
        List<Truth> handlers = carriers.stream()
                .filter(w -> w.name().known().filter(Spot::isHandler).isPresent())
                .map(w -> Truth.of(true, w.name().ground(LABEL)))
                .toList();
        if (!handlers.isEmpty()) {
            return Truth.any(handlers);
        }
        Truth karpenter = karpenter(group, estate);
        if (karpenter.isTrue()) {
            return karpenter;
        }
        if (carriers.stream().anyMatch(Spot::isOfEveryCluster)) {
            return Truth.no();
        }
        return Truth.unknown(
                LABEL,
                "the workloads of the cluster are not recorded",
                List.of(group.place()),
                Settlement.command(Workload.IMAGES.command()));
    }

    /** Whether the tool that makes the cluster installs Karpenter with it. */
    private static Truth karpenter(NodeGroup group, Estate estate) {
        return Truth.any(estate.all(Cluster.class).stream()
                .filter(c -> c.key().equals(group.cluster()))
                .filter(c -> c.karpenter().known().isPresent())
                .map(c -> c.karpenter().isPresent("karpenter"))
                .toList());
    }

    private static boolean isHandler(String name) {
        return HANDLERS.stream().anyMatch(name::contains);
    }

    /** Whether it is one that a whole list of workloads has: the network plugin, which every node with pods runs. */
    private static boolean isOfEveryCluster(Workload workload) {
        return is(workload.name(), "aws-node") && is(workload.namespace(), "kube-system");
    }

    private static boolean is(Value<String> value, String text) {
        return value.known().filter(text::equals).isPresent();
    }
}
