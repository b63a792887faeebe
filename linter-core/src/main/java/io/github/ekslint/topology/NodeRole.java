package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The IAM role of the nodes of a group
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html">EKS User Guide, node IAM role</a>).
 *
 * @param of the group
 * @param policies of the role; of one of which nothing is known when only its ARN is, or not even that
 * @param clusterRole the ARN of the role of the control plane
 * @param podExecutionRoles the ARNs of the roles of Fargate profiles
 * @param cniHasItsOwn whether the VPC CNI gets its permissions from a role of its own
 */
public record NodeRole(
        NodeGroup of,
        RolePolicies policies,
        Value<String> clusterRole,
        List<Value<String>> podExecutionRoles,
        Truth cniHasItsOwn) {

    private static final String CNI_POLICY = "AmazonEKS_CNI_Policy";

    private static final List<String> NODE_POLICIES =
            List.of("AmazonEKSWorkerNodePolicy", "AmazonEKSWorkerNodeMinimalPolicy");

    /** Keeps its own copy of the ARNs. */
    public NodeRole {
        podExecutionRoles = List.copyOf(podExecutionRoles);
    }

    /** The key of the group. */
    public String group() {
        return of.key();
    }

    /** The role. */
    public IamRole role() {
        return policies.role();
    }

    /** Whether EC2 may assume the role. */
    public Truth trustsEc2() {
        return policies().trusts("ec2");
    }

    /** Whether the control plane has the same role. */
    public Truth isClusterRole() {
        return same(clusterRole);
    }

    /** Whether a Fargate profile has the same role. */
    public Truth isPodExecutionRole() {
        return Truth.any(podExecutionRoles.stream().map(this::same).toList());
    }

    /** Whether it lacks what a node needs to join. */
    public Truth lacksNodePolicy() {
        return policies().hasOneOf(NODE_POLICIES).not();
    }

    /** Whether neither the nodes nor the VPC CNI itself have the permissions that the VPC CNI needs. */
    public Truth leavesCniWithoutPolicy() {
        return policies().hasOneOf(List.of(CNI_POLICY)).or(cniHasItsOwn).not();
    }

    /** Whether the nodes have the permissions of the VPC CNI. */
    public Truth hasCniPolicy() {
        return policies().hasAttached(CNI_POLICY);
    }

    /**
     * Whether it has policies beside those of nodes. What a policy of the customer's own is for its content tells, where that is
     * known.
     */
    public Truth hasMoreThan(List<String> allowed) {
        Truth attached =
                role().attachedPolicyArns().any("attached policies", v -> isMore(v, policies.managed(v), allowed));
        Truth inline = role().inlinePolicyNames().any("inline policies", v -> isMore(v, policies.inline(v), allowed));
        Truth addon = role().addonPolicies().any("withAddonPolicies", v -> v.isPresent("withAddonPolicies"));
        return Truth.any(List.of(attached, inline, addon));
    }

    /** The policies beside those of nodes, as a message shows them. */
    public String moreThan(List<String> allowed) {
        List<Value<String>> all = new ArrayList<>(role().attachedPolicyArns().items());
        all.removeIf(v -> !isMore(v, policies.managed(v), allowed).isTrue());
        role().inlinePolicyNames().items().stream()
                .filter(v -> isMore(v, policies.inline(v), allowed).isTrue())
                .forEach(all::add);
        all.addAll(role().addonPolicies().items());
        return all.stream()
                .map(v -> v.known().map(RolePolicies::name).orElse("a policy of the customer's own"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Truth isMore(Value<String> policy, Optional<IamPolicy> content, List<String> allowed) {
        boolean ofNodes = policy.known()
                .map(RolePolicies::name)
                .filter(n -> allowed.contains(n) || n.equals(CNI_POLICY))
                .isPresent();
        if (ofNodes || policy instanceof Value.Absent<String>) {
            return Truth.of(false, policy.ground("policies"));
        }
        if (content.isPresent()) {
            return PolicyContent.isForPrograms(content.get());
        }
        return policy.known()
                .map(p -> RolePolicies.isAws(p)
                        ? Truth.of(true, policy.ground("attached policies"))
                        : Truth.of(
                                Logic.UNKNOWN,
                                List.of(new Ground(
                                        "policy",
                                        "what the policy %s is for is not known".formatted(RolePolicies.name(p)),
                                        Ground.UNRESOLVED,
                                        policy.places(),
                                        List.of(Settlement.parameter("allowed-node-policies of EKS-SEC-008"))))))
                .orElseGet(() -> policy.isPresent("attached policies"));
    }

    /** Roles that are not known are taken for different ones: each rule that looks into them says what is missing. */
    private Truth same(Value<String> other) {
        Value<String> mine = of.nodeRole();
        return Truth.of(
                mine.known().isPresent() && mine.known().equals(other.known()),
                mine.ground("nodeRole"),
                other.ground("roleArn"));
    }
}
