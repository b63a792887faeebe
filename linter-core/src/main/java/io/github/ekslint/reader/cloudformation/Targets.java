package io.github.ekslint.reader.cloudformation;

import org.jspecify.annotations.Nullable;

/** Which fact a target means. */
final class Targets {

    private static final String CLUSTER_GROUP = "ClusterSecurityGroupId";
    private static final String DEFAULT_GROUP = "DefaultSecurityGroup";

    private Targets() {}

    /** The key of the fact; null when the target is no id of one. */
    static @Nullable String key(Target target) {
        if (target.isId()) {
            return target.key();
        }
        if (target.attribute().equals(CLUSTER_GROUP)) {
            return clusterSecurityGroup(target.key());
        }
        return target.attribute().equals(DEFAULT_GROUP) ? defaultSecurityGroup(target.key()) : null;
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
