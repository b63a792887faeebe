package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A subnet of the VPC a cluster lives in, once, with all that it is used for.
 *
 * @param cluster the key of the cluster
 * @param belongs whether it lies in that VPC
 * @param inClusterVpc whether it surely lies there, by what is recorded of it or by the spec that makes it
 * @param owner the cluster itself
 * @param controlPlane whether it is a cluster subnet
 * @param nodeGroups the groups whose nodes are launched in it
 * @param fargateProfiles the profiles whose pods run in it
 * @param use where it is described; else where it is named first
 */
public record VpcSubnet(
        String cluster,
        SubnetTraits traits,
        Truth belongs,
        Truth inClusterVpc,
        Cluster owner,
        boolean controlPlane,
        List<NodeGroup> nodeGroups,
        List<FargateProfile> fargateProfiles,
        Place use,
        boolean openEnd)
        implements SubnetUse {

    /** Keeps its own copies. */
    public VpcSubnet {
        nodeGroups = List.copyOf(nodeGroups);
        fargateProfiles = List.copyOf(fargateProfiles);
    }

    @Override
    public String key() {
        return cluster + "/" + subnet().key();
    }

    @Override
    public Truth existence() {
        return SubnetUse.super.existence().and(belongs);
    }

    /** Whether nodes are launched in it. */
    public Truth hasNodes() {
        return Truth.of(!nodeGroups.isEmpty());
    }

    /** Whether nodes or Fargate pods run in it. */
    public Truth hasCompute() {
        return Truth.of(!nodeGroups.isEmpty() || !fargateProfiles.isEmpty());
    }

    /** Whether the cluster, a node group or a Fargate profile names it. */
    public Truth isUsed() {
        return Truth.of(controlPlane || !nodeGroups.isEmpty() || !fargateProfiles.isEmpty());
    }

    /** The node groups and Fargate profiles that use it, as a message names them. */
    public String users() {
        return Stream.concat(nodeGroups.stream(), fargateProfiles.stream())
                .map(Subject::displayName)
                .collect(Collectors.joining(", "));
    }

    /** All that names it, as a message does. */
    public String usedBy() {
        Stream<String> plane = controlPlane ? Stream.of("the control plane") : Stream.empty();
        return Stream.concat(plane, Stream.of(users()).filter(u -> !u.isEmpty()))
                .collect(Collectors.joining(", "));
    }

    /** Whether pods of the cluster have IPv6 addresses. */
    public Truth ipv6() {
        return owner.ipFamily().is("ipFamily", "ipv6"::equalsIgnoreCase);
    }

    /** Whether packets of the pods' address family reach the internet. */
    public Truth egress() {
        return routing().ipv4Egress().or(ipv6().and(routing().ipv6Egress()));
    }

    /** Whether nodes or Fargate pods run in it although it is private and no packet leaves it. */
    public Truth stranded() {
        Truth stranded = hasCompute().and(isPrivate()).and(egress().not()).and(existence());
        if (!stranded.isTrue()) {
            return stranded;
        }
        String table = routing().routeTable().map(t -> " in " + t.displayName()).orElse("");
        String why = routing().ipv4Egress().grounds().stream()
                .filter(g -> g.label().equals(TransitGateways.LABEL))
                .map(Ground::value)
                .findFirst()
                .orElse("no active default route" + table);
        String what = "%s, used by %s: %s".formatted(displayName(), users(), why);
        return stranded.withGrounds(List.of(Ground.fact("private subnet", what, List.of(use))));
    }

    /** Whether nodes in it get an address that an internet gateway serves, from the subnet or their launch template. */
    public Truth assignsPublicAddress() {
        Truth byTemplate = Truth.all(
                nodeGroups.stream().map(VpcSubnet::assignsPublicAddress).toList());
        return Value.isTrue("mapPublicIpOnLaunch", subnet().mapPublicIpOnLaunch())
                .or(ipv6().and(assignsIpv6Address()))
                .or(byTemplate);
    }

    /** Whether interfaces in it get an IPv6 address. */
    public Truth assignsIpv6Address() {
        return Value.isTrue("assignIpv6AddressOnCreation", subnet().assignIpv6AddressOnCreation());
    }

    /** Whether it carries the tag by which controllers find subnets for internal load balancers, whatever its value. */
    public Truth hasInternalRoleTag() {
        return RoleTag.INTERNAL.isOn(subnet());
    }

    /** Whether it carries the tag by which controllers find subnets for internet-facing load balancers. */
    public Truth hasPublicRoleTag() {
        return RoleTag.PUBLIC.isOn(subnet());
    }

    /** The tags on it that name clusters. */
    public ClusterTags clusterTags() {
        return new ClusterTags(subnet(), owner.name());
    }

    /** Whether it carries the tag {@code kubernetes.io/cluster/<name>} of the cluster. */
    public Truth hasClusterTag() {
        return clusterTags().own();
    }

    /** Whether a role tag on it has a value that controllers do not match. */
    public Truth hasOddRoleTag() {
        return RoleTag.INTERNAL.isOdd(subnet()).or(RoleTag.PUBLIC.isOdd(subnet()));
    }

    private static Truth assignsPublicAddress(NodeGroup group) {
        boolean noTemplate = group.launchTemplate() instanceof Value.Absent<Ref>;
        return noTemplate && group.associatePublicIpAddress().isUnresolved()
                ? Truth.no()
                : Value.isTrue("associatePublicIpAddress", group.associatePublicIpAddress());
    }
}
