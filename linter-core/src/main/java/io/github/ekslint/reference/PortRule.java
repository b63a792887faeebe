package io.github.ekslint.reference;

import java.util.Optional;

/**
 * Traffic that must be let through for a cluster to work.
 *
 * @param id stable name within the table
 * @param protocol {@code tcp} or {@code udp}
 * @param port 1 to 65535
 * @param from where the connection starts
 * @param to where it ends
 * @param when the condition under which it is needed; empty when it always is
 * @param why what the traffic is
 * @param source the page that says so
 */
public record PortRule(
        String id, String protocol, int port, Side from, Side to, Optional<String> when, String why, String source) {

    /** An end of a connection. */
    public enum Side {
        /** The network interfaces of the control plane, in the cluster subnets. */
        CONTROL_PLANE,
        /** The network interfaces of nodes, which are those of pods too unless pods have security groups of their own. */
        NODE
    }
}
