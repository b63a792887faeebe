package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.stream.Stream;

/** What every cluster may show to the internet. */
final class Exposures implements Derivation {

    @Override
    public Stream<Exposure> derive(Estate estate, Circumstances circumstances) {
        List<NodeSubnet> nodes = new Subnets()
                .derive(estate, circumstances)
                .filter(NodeSubnet.class::isInstance)
                .map(NodeSubnet.class::cast)
                .toList();
        List<Cluster> clusters = estate.all(Cluster.class);
        Stream<Exposure> balancers =
                new LoadBalancerRequests().derive(estate, circumstances).map(Exposures::byLoadBalancer);
        Stream<Exposure> ports = clusters.stream()
                .flatMap(c -> LoadBalancers.workloads(estate, c, clusters.size() == 1).stream()
                        .filter(w -> LoadBalancers.is(w.objectKind(), "Service"))
                        .filter(w -> LoadBalancers.is(w.serviceType(), "NodePort"))
                        .map(w -> byNodePort(c, w, nodes)));
        return Stream.concat(balancers, ports);
    }

    private static Exposure byLoadBalancer(RequestedLoadBalancer balancer) {
        return new Exposure(
                balancer.cluster(),
                balancer.object(),
                balancer.internetFacing(),
                balancer.byDefault(),
                Truth.no(),
                balancer.existence(),
                balancer.displayName());
    }

    private static Exposure byNodePort(Cluster cluster, Workload service, List<NodeSubnet> nodes) {
        Truth onPublicNodes = Truth.any(nodes.stream()
                .filter(n -> n.cluster().equals(cluster.key()))
                .map(NodeSubnet::isPublic)
                .toList());
        return new Exposure(
                cluster.key(),
                service,
                Truth.no(),
                Truth.no(),
                onPublicNodes,
                service.existence(),
                "Service " + service.displayName());
    }
}
