package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.datum.Target;
import org.jspecify.annotations.Nullable;

/** Which fact a target means. */
final class Targets {

    private static final String CLUSTER_GROUP = "ClusterSecurityGroupId";
    private static final String DEFAULT_GROUP = "DefaultSecurityGroup";

    private Targets() {}

    /** An attribute of a resource. */
    static Target of(String key, String attribute) {
        return new Target(key, attribute, fact(key, attribute));
    }

    private static @Nullable String fact(String key, String attribute) {
        if (attribute.equals(CLUSTER_GROUP)) {
            return clusterSecurityGroup(key);
        }
        return attribute.equals(DEFAULT_GROUP) ? defaultSecurityGroup(key) : null;
    }

    /** The key of the security group that EKS creates for a cluster. */
    static String clusterSecurityGroup(String cluster) {
        return "SecurityGroup/" + cluster.substring(cluster.indexOf('/') + 1) + "." + CLUSTER_GROUP;
    }

    /** The key of the security group that EC2 creates for a VPC. */
    static String defaultSecurityGroup(String vpc) {
        return "SecurityGroup/" + vpc.substring(vpc.indexOf('/') + 1) + "." + DEFAULT_GROUP;
    }
}
