package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every cluster wants of load balancers. */
final class LoadBalancers implements Derivation {

    private static final Settlement CONTROLLER =
            Settlement.command("kubectl -n kube-system get deploy aws-load-balancer-controller -o json");
    private static final Settlement OBJECTS = Settlement.command("kubectl get svc,ingress,ingressclass -A -o json");

    @Override
    public Stream<LoadBalancing> derive(Estate estate, Circumstances circumstances) {
        List<Cluster> clusters = estate.all(Cluster.class);
        return clusters.stream().map(c -> of(c, workloads(estate, c, clusters.size() == 1)));
    }

    static List<Workload> workloads(Estate estate, Cluster cluster, boolean only) {
        return estate.all(Workload.class).stream()
                .filter(w -> cluster.key().equals(w.cluster()) || only && w.cluster() == null)
                .toList();
    }

    private static LoadBalancing of(Cluster cluster, List<Workload> workloads) {
        Optional<LoadBalancerController> controller = LoadBalancerController.among(workloads);
        Truth autoMode = Value.isTrue("elasticLoadBalancing.enabled", cluster.autoMode());
        List<LoadBalancerRequest> requests = LoadBalancerRequest.among(workloads);
        Truth installed = installed(cluster, workloads, controller.isPresent());
        Truth more = more(cluster, workloads);
        Truth asked = Truth.of(!requests.isEmpty()).or(more);
        Truth old = controller.map(LoadBalancerController::needsRoleTags).orElse(installed);
        return new LoadBalancing(
                cluster.key(),
                autoMode.or(installed).or(asked),
                autoMode.or(controller.isPresent() ? old : installed.isFalse() ? Truth.no() : installed),
                controller.map(LoadBalancerController::needsClusterTag).orElse(installed),
                Truth.any(requests.stream().map(LoadBalancerRequest::internal).toList())
                        .or(more),
                Truth.any(requests.stream()
                                .map(LoadBalancerRequest::internetFacing)
                                .toList())
                        .or(more),
                controller.map(c -> c.gateIsOff("SubnetsClusterTagCheck").not()).orElse(Truth.yes()),
                requests.isEmpty()
                        ? Truth.yes()
                        : Truth.any(requests.stream()
                                        .map(r -> r.namesSubnets().not())
                                        .toList())
                                .or(more));
    }

    /** Whether the AWS Load Balancer Controller is installed. */
    static Truth installed(Cluster cluster, List<Workload> workloads, boolean found) {
        if (found) {
            return Truth.yes();
        }
        return recorded(workloads, "Deployment", "kube-system", "coredns")
                ? Truth.no()
                : Truth.unknown(
                        "AWS Load Balancer Controller",
                        "whether the AWS Load Balancer Controller is installed is not known",
                        List.of(cluster.place()),
                        CONTROLLER);
    }

    /** Whether there are Services and Ingresses beside those that are known. */
    static Truth more(Cluster cluster, List<Workload> workloads) {
        return recorded(workloads, "Service", "default", "kubernetes")
                ? Truth.no()
                : Truth.unknown(
                        "Services and Ingresses",
                        "the Services and Ingresses are not known",
                        List.of(cluster.place()),
                        OBJECTS);
    }

    /** Whether an object was recorded that every cluster has, so that others of its kind would have been too. */
    private static boolean recorded(List<Workload> workloads, String kind, String namespace, String name) {
        return workloads.stream()
                .anyMatch(w -> is(w.objectKind(), kind) && is(w.namespace(), namespace) && is(w.name(), name));
    }

    static boolean is(Value<String> value, String text) {
        return value.known().filter(text::equals).isPresent();
    }

    static Value<String> annotation(Workload workload, String key) {
        return workload.annotations().flatMap((Tags t) -> t.get(key));
    }
}
