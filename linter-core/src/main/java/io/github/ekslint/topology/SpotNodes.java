package io.github.ekslint.topology;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;

/**
 * What takes care of Spot interruptions in a node group
 * (<a href="https://docs.aws.amazon.com/eks/latest/best-practices/data-plane.html">EKS Best Practices, data plane</a>).
 *
 * @param of the group
 * @param handled whether a termination handler or Karpenter runs in its cluster
 */
public record SpotNodes(NodeGroup of, Truth handled) {

    /** The key of the group. */
    public String group() {
        return of.key();
    }

    /** Whether the group asks for Spot Instances. */
    public Truth areSpot() {
        return of.capacityType().is("capacityType", "SPOT"::equalsIgnoreCase);
    }

    /** Whether EKS leaves the group to the customer; it takes care of Spot interruptions in managed groups. */
    public Truth areSelfManaged() {
        return Value.isTrue("managed", of.managed()).not();
    }

    /** Whether the Auto Scaling group replaces an instance at the rebalance recommendation. */
    public Truth areRebalanced() {
        return Value.isTrue("capacityRebalance", of.capacityRebalance());
    }
}
