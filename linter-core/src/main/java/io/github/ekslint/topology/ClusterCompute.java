package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Where the nodes of a cluster run.
 *
 * @param cluster the key of the cluster
 * @param isHybridOnly whether all of them run outside AWS
 */
public record ClusterCompute(String cluster, Truth isHybridOnly) {}
