package io.github.ekslint.topology;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A Service or Ingress for which a controller makes a load balancer
 * (<a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/">annotations of
 * the AWS Load Balancer Controller</a>).
 *
 * @param prefix what its annotations start with
 */
record LoadBalancerRequest(Workload object, String prefix) {

    private static final String SERVICE = "service.beta.kubernetes.io/aws-load-balancer-";
    private static final String INGRESS = "alb.ingress.kubernetes.io/";

    /** The requests among these objects. */
    static List<LoadBalancerRequest> among(List<Workload> workloads) {
        return workloads.stream().flatMap(LoadBalancerRequest::of).toList();
    }

    private static Stream<LoadBalancerRequest> of(Workload object) {
        if (LoadBalancers.is(object.objectKind(), "Service")) {
            return LoadBalancers.is(object.serviceType(), "LoadBalancer")
                    ? Stream.of(new LoadBalancerRequest(object, SERVICE))
                    : Stream.empty();
        }
        boolean alb = LoadBalancers.is(object.objectKind(), "Ingress")
                && (LoadBalancers.is(object.ingressClassName(), "alb")
                        || LoadBalancers.is(LoadBalancers.annotation(object, "kubernetes.io/ingress.class"), "alb"));
        return alb ? Stream.of(new LoadBalancerRequest(object, INGRESS)) : Stream.empty();
    }

    /** Whether it names its subnets, so that no tag is looked at. */
    Truth namesSubnets() {
        return LoadBalancers.annotation(object, prefix + "subnets").is("subnets", s -> !s.isBlank());
    }

    /** Whether it is reachable from the internet and does not name its subnets. */
    Truth internetFacing() {
        return publicScheme().and(namesSubnets().not());
    }

    /** Whether it is internal and does not name its subnets. */
    Truth internal() {
        return publicScheme().not().and(namesSubnets().not());
    }

    /**
     * The scheme that is written; else internal, which is the default of the AWS Load Balancer Controller. The controller built
     * into Kubernetes, which takes Services without a class and without a type annotation, makes them internet-facing.
     */
    Truth publicScheme() {
        Value<String> scheme = LoadBalancers.annotation(object, prefix + "scheme");
        if (!(scheme instanceof Value.Absent<String>)) {
            return scheme.is("scheme", "internet-facing"::equals);
        }
        Value<String> internal = LoadBalancers.annotation(object, SERVICE + "internal");
        return isLegacy()
                ? internal.is("internal", i -> !i.equals("false") && !i.isBlank())
                        .not()
                : Truth.of(false, scheme.ground("scheme"));
    }

    /** Whether it is internet-facing although no annotation says so. */
    Truth publicByDefault() {
        boolean silent = LoadBalancers.annotation(object, prefix + "scheme") instanceof Value.Absent<String>;
        return Truth.of(silent).and(publicScheme());
    }

    /** The subnets it names. */
    Value<String> subnets() {
        Value<String> named = LoadBalancers.annotation(object, prefix + "subnets");
        return named.known().filter(String::isBlank).isPresent() ? Value.absent(object.place()) : named;
    }

    /** Whether it is an Ingress. */
    boolean isIngress() {
        return Objects.equals(prefix, INGRESS);
    }

    /** Whether it is a Service that neither its class nor its annotations give to another controller. */
    boolean isUnclaimed() {
        String type = LoadBalancers.annotation(object, SERVICE + "type").known().orElse("");
        return !isIngress()
                && object.loadBalancerClass().known().isEmpty()
                && !type.equals("external")
                && !type.equals("nlb-ip");
    }

    /** Whether it is recorded from the cluster rather than written. */
    boolean isRecorded() {
        return object.objectKind() instanceof Value.Known<String> known && known.provenance() == Provenance.OBSERVED;
    }

    private boolean isLegacy() {
        return Objects.equals(prefix, SERVICE)
                && object.loadBalancerClass().known().isEmpty()
                && LoadBalancers.annotation(object, SERVICE + "type") instanceof Value.Absent<String>;
    }
}
