package io.github.ekslint.engine;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A kind of cluster to which some requirements do not apply. Rule metadata names profiles by their code. */
public enum Profile {
    /** A registered external cluster: no requirement applies. */
    CONNECTED(
            "N-CONNECTED",
            "this is a registered external cluster that EKS does not run",
            c -> Value.isTrue("connected", c.connected())),
    /** A local cluster on Outposts has rules of its own. */
    OUTPOST("N-OUTPOST", "local clusters on Outposts have requirements of their own", c -> c.outpostArns()
            .isNotEmpty("outpostArns")),
    /** EKS Auto Mode runs the nodes; other compute of the same cluster is still judged, and a node group always is such. */
    AUTO_MODE("N-AUTO", "EKS Auto Mode runs the nodes", c -> Value.isTrue("computeConfig.enabled", c.autoMode())),
    /** Nodes outside AWS. */
    HYBRID("N-HYBRID", "the cluster has hybrid nodes", c -> c.remoteNodeNetworks()
            .isNotEmpty("remoteNodeNetworks")),
    /** Pods have IPv6 addresses. */
    IPV6("N-IPV6", "the cluster uses IPv6 for pods", c -> c.ipFamily().is("ipFamily", "ipv6"::equalsIgnoreCase));

    private final String code;
    private final String reason;
    private final Function<Cluster, Truth> test;

    Profile(String code, String reason, Function<Cluster, Truth> test) {
        this.code = code;
        this.reason = reason;
        this.test = test;
    }

    /** The code in rule metadata. */
    public String code() {
        return code;
    }

    /** Why requirements do not apply, as a clause. */
    public String reason() {
        return reason;
    }

    /** Whether what is judged belongs to a cluster of this kind in a way that takes it out of the requirement. */
    public Truth fits(Cluster cluster, Subject subject) {
        return this == AUTO_MODE && subject instanceof NodeGroup ? Truth.no() : test.apply(cluster);
    }

    /** The profile of that code; empty when there is none. */
    public static Optional<Profile> byCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
