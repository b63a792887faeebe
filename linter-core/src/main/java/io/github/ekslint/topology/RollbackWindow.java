package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * The days after an in-place upgrade in which EKS can take a control plane back by one minor version
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/rollback-cluster.html">EKS User Guide, roll back a cluster</a>).
 *
 * @param cluster the key of the cluster
 * @param open whether today lies in them
 * @param until the last day, as a message shows it
 */
public record RollbackWindow(String cluster, Truth open, String until) {}
