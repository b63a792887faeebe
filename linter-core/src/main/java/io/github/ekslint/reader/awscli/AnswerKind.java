package io.github.ekslint.reader.awscli;

import io.github.ekslint.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A kind of answer, known by its members: nothing but the answer's own members and what recorders add stands at its top.
 *
 * @param key the member that names the answer; the first letter may be written in either case
 * @param others further members that such an answer may have
 * @param shape what the member holds
 * @param evidence members of which a described resource has at least one; empty when every item counts
 * @param read takes the facts; empty for answers that carry nothing about EKS
 */
record AnswerKind(String key, Set<String> others, Shape shape, Set<String> evidence, Optional<Consumer<Take>> read) {

    /** What the member of an answer holds. */
    enum Shape {
        MAPPING,
        MAPPINGS,
        TEXTS,
        SCALAR
    }

    private static final List<AnswerKind> KINDS = List.of(
            one(
                    "cluster",
                    ClusterAnswers::cluster,
                    "resourcesVpcConfig",
                    "platformVersion",
                    "connectorConfig",
                    "logging"),
            one("nodegroup", EksAnswers::nodegroup, "nodegroupName"),
            one("fargateProfile", EksAnswers::fargateProfile, "fargateProfileName"),
            one("addon", EksAnswers::addon, "addonName"),
            one("accessEntry", EksAnswers::accessEntry, "principalArn"),
            one("association", EksAnswers::podIdentityAssociation, "associationArn"),
            one("identityProviderConfig", IdentityProviderAnswers::config, "oidc"),
            many("identityProviderConfigs", IdentityProviderAnswers::names, "name"),
            one("insight", ClusterAnswers::insight, "insightStatus"),
            one("update", ClusterAnswers::update, "status"),
            new AnswerKind(
                    "associatedAccessPolicies",
                    Set.of("clusterName", "principalArn"),
                    Shape.MAPPINGS,
                    Set.of("policyArn"),
                    Optional.of(EksAnswers::associatedAccessPolicies)),
            many("clusterVersions", ClusterAnswers::clusterVersions, "clusterVersion"),
            many("associations", EksAnswers::podIdentityAssociations, "serviceAccount"),
            many("insights", ClusterAnswers::insights, "insightStatus"),
            many("addons", EksAnswers::nothing, "addonVersions"),
            names("clusters", ClusterAnswers::clusterNames),
            names("nodegroups", EksAnswers::nodegroupNames),
            names("fargateProfileNames", EksAnswers::fargateProfileNames),
            names("addons", EksAnswers::addonNames),
            names("accessEntries", EksAnswers::accessEntryArns),
            names("updateIds", ClusterAnswers::updateIds),
            many("Vpcs", NetworkAnswers::vpcs, "VpcId"),
            new AnswerKind(
                    "EnableDnsSupport",
                    Set.of("VpcId"),
                    Shape.MAPPING,
                    Set.of("Value"),
                    Optional.of(NetworkAnswers::vpcAttribute)),
            new AnswerKind(
                    "EnableDnsHostnames",
                    Set.of("VpcId"),
                    Shape.MAPPING,
                    Set.of("Value"),
                    Optional.of(NetworkAnswers::vpcAttribute)),
            many("Subnets", NetworkAnswers::subnets, "SubnetId"),
            many("RouteTables", NetworkAnswers::routeTables, "RouteTableId"),
            many("SecurityGroups", SecurityGroupAnswers::groups, "GroupId"),
            many("SecurityGroupRules", SecurityGroupAnswers::rules, "SecurityGroupRuleId", "GroupId"),
            many("NatGateways", NetworkAnswers::natGateways, "NatGatewayId"),
            many("TransitGatewayVpcAttachments", TransitGatewayAnswers::vpcAttachments, "TransitGatewayAttachmentId"),
            many("TransitGatewayAttachments", TransitGatewayAnswers::attachments, "TransitGatewayAttachmentId"),
            many("VpcEndpoints", NetworkAnswers::vpcEndpoints, "VpcEndpointId"),
            many("NetworkAcls", NetworkAnswers::networkAcls, "NetworkAclId"),
            new AnswerKind(
                    "Entries",
                    Set.of("PrefixListId"),
                    Shape.MAPPINGS,
                    Set.of("Cidr"),
                    Optional.of(SecurityGroupAnswers::prefixListEntries)),
            many("PrefixLists", SecurityGroupAnswers::prefixLists, "PrefixListId"),
            many("DhcpOptions", NetworkAnswers::dhcpOptions, "DhcpConfigurations"),
            many("AvailabilityZones", NetworkAnswers::availabilityZones, "ZoneName"),
            many("LaunchTemplateVersions", ComputeAnswers::launchTemplateVersions, "LaunchTemplateId"),
            many("AutoScalingGroups", ComputeAnswers::autoScalingGroups, "AutoScalingGroupName"),
            many("InstanceTypes", ComputeAnswers::instanceTypes, "ProcessorInfo", "VCpuInfo"),
            many("Reservations", InstanceAnswers::reservations, "Instances"),
            many("NetworkInterfaces", EksAnswers::nothing, "NetworkInterfaceId"),
            one("Role", IamAnswers::role, "RoleName", "AssumeRolePolicyDocument"),
            new AnswerKind(
                    "AttachedPolicies",
                    Set.of("RoleName"),
                    Shape.MAPPINGS,
                    Set.of("PolicyArn"),
                    Optional.of(IamAnswers::attachedPolicies)),
            new AnswerKind(
                    "PolicyNames", Set.of("RoleName"), Shape.TEXTS, Set.of(), Optional.of(IamAnswers::inlinePolicies)),
            new AnswerKind(
                    "PolicyDocument",
                    Set.of("RoleName", "PolicyName"),
                    Shape.MAPPING,
                    Set.of("Statement"),
                    Optional.of(IamAnswers::inlinePolicy)),
            new AnswerKind(
                    "PolicyVersion",
                    Set.of("PolicyArn"),
                    Shape.MAPPING,
                    Set.of("Document"),
                    Optional.of(IamAnswers::managedPolicy)),
            one("InstanceProfile", IamAnswers::instanceProfile, "InstanceProfileName"),
            new AnswerKind(
                    "policyText",
                    Set.of("registryId", "repositoryName"),
                    Shape.SCALAR,
                    Set.of(),
                    Optional.of(RepositoryAnswers::policy)),
            one("KeyMetadata", IamAnswers::key, "KeyId", "Arn"),
            new AnswerKind(
                    "EbsEncryptionByDefault",
                    Set.of("SseType"),
                    Shape.SCALAR,
                    Set.of(),
                    Optional.of(IamAnswers::ebsEncryption)),
            many("OpenIDConnectProviderList", IamAnswers::oidcProviders, "Arn"),
            new AnswerKind(
                    "associatedAccessPolicy",
                    Set.of("clusterName", "principalArn"),
                    Shape.MAPPING,
                    Set.of("policyArn"),
                    Optional.empty()),
            other("FlowLogs", Shape.MAPPINGS),
            other("InternetGateways", Shape.MAPPINGS),
            other("EgressOnlyInternetGateways", Shape.MAPPINGS),
            other("VpcPeeringConnections", Shape.MAPPINGS),
            other("Addresses", Shape.MAPPINGS),
            other("Volumes", Shape.MAPPINGS),
            other("Images", Shape.MAPPINGS),
            other("LaunchTemplates", Shape.MAPPINGS),
            other("AccessPolicies", Shape.MAPPINGS));

    /** By the member that names the answer, its first letter small. */
    private static final Map<String, List<AnswerKind>> BY_KEY =
            KINDS.stream().collect(Collectors.groupingBy(kind -> small(kind.key)));

    /** The kind of an answer; empty when the mapping is none that is known. */
    static Optional<AnswerKind> of(Node.Mapping root) {
        return root.members().keySet().stream()
                .flatMap(name -> BY_KEY.getOrDefault(small(name), List.of()).stream())
                .filter(kind -> kind.matches(root))
                .findFirst();
    }

    /** Whether the answer carries facts about EKS or what it stands on. */
    boolean isRelevant() {
        return read.isPresent();
    }

    private boolean matches(Node.Mapping root) {
        Optional<Node> member = root.get(key).or(() -> root.get(otherCase(key)));
        if (member.isEmpty()) {
            return false;
        }
        for (String name : root.members().keySet()) {
            boolean own = name.equals(key)
                    || name.equals(otherCase(key))
                    || others.contains(name)
                    || others.contains(otherCase(name));
            if (!own && !Answer.ENVELOPE.contains(name)) {
                return false;
            }
        }
        return switch (shape) {
            case MAPPING -> member.get() instanceof Node.Mapping mapping && hasEvidence(mapping);
            case MAPPINGS ->
                member.get() instanceof Node.Sequence list
                        && list.items().stream().allMatch(i -> i instanceof Node.Mapping m && hasEvidence(m));
            case TEXTS ->
                member.get() instanceof Node.Sequence list
                        && list.items().stream().allMatch(i -> i instanceof Node.Scalar);
            case SCALAR -> member.get() instanceof Node.Scalar;
        };
    }

    private boolean hasEvidence(Node.Mapping mapping) {
        return evidence.isEmpty()
                || evidence.stream()
                        .anyMatch(e -> mapping.get(e).isPresent()
                                || mapping.get(otherCase(e)).isPresent());
    }

    private static AnswerKind one(String key, Consumer<Take> read, String... evidence) {
        return new AnswerKind(key, Set.of(), Shape.MAPPING, Set.of(evidence), Optional.of(read));
    }

    private static AnswerKind many(String key, Consumer<Take> read, String... evidence) {
        return new AnswerKind(key, Set.of(), Shape.MAPPINGS, Set.of(evidence), Optional.of(read));
    }

    private static AnswerKind names(String key, Consumer<Take> read) {
        return new AnswerKind(key, Set.of(), Shape.TEXTS, Set.of(), Optional.of(read));
    }

    private static AnswerKind other(String key, Shape shape) {
        return new AnswerKind(key, Set.of(), shape, Set.of(), Optional.empty());
    }

    private static String small(String key) {
        return !key.isEmpty() && Character.isUpperCase(key.charAt(0)) ? otherCase(key) : key;
    }

    private static String otherCase(String key) {
        char first = key.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other + key.substring(1);
    }
}
