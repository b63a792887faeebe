package io.github.ekslint.reader.eksctl;

import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns of fields that eksctl does not know, since it would refuse the file and the linter would overlook what they say. Only
 * the blocks that rules depend on are looked at
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/schema.html">config file schema</a>).
 */
final class KnownFields {

    private static final Set<String> TOP = words(
            """
            apiVersion kind metadata kubernetesNetworkConfig autoModeConfig remoteNetworkConfig iam iamIdentityMappings
            identityProviders accessConfig vpc addons addonsConfig privateCluster nodeGroups managedNodeGroups
            fargateProfiles availabilityZones localZones cloudWatch secretsEncryption status git gitops karpenter outpost
            zonalShiftConfig upgradePolicy capabilities controlPlaneScalingConfig kubeAPIServerConfig kubeSchedulerConfig
            kubeControllerManagerConfig deletionProtection""");

    private static final Set<String> METADATA =
            words("name region version accountID tags annotations forceUpdateVersion");

    private static final Set<String> VPC = words(
            """
            id cidr ipv6Cidr ipv6Pool securityGroup subnets hostnameType extraCIDRs extraIPv6CIDRs localZoneSubnets
            sharedNodeSecurityGroup manageSharedNodeSecurityGroupRules autoAllocateIPv6 nat clusterEndpoints
            publicAccessCIDRs controlPlaneSubnetIDs controlPlaneSecurityGroupIDs controlPlaneOnPrivateSubnets
            controlPlaneEgressMode""");

    private static final Set<String> NODE_GROUP = words(
            """
            name amiFamily instanceType availabilityZones subnets instancePrefix instanceName desiredCapacity minSize
            maxSize volumeSize ssh labels privateNetworking tags iam ami securityGroups maxPodsPerNode asgSuspendProcesses
            ebsOptimized volumeType volumeName volumeEncrypted volumeKmsKeyID volumeIOPS volumeThroughput additionalVolumes
            preBootstrapCommands overrideBootstrapCommand propagateASGTags disableIMDSv1 disablePodIMDS placement
            efaEnabled instanceSelector bottlerocket enableDetailedMonitoring capacityReservation instanceMarketOptions
            outpostARN taints updateConfig containerRuntime""");

    private static final Set<String> MANAGED = union(
            NODE_GROUP, words("instanceTypes spot launchTemplate releaseVersion nodeRepairConfig warmPoolConfig"));

    private static final Set<String> SELF_MANAGED = union(
            NODE_GROUP,
            words(
                    """
                    instancesDistribution asgMetricsCollection cpuCredits classicLoadBalancerNames targetGroupARNs clusterDNS
                    kubeletExtraConfig maxInstanceLifetime localZones"""));

    /** Names that the API had before v1alpha5, and that left it early in v1alpha5. */
    private static final Set<String> OLD_NODE_GROUP = words(
            """
            allowSSH sshPublicKeyPath sshPublicKeyName sshPublicKey SSHPublicKeyName SSHPublicKeyPath SSHPublicKey policyARNs
            attachPolicyARNs instanceRoleARN instanceRoleName instanceProfileARN withAddonPolicies preBootstrapCommand
            addonPolicies""");

    private static final Set<String> ENDPOINTS = words("privateAccess publicAccess");
    private static final Set<String> NAT = words("gateway");
    private static final Set<String> SUBNETS = words("private public");
    private static final Set<String> SUBNET = words("id az cidr");
    private static final Set<String> PRIVATE_CLUSTER = words("enabled skipEndpointCreation additionalEndpointServices");
    private static final Set<String> SSH =
            words("allow publicKeyPath publicKey publicKeyName sourceSecurityGroupIds enableSsm");
    private static final Set<String> SECURITY_GROUPS = words("attachIDs withShared withLocal");
    private static final Set<String> DISTRIBUTION = words(
            """
            instanceTypes maxPrice onDemandBaseCapacity onDemandPercentageAboveBaseCapacity spotInstancePools
            spotAllocationStrategy capacityRebalance""");
    private static final Set<String> FARGATE = words("name podExecutionRoleARN selectors subnets tags status");

    private final Consumer<Problem> problems;

    private KnownFields(Consumer<Problem> problems) {
        this.problems = problems;
    }

    static void check(Fields root) {
        new KnownFields(root.problems()).document(root.node());
    }

    private void document(Node.Mapping root) {
        Set<String> selfManaged = union(SELF_MANAGED, OLD_NODE_GROUP);
        level("", root, TOP);
        at(root, "metadata", m -> level("metadata.", m, METADATA));
        at(root, "vpc", this::vpc);
        at(root, "privateCluster", p -> level("privateCluster.", p, PRIVATE_CLUSTER));
        items(root, "managedNodeGroups", g -> nodeGroup("managedNodeGroups[].", g, MANAGED, MANAGED));
        items(root, "nodeGroups", g -> nodeGroup("nodeGroups[].", g, selfManaged, SELF_MANAGED));
        items(root, "fargateProfiles", f -> level("fargateProfiles[].", f, FARGATE));
    }

    private void vpc(Node.Mapping vpc) {
        level("vpc.", vpc, VPC);
        at(vpc, "clusterEndpoints", e -> level("vpc.clusterEndpoints.", e, ENDPOINTS));
        at(vpc, "nat", n -> level("vpc.nat.", n, NAT));
        at(vpc, "subnets", subnets -> {
            level("vpc.subnets.", subnets, SUBNETS);
            for (String side : List.of("private", "public")) {
                at(subnets, side, s -> s.entries()
                        .forEach(e ->
                                e.value().asMapping().ifPresent(m -> level("vpc.subnets." + side + "[].", m, SUBNET))));
            }
        });
    }

    private void nodeGroup(String path, Node.Mapping group, Set<String> accepted, Set<String> suggested) {
        level(path, group, accepted, suggested);
        at(group, "ssh", s -> level(path + "ssh.", s, SSH));
        at(group, "securityGroups", s -> level(path + "securityGroups.", s, SECURITY_GROUPS));
        at(group, "instancesDistribution", d -> level(path + "instancesDistribution.", d, DISTRIBUTION));
    }

    private static void at(Node.Mapping parent, String key, Consumer<Node.Mapping> check) {
        parent.get(key).flatMap(Node::asMapping).ifPresent(check);
    }

    private static void items(Node.Mapping parent, String key, Consumer<Node.Mapping> check) {
        parent.get(key)
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElse(List.of())
                .forEach(i -> i.asMapping().ifPresent(check));
    }

    private void level(String path, Node.Mapping mapping, Set<String> accepted) {
        level(path, mapping, accepted, accepted);
    }

    private void level(String path, Node.Mapping mapping, Set<String> accepted, Set<String> suggested) {
        for (Node.Entry entry : mapping.entries()) {
            String field = entry.key().text();
            if (!accepted.contains(field) && !field.equals("<<")) {
                String hint = nearest(field, suggested)
                        .map(n -> "; the nearest one is " + n)
                        .orElse("");
                problems.accept(Problem.warning(
                        "unknown-field",
                        entry.key().place(),
                        "%s%s is no field of eksctl's ClusterConfig%s".formatted(path, field, hint)));
            }
        }
    }

    /** The field with the fewest differing letters, if they are few enough for a slip of the pen. */
    private static Optional<String> nearest(String field, Set<String> fields) {
        String wanted = field.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 4);
        return wanted.length() > 60
                ? Optional.empty()
                : fields.stream()
                        .filter(f -> distance(wanted, f.toLowerCase(Locale.ROOT)) <= tolerance)
                        .min(Comparator.<String>comparingInt(f -> distance(wanted, f.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j <= b.length(); j++) {
            row.add(j);
        }
        for (int i = 1; i <= a.length(); i++) {
            List<Integer> next = new ArrayList<>(List.of(i));
            for (int j = 1; j <= b.length(); j++) {
                int change = row.get(j - 1) + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next.add(Math.min(change, 1 + Math.min(row.get(j), next.get(j - 1))));
            }
            row = next;
        }
        return row.get(b.length());
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
