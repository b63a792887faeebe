package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a role may do, as far as its trust policy, the names of AWS managed policies, and the content of the customer's own tell. One
 * whose content is not there may allow anything.
 *
 * @param contents the policies whose content is known
 */
record RolePolicies(IamRole role, List<IamPolicy> contents) {

    /**
     * How the principal of an AWS service ends: in most partitions in the first, of EC2 also in the others
     * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services">IAM User
     * Guide, service principals</a>).
     */
    private static final List<String> PRINCIPALS =
            List.of(".amazonaws.com", ".amazonaws.com.cn", ".c2s.ic.gov", ".sc2s.sgov.gov");

    private static final String AWS_MANAGED = ":iam::aws:policy/";

    /** Policies that allow everything a control plane or a node does. */
    private static final Set<String> EVERYTHING = Set.of("AdministratorAccess");

    /**
     * What a policy of the customer's own has to allow to do as much as one of AWS: what EKS or the nodes cannot do without
     * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html">EKS User Guide, cluster IAM role</a> and the
     * pages on the node role and on the VPC CNI).
     */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "AmazonEKSClusterPolicy",
            List.of(
                    "ec2:DescribeInstances",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeVpcs",
                    "ec2:DescribeDhcpOptions",
                    "ec2:DescribeAvailabilityZones",
                    "kms:DescribeKey"),
            "AmazonEKSWorkerNodePolicy",
            List.of("ec2:DescribeInstances"),
            "AmazonEC2ContainerRegistryPullOnly",
            List.of("ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
            "AmazonEKS_CNI_Policy",
            List.of("ec2:CreateNetworkInterface", "ec2:AttachNetworkInterface", "ec2:DescribeNetworkInterfaces"));

    /** Keeps its own copy. */
    RolePolicies {
        contents = List.copyOf(contents);
    }

    /** Those of a role of the estate. */
    static RolePolicies of(Estate estate, IamRole role) {
        return new RolePolicies(role, estate.all(IamPolicy.class));
    }

    /** Whether an AWS service, such as {@code ec2}, may assume the role. */
    Truth trusts(String service) {
        return role.trustedServices()
                .any(
                        "trusted services",
                        v -> v.is("trusted services", s -> PRINCIPALS.stream().anyMatch(d -> s.equals(service + d))));
    }

    /** Whether the services that may assume it may do that as well. */
    Truth mayDo(String action) {
        return role.trustActions()
                .any(
                        "actions of the trust policy",
                        v -> v.is("actions of the trust policy", a -> PolicyContent.matches(a, action)));
    }

    /** Whether it has one of these AWS managed policies, or others that do as much. */
    Truth hasOneOf(Collection<String> names) {
        Truth byName = role.attachedPolicyArns()
                .any(
                        "attached policies",
                        v -> v.is(
                                "attached policies",
                                arn -> isAws(arn) && (names.contains(name(arn)) || EVERYTHING.contains(name(arn)))));
        return byName.isTrue() ? byName : byName.or(doesAsMuchAs(names));
    }

    private Truth doesAsMuchAs(Collection<String> names) {
        List<String> actions = names.stream()
                .map(n -> ACTIONS.getOrDefault(n, List.of()))
                .filter(a -> !a.isEmpty())
                .findFirst()
                .orElse(List.of());
        return actions.isEmpty()
                ? anyOwn(p -> Truth.unknown(
                        "policy",
                        "whether the policy %s does as much is not compared".formatted(p.displayName()),
                        List.of(p.place())))
                : Truth.all(actions.stream()
                        .map(action -> anyOwn(p -> PolicyContent.allows(p, action)))
                        .toList());
    }

    /** Whether it has that AWS managed policy itself. */
    Truth hasAttached(String name) {
        return role.attachedPolicyArns()
                .any(
                        "attached policies",
                        v -> v.is(
                                "attached policies",
                                arn -> isAws(arn) && name(arn).equals(name)));
    }

    /** Whether one of the customer's own policies passes a test; one whose content is not known may. */
    Truth anyOwn(Function<IamPolicy, Truth> test) {
        Truth attached = role.attachedPolicyArns()
                .any(
                        "attached policies",
                        v -> v.known().filter(RolePolicies::isAws).isPresent()
                                ? Truth.no()
                                : managed(v).map(test).orElseGet(() -> notRead(v, IamPolicy::recordManaged)));
        Truth inline = role.inlinePolicyNames().any("inline policies", v -> inline(v)
                .map(test)
                .orElseGet(() -> notRead(
                        v,
                        name -> IamPolicy.recordInline(role.roleName().known().orElse("<role name>"), name))));
        return attached.or(inline);
    }

    /** The content of a managed policy of the customer's own. */
    Optional<IamPolicy> managed(Value<String> arn) {
        return contents.stream()
                .filter(p -> Value.same("policyArn", p.arn(), arn).isTrue())
                .findFirst();
    }

    /** The content of a policy that is written into the role. */
    Optional<IamPolicy> inline(Value<String> name) {
        return contents.stream()
                .filter(p -> p.arn() instanceof Value.Absent<String>)
                .filter(p ->
                        Value.same("roleName", p.roleName(), role.roleName()).isTrue())
                .filter(p -> Value.same("policyName", p.policyName(), name).isTrue())
                .findFirst();
    }

    /** Whether AWS maintains the policy. */
    static boolean isAws(String arn) {
        return arn.contains(AWS_MANAGED);
    }

    /** The last part of an ARN. */
    static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static Truth notRead(Value<String> policy, Function<String, Settlement> record) {
        return policy.known()
                .map(p -> Truth.of(
                        Logic.UNKNOWN,
                        List.of(new Ground(
                                "policy",
                                "what the policy %s allows is not known".formatted(name(p)),
                                Ground.UNRESOLVED,
                                policy.places(),
                                List.of(record.apply(p))))))
                .orElseGet(() -> policy.isPresent("policy"));
    }
}
