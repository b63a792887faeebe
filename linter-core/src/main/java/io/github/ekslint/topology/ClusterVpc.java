package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.source.Place;

/**
 * The VPC a cluster lives in.
 *
 * @param cluster the key of the cluster
 * @param vpc the VPC; one of which nothing is known when only its id is, or not even that
 * @param hasEndpoints whether the VPC has a VPC endpoint of any kind, or the spec says that the cluster is private
 */
public record ClusterVpc(String cluster, Vpc vpc, Truth hasEndpoints) implements Subject {

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

    /** Whether the Amazon DNS server answers in the VPC. */
    public Truth enableDnsSupport() {
        return Value.isTrue("enableDnsSupport", vpc.enableDnsSupport());
    }

    /** Whether instances get DNS host names. */
    public Truth enableDnsHostnames() {
        return Value.isTrue("enableDnsHostnames", vpc.enableDnsHostnames());
    }
}
