package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Truth;

/**
 * What EKS needs of the network of a running cluster for an upgrade.
 *
 * @param of the cluster, as recorded; as described when no recording of it is there
 * @param cluster the key of the cluster
 * @param lacksSubnet whether a cluster subnet does not exist any more
 * @param lacksGroup whether one of its security groups does not
 * @param lacksVpc whether its VPC does not
 * @param missing the ids of what does not exist any more, as a message shows them
 */
public record ClusterFooting(
        Cluster of, String cluster, Truth lacksSubnet, Truth lacksGroup, Truth lacksVpc, String missing) {}
