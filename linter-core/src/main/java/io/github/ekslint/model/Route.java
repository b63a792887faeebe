package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * A route of a route table.
 *
 * @param destination a CIDR block, or the id of a prefix list
 * @param target where the packets go
 * @param targetRef the gateway, interface or connection; absent for {@link Target#LOCAL}
 * @param state {@code active} or {@code blackhole}
 */
public record Route(
        Place place, Value<String> destination, Value<Target> target, Value<Ref> targetRef, Value<String> state) {

    /** What a route can point at, by the target fields of API_Route. */
    public enum Target {
        LOCAL,
        INTERNET_GATEWAY,
        NAT_GATEWAY,
        EGRESS_ONLY_INTERNET_GATEWAY,
        TRANSIT_GATEWAY,
        VPC_PEERING_CONNECTION,
        VIRTUAL_PRIVATE_GATEWAY,
        NETWORK_INTERFACE,
        INSTANCE,
        LOCAL_GATEWAY,
        CARRIER_GATEWAY,
        CORE_NETWORK,
        VPC_ENDPOINT
    }
}
