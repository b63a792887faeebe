package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;

/**
 * A repository of Amazon ECR from which workloads of a cluster take images, beside those that pull them and fare alike.
 *
 * @param puller the key of the first of those that pull
 * @param pullers all of them, as a message names them
 * @param repository the account of the registry and the name of the repository, with a slash between
 * @param registryId the account of the registry
 * @param image the first image of it that a workload names
 * @param foreign whether it is in another account than they are
 * @param admitted whether the policy of the repository lets them pull
 */
public record PulledRepository(
        String puller,
        String pullers,
        String repository,
        String registryId,
        Value<String> image,
        Truth foreign,
        Truth admitted) {

    /**
     * Whether a policy has to let them in.
     *
     * @param open accounts whose repositories are open to every other
     */
    public Truth needsPolicy(List<String> open) {
        return open.contains(registryId) ? Truth.no() : foreign;
    }
}
