package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * The ways of a cluster's nodes and Fargate pods through NAT gateways.
 *
 * @param cluster the key of the cluster
 * @param used whether a subnet of nodes or pods has its default route to a NAT gateway
 * @param crossing whether one of these gateways lies in another zone than the subnet
 */
public record NatPaths(String cluster, Truth used, Truth crossing) {}
