package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * How the nodes of a group learn where the API server is.
 *
 * @param nodeGroup the key of the node group
 * @param isolated whether its nodes run in a subnet without a way out
 * @param subnets the subnets that surely have none, as a message names them
 * @param bootstrapsItself whether nobody but its user data tells its nodes: it is self-managed, or has an AMI of its own
 * @param carriesCluster whether its user data names API server endpoint and certificate
 * @param mayAsk whether a VPC endpoint lets its nodes ask the EKS API
 */
public record NodeBootstrap(
        String nodeGroup, Truth isolated, String subnets, Truth bootstrapsItself, Truth carriesCluster, Truth mayAsk) {}
