package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * What the upgrade insights of a cluster say together
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-insights.html">EKS User Guide, cluster insights</a>).
 *
 * @param cluster the key of the cluster
 * @param error whether one of them has the status ERROR
 * @param warning whether one of them has the status WARNING
 * @param errors the names of those with an error, for a message
 * @param warnings the names of those with a warning, for a message
 */
public record UpgradeInsight(String cluster, Truth error, Truth warning, String errors, String warnings) {}
