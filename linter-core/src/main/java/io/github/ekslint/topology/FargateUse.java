package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Whether a cluster has Fargate profiles.
 *
 * @param cluster the key of the cluster
 * @param hasProfiles false when none is known
 */
public record FargateUse(String cluster, Truth hasProfiles) {}
