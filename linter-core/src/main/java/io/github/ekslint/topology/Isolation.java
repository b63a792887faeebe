package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Truth;

/**
 * Whether a cluster has to do without the internet.
 *
 * @param cluster the key of the cluster
 * @param isolated whether nodes or Fargate pods run in a subnet without a way out; false where no such subnet is known
 * @param hasEndpoints whether its VPC has a VPC endpoint
 * @param subnets the subnets that surely have no way out, as a message names them
 */
public record Isolation(String cluster, Truth isolated, Truth hasEndpoints, String subnets) {

    /** Whether it is known that nodes or pods have no way out. */
    public Truth surelyIsolated() {
        return LoadBalancing.surely(isolated);
    }

    /** Whether the cluster is known to be a local one on Outposts. */
    public Truth surelyLocal(Cluster owner) {
        return LoadBalancing.surely(owner.outpostArns().isNotEmpty("outpostArns"));
    }
}
