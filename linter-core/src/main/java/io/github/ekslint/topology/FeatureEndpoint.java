package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * A VPC endpoint that a cluster without a way out needs when it uses a feature.
 *
 * @param cluster the key of the cluster
 * @param service such as {@code sts}
 * @param serviceName such as {@code com.amazonaws.eu-west-1.sts}; the service where that is not known
 * @param used whether a feature that needs it is in use
 * @param prepared whether something is seen that such a feature needs, though not that it is used
 * @param exists whether the VPC has the endpoint, in whatever state
 * @param available whether the VPC has the endpoint and it is available
 * @param feature what uses the service, or is prepared to, as a message names it
 */
public record FeatureEndpoint(
        String cluster,
        String service,
        String serviceName,
        Truth used,
        Truth prepared,
        Truth exists,
        Truth available,
        String feature) {}
