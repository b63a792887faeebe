package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Place;

/**
 * A subnet in its role as a cluster subnet: EKS may place a network interface of the control plane in it.
 *
 * @param cluster the key of the cluster
 * @param running whether the cluster is known to be running already
 * @param use where the cluster names it
 */
public record ClusterSubnet(String cluster, Truth running, SubnetTraits traits, Place use, boolean openEnd)
        implements SubnetUse {

    @Override
    public String key() {
        return cluster + "/" + subnet().key();
    }

    /** The id of its zone; its name where only that is known. */
    public Value<String> zoneId() {
        SubnetZone zone = traits().zone();
        return zone.id().isUnresolved() ? zone.name() : zone.id();
    }

    /** Whether EKS refuses its Availability Zone for cluster subnets. */
    public Truth refused() {
        return traits().zone().refused();
    }

    /** Whether it lies in a zone of a kind that EKS refuses for cluster subnets, or on an Outpost. */
    public Truth extraordinary() {
        if (subnet().acceptedByEks().known().orElse(false)) {
            return Truth.of(false, subnet().acceptedByEks().ground("zone"));
        }
        return traits().zone()
                .kind()
                .is("zoneType", k -> k != ZoneName.Kind.AVAILABILITY_ZONE)
                .or(subnet().outpostArn().isPresent("outpostArn"));
    }
}
