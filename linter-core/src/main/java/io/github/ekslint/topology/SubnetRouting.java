package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Where the packets of a subnet can go, by its route table, else by what the spec claims
 * (<a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html">VPC User Guide, route tables</a>).
 *
 * @param isPublic whether an active default route leads to an internet gateway
 * @param ipv4Egress whether IPv4 packets reach the internet; unknown where only a hop is seen behind which nothing is known
 * @param ipv6Egress the same for IPv6 packets
 * @param nextHops the hops of active default routes behind which a way out may or may not lie, such as a transit gateway
 * @param routeTable the route table, where it is known which one
 */
public record SubnetRouting(
        Truth isPublic, Truth ipv4Egress, Truth ipv6Egress, List<Ground> nextHops, Optional<RouteTable> routeTable) {

    /** Keeps its own copy of the hops. */
    public SubnetRouting {
        nextHops = List.copyOf(nextHops);
    }

    /** Whether no active default route leads to an internet gateway. */
    public Truth isPrivate() {
        return isPublic.not();
    }

    /** Whether packets of either family reach the internet. */
    public Truth hasEgress() {
        return ipv4Egress.or(ipv6Egress);
    }

    /** Whether no packet reaches the internet. */
    public Truth isIsolated() {
        return hasEgress().not();
    }

    /** Whether a default route leads to a hop behind which nothing is known, such as a transit gateway. */
    public Truth possibleEgress() {
        return Truth.of(Logic.of(!nextHops.isEmpty()), nextHops);
    }
}
