package io.github.ekslint.topology;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.source.Place;

/**
 * A subnet in which the nodes of a group are launched.
 *
 * @param cluster the key of the cluster
 * @param nodeGroup the group
 * @param use where the group names it
 */
public record NodeSubnet(String cluster, NodeGroup nodeGroup, SubnetTraits traits, Place use, boolean openEnd)
        implements SubnetUse {

    @Override
    public String key() {
        return nodeGroup.key() + "/" + subnet().key();
    }

    /** The key of the group. */
    public String group() {
        return nodeGroup.key();
    }
}
