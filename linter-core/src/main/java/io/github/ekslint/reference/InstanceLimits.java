package io.github.ekslint.reference;

import java.util.Map;
import java.util.Optional;

/**
 * How many network interfaces and IPv4 addresses instance types have
 * (<a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html">EC2 User Guide, IP addresses per
 * network interface</a>). A recorded describe-instance-types answer knows better.
 *
 * @param byType by instance type, such as {@code m5.large}
 */
public record InstanceLimits(Map<String, Limit> byType) {

    /** Keeps its own copy. */
    public InstanceLimits {
        byType = Map.copyOf(byType);
    }

    /** The limits of an instance type; empty when the table does not know it. */
    public Optional<Limit> find(String instanceType) {
        return Optional.ofNullable(byType.get(instanceType));
    }

    /**
     * The limits of an instance type.
     *
     * @param networkInterfaces how many it has by default, at least 1
     * @param ipv4PerInterface how many IPv4 addresses each holds, at least 1
     */
    public record Limit(int networkInterfaces, int ipv4PerInterface) {

        /**
         * How many pods the VPC CNI plugin gives addresses to without prefixes: the first address of an interface is the
         * node's own, and two pods use the node's.
         */
        public int maxPods() {
            return networkInterfaces * (ipv4PerInterface - 1) + 2;
        }
    }
}
