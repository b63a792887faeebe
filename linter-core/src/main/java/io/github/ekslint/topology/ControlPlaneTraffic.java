package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * One security group rule that lets the control plane and the nodes of a group talk: traffic of the port table, at one of its
 * ends.
 *
 * @param nodeGroup the key of the node group
 * @param name the traffic and its end, such as {@code tcp/10250-to-nodes-ingress}
 * @param allowed whether a security group there lets it through
 * @param missing the rule as a message names it when it is missing
 * @param reportedForCluster whether it is the missing egress of the cluster security group to itself, which is a defect of the
 *     cluster rather than of each of its node groups
 */
public record ControlPlaneTraffic(
        String nodeGroup, String name, Truth allowed, String missing, Truth reportedForCluster) {}
