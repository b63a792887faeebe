package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * Whether the security groups of nodes or Fargate pods let them out to the services they need.
 *
 * @param puller the key of the {@link ImagePuller}
 * @param allowed whether they let out to all of it, over the internet or to VPC endpoints
 * @param groups the security groups as a message names them
 * @param missing the services that are surely out of reach, each with the rule that is missing
 * @param reportedFor another node group or Fargate profile that has the same security groups and is reported; empty when there is none
 */
public record NodeEgress(String puller, Truth allowed, String groups, String missing, String reportedFor) {

    /** Whether the same defect is reported for another node group or Fargate profile. */
    public Truth isReported() {
        return Truth.of(!reportedFor.isEmpty());
    }
}
