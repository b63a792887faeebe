package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may reach the private API endpoint: its network interfaces carry the cluster security group and the additional ones of the
 * cluster (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html">EKS User Guide, cluster API server
 * endpoint</a>).
 */
final class ControlPlaneClients implements Derivation {

    private static final Packet HTTPS = new Packet("tcp", 443, false);
    private static final String PARAMETER = "client-networks";

    @Override
    public Stream<EndpointClients> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(c -> of(estate, c));
    }

    private static EndpointClients of(Estate estate, Cluster cluster) {
        ClusterInterfaces interfaces = new ClusterInterfaces(estate, cluster);
        Interfaces controlPlane = interfaces.controlPlane();
        List<Interfaces> nodes = estate.all(NodeGroup.class).stream()
                .filter(g -> cluster.key().equals(g.cluster()))
                .map(interfaces::nodes)
                .toList();
        return new EndpointClients(
                cluster.key(),
                controlPlane.shown(),
                admitsOthers(controlPlane, nodes),
                network -> new PortPath(HTTPS, clients(cluster, network), controlPlane).enters(),
                Truth.unknown(
                        PARAMETER,
                        "which networks use the private endpoint is not said",
                        List.of(cluster.place()),
                        Settlement.setting(PARAMETER + ": […]")));
    }

    private static Interfaces clients(Cluster cluster, String network) {
        Subnet subnet = new Subnet(
                "Subnet/" + network,
                cluster.place(),
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Subnet.SUBNET_ID, Value.explicit(network))
                        .set(Subnet.CIDR_BLOCK, Value.explicit(network))
                        .build());
        return new Interfaces(network, Listing.absent(), Listing.explicit(List.of(subnet)));
    }

    /** A rule that lets in more than the subnets of the nodes, or a group that neither they nor the control plane carry. */
    private static Truth admitsOthers(Interfaces controlPlane, List<Interfaces> nodes) {
        Set<String> known = new HashSet<>();
        List<String> blocks = new ArrayList<>();
        Stream.concat(Stream.of(controlPlane), nodes.stream())
                .flatMap(i -> i.groups().items().stream())
                .forEach(g -> {
                    known.add(g.key());
                    g.groupId().known().ifPresent(known::add);
                });
        nodes.stream()
                .flatMap(i -> i.subnets().items().stream())
                .forEach(s -> s.cidrBlock().known().ifPresent(blocks::add));
        CidrSet subnets = CidrSet.of(blocks);
        List<Truth> ways = new ArrayList<>();
        for (SecurityGroup group : controlPlane.groups().items()) {
            group.ingress()
                    .openEnd()
                    .ifPresent(why -> ways.add(PortPath.unknown("ingress of " + group.displayName(), why)));
            for (SecurityGroupRule rule : group.ingress().items()) {
                ways.add(HTTPS.fits(rule).and(isOther(rule, known, subnets)));
            }
        }
        controlPlane
                .groups()
                .openEnd()
                .ifPresent(why -> ways.add(PortPath.unknown("security groups of the control plane", why)));
        return Truth.any(ways);
    }

    private static Truth isOther(SecurityGroupRule rule, Set<String> known, CidrSet subnets) {
        return switch (rule.peerKind()) {
            case SECURITY_GROUP -> rule.peerGroup().is("security group", r -> !isKnown(r, known));
            case PREFIX_LIST -> rule.peer().isPresent("prefix list");
            case CIDR -> rule.peer().is("cidr", c -> CidrSet.parse(c).isPresent() && !subnets.covers(c));
        };
    }

    private static boolean isKnown(Ref ref, Set<String> known) {
        return (ref.key() != null && known.contains(ref.key()))
                || ref.id().known().filter(known::contains).isPresent()
                || (ref.key() == null && ref.id().known().isEmpty());
    }
}
