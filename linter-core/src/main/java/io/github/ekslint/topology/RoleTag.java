package io.github.ekslint.topology;

import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import java.util.Set;

/**
 * The tags by which load-balancer controllers find subnets
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html">EKS User Guide, route TCP and UDP
 * traffic</a>).
 */
enum RoleTag {
    INTERNAL("kubernetes.io/role/internal-elb"),
    PUBLIC("kubernetes.io/role/elb");

    /** The values that controllers match. */
    private static final Set<String> MATCHED = Set.of("1", "");

    private final String key;

    RoleTag(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether the subnet carries the tag, whatever its value. */
    Truth isOn(Subnet subnet) {
        return SubnetTags.has(subnet, key);
    }

    /** Whether the subnet carries the tag with a value that is not matched. */
    Truth isOdd(Subnet subnet) {
        return SubnetTags.has(subnet, key, value -> !MATCHED.contains(value));
    }
}
