package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The load balancers that the Services and Ingresses of every cluster ask for. */
final class LoadBalancerRequests implements Derivation {

    @Override
    public Stream<RequestedLoadBalancer> derive(Estate estate, Circumstances circumstances) {
        List<?> derived = new Subnets().derive(estate, circumstances).toList();
        List<Cluster> clusters = estate.all(Cluster.class);
        return clusters.stream().flatMap(c -> {
            List<VpcSubnet> subnets = derived.stream()
                    .filter(VpcSubnet.class::isInstance)
                    .map(VpcSubnet.class::cast)
                    .filter(s -> c.key().equals(s.cluster()))
                    .toList();
            Vpc vpc = new Network(estate, c, circumstances.data()).vpc();
            List<Workload> workloads = LoadBalancers.workloads(estate, c, clusters.size() == 1);
            return new OfCluster(estate, c, vpc, subnets, workloads, LoadBalancerController.among(workloads)).all();
        });
    }

    private record OfCluster(
            Estate estate,
            Cluster cluster,
            Vpc vpc,
            List<VpcSubnet> subnets,
            List<Workload> workloads,
            Optional<LoadBalancerController> controller) {

        Stream<RequestedLoadBalancer> all() {
            List<LoadBalancerRequest> requests = LoadBalancerRequest.among(workloads);
            Truth more = LoadBalancers.more(cluster, workloads);
            if (requests.isEmpty() && more.isUnknown()) {
                return Stream.of(unseen(more));
            }
            return requests.stream().map(this::request);
        }

        private RequestedLoadBalancer request(LoadBalancerRequest request) {
            return new RequestedLoadBalancer(
                    cluster.key(),
                    request.object(),
                    Truth.of(request.isIngress()).and(singleSubnet().not()),
                    request.publicScheme(),
                    request.publicByDefault(),
                    inTree(request),
                    placement(request.subnets()),
                    false);
        }

        /** What stands for the objects of a cluster of which none is known. */
        private RequestedLoadBalancer unseen(Truth more) {
            Value<String> unknown = Value.unresolved(
                    "the Services and Ingresses are not known",
                    List.of(cluster.place()),
                    more.settledBy().toArray(Settlement[]::new));
            Value<Tags> tags = unknown.flatMap(t -> Value.absent());
            Workload object = new Workload(
                    "Workload/?",
                    cluster.place(),
                    Truth.yes(),
                    cluster.key(),
                    Attributes.builder()
                            .set(Workload.OBJECT_KIND, unknown)
                            .set(Workload.NAMESPACE, unknown)
                            .set(Workload.LABELS, tags)
                            .build());
            return new RequestedLoadBalancer(cluster.key(), object, more, more, more, more, placement(unknown), true);
        }

        private Truth singleSubnet() {
            return controller
                    .map(c -> LoadBalancing.surely(c.gateIs("ALBSingleSubnet", true)))
                    .orElse(Truth.no());
        }

        /**
         * A recorded Service without a class belongs to the controller built into Kubernetes, as the AWS Load Balancer Controller
         * sets its class when a Service is created. Of one that is written only, what is installed decides.
         */
        private Truth inTree(LoadBalancerRequest request) {
            if (!request.isUnclaimed()) {
                return Truth.no();
            }
            Truth installed = request.isRecorded()
                    ? Truth.no()
                    : LoadBalancers.installed(cluster, workloads, controller.isPresent());
            Truth autoMode = Value.isTrue("elasticLoadBalancing.enabled", cluster.autoMode());
            return autoMode.or(installed).not();
        }

        private BalancerSubnets placement(Value<String> named) {
            List<Truth> publicTables = estate.all(RouteTable.class).stream()
                    .filter(t -> t.vpc().known().filter(this::isVpc).isPresent())
                    .filter(t -> !t.subnets().items().isEmpty())
                    .map(t -> new Routes(estate, t).toInternetGateway())
                    .toList();
            return new BalancerSubnets(
                    named,
                    vpc,
                    subnets,
                    publicTables,
                    controller
                            .map(c -> c.gateIsOff("SubnetsClusterTagCheck").not())
                            .orElse(Truth.yes()));
        }

        private boolean isVpc(Ref ref) {
            return ref.key() != null
                    ? ref.key().equals(vpc.key())
                    : ref.id().known().isPresent()
                            && ref.id().known().equals(vpc.vpcId().known());
        }
    }
}
