package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import java.util.List;
import java.util.stream.Stream;

/** The VPC endpoints in the VPC of every cluster, and whether they let its nodes in. */
final class InterfaceEndpoints implements Derivation {

    private static final Packet HTTPS = new Packet("tcp", 443, false);

    @Override
    public Stream<InterfaceEndpoint> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().flatMap(c -> {
            VpcEndpoints endpoints = new VpcEndpoints(estate, c, circumstances.data());
            ClusterInterfaces interfaces = new ClusterInterfaces(estate, c);
            List<Interfaces> clients = clients(estate, c, interfaces);
            return endpoints.all().stream().map(e -> of(c, e, endpoints, interfaces, clients));
        });
    }

    /** Nodes, and Fargate pods, which carry the cluster security group. */
    private static List<Interfaces> clients(Estate estate, Cluster cluster, ClusterInterfaces interfaces) {
        Stream<Interfaces> nodes = estate.all(NodeGroup.class).stream()
                .filter(g -> cluster.key().equals(g.cluster()))
                .map(interfaces::nodes);
        Stream<Interfaces> pods = estate.all(FargateProfile.class).stream()
                .filter(p -> cluster.key().equals(p.cluster()))
                .map(p -> new Interfaces(
                        "the pods of Fargate profile " + p.displayName(),
                        Listing.explicit(List.of(interfaces.clusterGroup())),
                        interfaces.subnets(p.subnets())));
        return Stream.concat(nodes, pods).toList();
    }

    private static InterfaceEndpoint of(
            Cluster cluster,
            VpcEndpoint endpoint,
            VpcEndpoints endpoints,
            ClusterInterfaces interfaces,
            List<Interfaces> clients) {
        Interfaces own = new Interfaces(
                endpoint.displayName(),
                interfaces.groups(endpoint.securityGroups()),
                interfaces.subnets(endpoint.subnets()));
        List<PortPath> paths =
                clients.stream().map(c -> new PortPath(HTTPS, c, own)).toList();
        String missing = paths.stream()
                .filter(p -> p.enters().isFalse())
                .map(PortPath::ingress)
                .findFirst()
                .orElse("");
        return new InterfaceEndpoint(
                cluster.key(),
                endpoint,
                VpcEndpoints.isInterface(endpoint),
                endpoints.serves(endpoint),
                Truth.all(paths.stream().map(PortPath::enters).toList()),
                alternative(endpoint, endpoints.all()),
                missing);
    }

    /** Whether another endpoint of the service is a gateway, or has the private name that only one in a VPC can have. */
    private static Truth alternative(VpcEndpoint endpoint, List<VpcEndpoint> all) {
        return Truth.any(all.stream()
                .filter(e -> !e.key().equals(endpoint.key()))
                .map(e -> Value.same("serviceName", e.serviceName(), endpoint.serviceName())
                        .and(e.existence())
                        .and(VpcEndpoints.isGateway(e)
                                .or(Value.isTrue("privateDnsEnabled of " + e.displayName(), e.privateDnsEnabled()))))
                .toList());
    }
}
