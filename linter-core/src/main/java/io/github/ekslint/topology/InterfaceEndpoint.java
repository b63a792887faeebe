package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.source.Place;

/**
 * A VPC endpoint through which the nodes of a cluster reach a service.
 *
 * @param cluster the key of the cluster
 * @param endpoint the endpoint
 * @param isInterface whether it is an interface endpoint, which has security groups
 * @param inVpc whether it surely lies in the VPC of the cluster and is for a service that clusters use
 * @param admitted whether its security groups let the nodes in
 * @param alternative whether another endpoint of the VPC answers to the usual name of the service
 * @param missing the first rule that is missing, as a message names it; empty when none surely is
 */
public record InterfaceEndpoint(
        String cluster,
        VpcEndpoint endpoint,
        Truth isInterface,
        Truth inVpc,
        Truth admitted,
        Truth alternative,
        String missing)
        implements Subject {

    /** Whether the usual name of the service resolves to it. */
    public Truth privateDns() {
        return Value.isTrue("privateDnsEnabled of " + endpoint.displayName(), endpoint.privateDnsEnabled());
    }

    /** The service as the endpoint names it. */
    public String service() {
        return endpoint.serviceName().shown();
    }

    @Override
    public String key() {
        return cluster + "/" + endpoint.key();
    }

    @Override
    public String displayName() {
        return endpoint.displayName();
    }

    @Override
    public Place place() {
        return endpoint.place();
    }

    @Override
    public Truth existence() {
        return endpoint.existence();
    }
}
