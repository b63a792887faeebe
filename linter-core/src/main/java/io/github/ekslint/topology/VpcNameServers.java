package io.github.ekslint.topology;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;

/**
 * The name servers that instances in a cluster's VPC are given.
 *
 * @param cluster the key of the cluster
 * @param needed whether nodes have to resolve the private name of the API server
 * @param servers the servers of the DHCP option set
 * @param amazon whether the Amazon resolver is one of them
 */
public record VpcNameServers(String cluster, Truth needed, Listing<Value<String>> servers, Truth amazon) {

    /** Whether the option set names no server at all. */
    public Truth none() {
        return servers.isNotEmpty("domain-name-servers").not().and(amazon.not());
    }
}
