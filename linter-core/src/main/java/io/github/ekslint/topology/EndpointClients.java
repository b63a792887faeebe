package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import java.util.List;
import java.util.function.Function;

/**
 * Who beside the nodes may reach the private API endpoint of a cluster, by the security groups of the control plane.
 *
 * @param cluster the key of the cluster
 * @param groups the security groups of the control plane, as a message names them
 * @param admitsOthers whether they let in any address or group that is not of the cluster's nodes
 * @param admitted whether they let in a network, by its CIDR block
 * @param whoIsNotSaid unknown, since nobody says where the users' clients are
 */
public record EndpointClients(
        String cluster, String groups, Truth admitsOthers, Function<String, Truth> admitted, Truth whoIsNotSaid) {

    /** Whether all these networks are let in; where none is named, whether anybody but nodes is, and else unknown. */
    public Truth admits(List<String> networks) {
        return networks.isEmpty()
                ? admitsOthers.or(whoIsNotSaid)
                : Truth.all(networks.stream().map(admitted).toList());
    }

    /** Those of these networks that are surely not let in. */
    public String refused(List<String> networks) {
        return String.join(
                ", ", networks.stream().filter(n -> admitted.apply(n).isFalse()).toList());
    }
}
