package io.github.ekslint.reference;

import java.util.List;
import java.util.Optional;

/**
 * The VPC endpoints that a cluster without outbound internet access needs
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html">EKS User Guide, private clusters</a>).
 *
 * @param needs in the order of the table
 */
public record PrivateEndpoints(List<EndpointNeed> needs) {

    /** Keeps its own copy. */
    public PrivateEndpoints {
        needs = List.copyOf(needs);
    }

    /** Those that every cluster without outbound internet access needs. */
    public List<EndpointNeed> always() {
        return needs.stream().filter(EndpointNeed::always).toList();
    }

    /** Those that a condition of the table calls for, such as {@code irsa} or {@code fargate}. */
    public List<EndpointNeed> when(String condition) {
        return needs.stream().filter(n -> n.conditions().contains(condition)).toList();
    }

    /** One by its service, such as {@code ecr.api}. */
    public Optional<EndpointNeed> find(String service) {
        return needs.stream().filter(n -> n.service().equals(service)).findFirst();
    }

    /**
     * One by a full service name, whatever its Region and partition, such as {@code com.amazonaws.eu-west-1.ecr.api}.
     *
     * @return empty when the name belongs to none of the table
     */
    public Optional<EndpointNeed> byServiceName(String serviceName, String region, String partition) {
        return needs.stream()
                .filter(n -> n.serviceName(region, partition)
                        .filter(serviceName::equals)
                        .isPresent())
                .findFirst();
    }
}
