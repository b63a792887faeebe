package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Subject;
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

    /** The version that the nodes of a group run. */
    GroupVersion version(NodeGroup group) {
        return GroupVersion.of(group, estate, controlPlane(group).current());
    }
}
