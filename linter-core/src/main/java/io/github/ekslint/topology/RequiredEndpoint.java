package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * A VPC endpoint that a cluster needs when nodes or Fargate pods have no way out.
 *
 * @param cluster the key of the cluster
 * @param service such as {@code ecr.api}
 * @param serviceName such as {@code com.amazonaws.eu-west-1.ecr.api}; the service where that is not known
 * @param needed whether the cluster needs it once it has to do without the internet
 * @param exists whether the VPC has it, in whatever state
 * @param available whether the VPC has it and it is available
 * @param attached whether the subnets without a way out reach it: always for an interface endpoint; a gateway endpoint has to be
 *     attached to their route tables
 * @param unattached the route tables it surely is not attached to, as a message names them
 * @param why what it carries
 */
public record RequiredEndpoint(
        String cluster,
        String service,
        String serviceName,
        Truth needed,
        Truth exists,
        Truth available,
        Truth attached,
        String unattached,
        String why) {}
