package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;

/**
 * Something with a Region in its name that an estate uses for a cluster: a zone, an ARN, an endpoint service or a registry.
 *
 * @param cluster the key of the cluster
 * @param name as written
 * @param what what it is, as a message says it
 * @param region the code of the Region in the name
 * @param inRegion whether that is the Region of the cluster
 */
public record RegionalName(String cluster, Value<String> name, String what, String region, Truth inRegion, Place place)
        implements Subject {

    @Override
    public String key() {
        return cluster + "/" + displayName();
    }

    @Override
    public String displayName() {
        return name.known().orElse(what);
    }

    @Override
    public Truth existence() {
        return Truth.yes();
    }
}
