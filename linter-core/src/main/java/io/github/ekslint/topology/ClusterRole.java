package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The IAM role of a control plane
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html">EKS User Guide, cluster IAM role</a>).
 *
 * @param of the cluster
 * @param policies of the role; of one of which nothing is known when only its ARN is, or not even that
 */
public record ClusterRole(Cluster of, RolePolicies policies) {

    private static final String CLUSTER_POLICY = "AmazonEKSClusterPolicy";

    private static final List<String> AUTO_MODE_POLICIES = List.of(
            "AmazonEKSComputePolicy",
            "AmazonEKSBlockStoragePolicy",
            "AmazonEKSLoadBalancingPolicy",
            "AmazonEKSNetworkingPolicy");

    /** The key of the cluster. */
    public String cluster() {
        return of.key();
    }

    /** The role. */
    public IamRole role() {
        return policies.role();
    }

    /** Whether EKS may assume the role. */
    public Truth trustsEks() {
        return policies().trusts("eks");
    }

    /** Whether it lacks a policy that every control plane needs. */
    public Truth lacksClusterPolicy() {
        return policies().hasOneOf(List.of(CLUSTER_POLICY)).not();
    }

    /** Whether EKS Auto Mode is on and the role lacks one of its policies. */
    public Truth lacksAutoModePolicy() {
        return autoMode()
                .and(Truth.all(AUTO_MODE_POLICIES.stream()
                                .map(p -> policies().hasOneOf(List.of(p)))
                                .toList())
                        .not());
    }

    /** Whether EKS Auto Mode is on and the trust policy does not let EKS tag its sessions. */
    public Truth mayNotTagSessions() {
        return autoMode().and(policies().mayDo("sts:TagSession").not());
    }

    /** The policies of EKS Auto Mode that it lacks, as a message shows them. */
    public String missingOfAutoMode() {
        return AUTO_MODE_POLICIES.stream()
                .filter(p -> policies().hasOneOf(List.of(p)).isFalse())
                .collect(Collectors.joining(", "));
    }

    private Truth autoMode() {
        return Value.isTrue("computeConfig.enabled", of.autoMode());
    }
}
