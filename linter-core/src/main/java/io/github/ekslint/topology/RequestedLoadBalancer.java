package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Workload;
import io.github.ekslint.source.Place;

/**
 * A load balancer that a Service or an Ingress asks for.
 *
 * @param cluster the key of the cluster
 * @param object the Service or Ingress; one of which nothing is known where no objects are
 * @param application whether it is an Application Load Balancer, made for an Ingress
 * @param internetFacing whether it is reachable from the internet
 * @param byDefault whether it is so only because nothing says otherwise
 * @param inTree whether the controller built into Kubernetes makes it
 * @param subnets the subnets it may be placed in
 * @param openEnd whether this stands for any number of load balancers, none included, that cannot be known
 */
public record RequestedLoadBalancer(
        String cluster,
        Workload object,
        Truth application,
        Truth internetFacing,
        Truth byDefault,
        Truth inTree,
        BalancerSubnets subnets,
        boolean openEnd)
        implements Subject {

    /** Whether the subnets of the kind it asks for exist. */
    public Truth kindExists() {
        return subnets.kindExists(internetFacing);
    }

    /** The kind of subnet it asks for, as a message names it. */
    public String subnetKind() {
        return internetFacing.isTrue() ? "public" : "private";
    }

    /** How it is reached, as a message names it. */
    public String scheme() {
        return internetFacing.isTrue() ? "internet-facing" : "internal";
    }

    /** So many subnets, each in a zone of its own, it needs, as a message names them. */
    public String zonesNeeded() {
        return application.isTrue() ? "two Availability Zones" : "one Availability Zone";
    }

    /**
     * Whether it finds enough subnets.
     *
     * @param addresses so many free addresses a subnet needs to count
     */
    public Truth enoughSubnets(int addresses) {
        Truth one = subnets.inZones(1, internetFacing, addresses);
        return application.not().and(one).or(application.and(subnets.inZones(2, internetFacing, addresses)));
    }

    @Override
    public String key() {
        return cluster + "/" + object.key();
    }

    @Override
    public String displayName() {
        return openEnd
                ? "any Service or Ingress"
                : object.objectKind().known().orElse("object") + " " + object.displayName();
    }

    @Override
    public Place place() {
        return object.place();
    }

    @Override
    public Truth existence() {
        return openEnd ? object.objectKind().isPresent("Services and Ingresses") : object.existence();
    }
}
