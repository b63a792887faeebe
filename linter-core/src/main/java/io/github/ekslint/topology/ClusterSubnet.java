package io.github.ekslint.topology;

import io.github.ekslint.model.Member;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.source.Place;
import java.util.List;

/**
 * A subnet in its role as a cluster subnet: EKS may place a network interface of the control plane in it.
 *
 * @param cluster the key of the cluster
 * @param subnet the subnet; one of which nothing is known when only its id is
 * @param use where the cluster names it
 * @param openEnd whether this stands for any number of further subnets that cannot be known
 */
public record ClusterSubnet(String cluster, Subnet subnet, Place use, boolean openEnd) implements Subject {

    @Override
    public String key() {
        return cluster + "/" + subnet.key();
    }

    @Override
    public String displayName() {
        return subnet.displayName();
    }

    @Override
    public Place place() {
        return use;
    }

    @Override
    public Truth existence() {
        return subnet.existence();
    }

    /** The subnet's Availability Zone, by id where known, else by name. */
    public Member zone() {
        return new Member(
                subnet.availabilityZone().isUnresolved()
                                && !subnet.availabilityZoneId().isUnresolved()
                        ? subnet.availabilityZoneId()
                        : subnet.availabilityZone(),
                openEnd,
                List.of(use));
    }
}
