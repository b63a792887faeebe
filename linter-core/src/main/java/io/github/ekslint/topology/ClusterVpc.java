package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.source.Place;

/**
 * The VPC a cluster lives in.
 *
 * @param cluster the key of the cluster
 * @param vpc the VPC; one of which nothing is known when only its id is, or not even that
 */
public record ClusterVpc(String cluster, Vpc vpc) implements Subject {

    @Override
    public String key() {
        return cluster + "/" + vpc.key();
    }

    @Override
    public String displayName() {
        return vpc.displayName();
    }

    @Override
    public Place place() {
        return vpc.place();
    }

    @Override
    public Truth existence() {
        return vpc.existence();
    }
}
