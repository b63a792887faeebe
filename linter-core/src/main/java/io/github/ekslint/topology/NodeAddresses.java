package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * The public addresses from which nodes and Fargate pods reach the public API endpoint of a cluster.
 *
 * @param cluster the key of the cluster
 * @param admitted whether the endpoint admits all of them
 * @param outside those it surely does not admit, as a message names them
 */
public record NodeAddresses(String cluster, Truth admitted, String outside) {}
