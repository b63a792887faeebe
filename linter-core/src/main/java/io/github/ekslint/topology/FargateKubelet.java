package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Whether a kubelet runs on Fargate.
 *
 * @param kubelet the key of the kubelet
 */
public record FargateKubelet(String kubelet, Truth onFargate) {}
