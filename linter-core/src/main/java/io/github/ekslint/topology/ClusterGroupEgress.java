package io.github.ekslint.topology;

import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Truth;

/**
 * What the cluster security group lets out to itself.
 *
 * @param cluster the key of the cluster
 * @param group the cluster security group; where nothing is known of it, as EKS creates it
 * @param allowed whether all that a cluster needs is let out
 * @param missing what is not let out, such as {@code tcp/443, udp/53}; empty when nothing surely is
 */
public record ClusterGroupEgress(String cluster, SecurityGroup group, Truth allowed, String missing) {}
