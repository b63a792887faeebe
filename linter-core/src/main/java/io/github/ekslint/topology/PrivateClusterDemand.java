package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * One thing that eksctl demands of a spec in fully-private mode.
 *
 * @param config the key of the {@link io.github.ekslint.model.PrivateClusterConfig}
 * @param part what it is about, such as {@code vpc.clusterEndpoints}
 * @param met whether the spec meets the demand
 * @param said what the spec says when it does not, as a message names it
 */
public record PrivateClusterDemand(String config, String part, Truth met, String said) {}
