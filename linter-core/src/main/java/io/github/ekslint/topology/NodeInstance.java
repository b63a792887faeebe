package io.github.ekslint.topology;

import io.github.ekslint.model.Instance;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;

/**
 * A running instance of a node group, as recorded.
 *
 * @param nodeGroup the group it belongs to
 * @param instance the instance
 */
public record NodeInstance(NodeGroup nodeGroup, Instance instance) {

    /** The key of the group. */
    public String group() {
        return nodeGroup.key();
    }

    /** Whether the internet could reach it by an IPv4 address of its own. */
    public Truth hasPublicAddress() {
        return instance.publicIpAddress().isPresent("publicIpAddress of " + instance.displayName());
    }
}
