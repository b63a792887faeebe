package io.github.ekslint.topology;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;

/**
 * Which IP families the public API endpoint of a cluster speaks.
 *
 * @param cluster the key of the cluster
 * @param isDualStack whether it has IPv6 addresses, and with them a name under {@code api.aws}
 * @param chosen the entries of {@code publicAccessCidrs} that somebody chose; those that AWS fills in fit the endpoint
 */
public record EndpointDomain(String cluster, Truth isDualStack, Listing<Value<String>> chosen) {

    private static final String LABEL = "publicAccessCidrs";

    /** Whether an entry is an IPv6 block. */
    public Truth hasIpv6() {
        return chosen.any(LABEL, v -> v.is(LABEL, CidrSet::isIpv6));
    }

    /** The entries that are IPv6 blocks. */
    public String ipv6() {
        return String.join(
                ", ",
                chosen.items().stream()
                        .flatMap(v -> v.known().stream())
                        .filter(CidrSet::isIpv6)
                        .toList());
    }
}
