package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Workload;
import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A Service that the API server calls for the webhooks of one configuration, or for an aggregated API.
 *
 * @param cluster the key of the cluster
 * @param configuration the webhook configuration, or the APIService
 * @param service the Service, as {@code namespace/name:port}
 * @param place where the configuration names it
 * @param hasNodes whether the cluster has nodes whose security groups could let it through
 * @param reached whether security groups let the control plane through to the port of its pods, on whatever node they run
 * @param missing the first rule that is missing, as a message names it; empty when none surely is
 */
public record Webhook(
        @Nullable String cluster,
        Workload configuration,
        String service,
        Place place,
        Truth hasNodes,
        Truth reached,
        String missing)
        implements io.github.ekslint.model.Subject {

    /** What calls the Service, as a message names it. */
    public String caller() {
        return configuration.objectKind().known().filter("APIService"::equals).isPresent()
                ? "the aggregated API"
                : "the webhook";
    }

    @Override
    public String key() {
        return configuration.key() + "/" + service;
    }

    @Override
    public String displayName() {
        return configuration.displayName() + " (" + service + ")";
    }

    @Override
    public Truth existence() {
        return configuration.existence();
    }
}
