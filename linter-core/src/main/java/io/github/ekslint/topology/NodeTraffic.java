package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Traffic of the port table from the nodes of a group to all nodes of the cluster, their own group included.
 *
 * @param nodeGroup the key of the node group
 * @param name the traffic, such as {@code udp/53}
 * @param allowed whether security groups at both ends let it through
 * @param missing the first rule that is missing, as a message names it; empty when none is
 */
public record NodeTraffic(String nodeGroup, String name, Truth allowed, String missing) {}
