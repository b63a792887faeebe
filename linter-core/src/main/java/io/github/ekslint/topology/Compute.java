package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Map;

/**
 * What the derivations about nodes share: the estate, its control planes and its recorded nodes, each worked out once.
 *
 * @param controlPlanes by the key of their cluster
 */
record Compute(
        Estate estate, Circumstances circumstances, Map<String, ControlPlane> controlPlanes, RecordedNodes nodes) {

    static Compute of(Estate estate, Circumstances circumstances) {
        return new Compute(estate, circumstances, ControlPlanes.all(estate, circumstances), RecordedNodes.of(estate));
    }

    /** The control plane a node or a group belongs to; one of which nothing is known when it is not in the estate. */
    ControlPlane controlPlane(Subject of) {
        ControlPlane known = of.cluster() == null ? null : controlPlanes.get(of.cluster());
        return known != null ? known : ControlPlanes.unseen(estate, circumstances, of.place());
    }

    /** Whether EKS upgrades a node on request, as it does for managed groups and Fargate. */
    Truth eksUpgrades(Node node) {
        if (node.computeType().known().filter("fargate"::equals).isPresent()) {
            return Truth.of(true, node.computeType().ground("compute type"));
        }
        return nodes.groupOf(node)
                .map(group -> Value.isTrue("managed", group.managed()))
                .orElseGet(() -> node.nodegroupName()
                        .is("node group of the node", name -> true)
                        .and(Truth.unknown(
                                "managed",
                                "the node group of the node is not recorded",
                                List.of(node.place()),
                                groupCommand(node))));
    }

    private static Settlement groupCommand(Node node) {
        return Settlement.command(
                "aws eks describe-nodegroup --cluster-name {cluster} --nodegroup-name %s --output json"
                        .formatted(node.nodegroupName().known().orElse("<nodegroupName>")));
    }

    /** The version that the nodes of a group run. */
    GroupVersion version(NodeGroup group) {
        return GroupVersion.of(group, estate, controlPlane(group).current());
    }
}
