package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.EndpointNeed;
import io.github.ekslint.reference.Partition;
import io.github.ekslint.reference.ReferenceData;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The VPC endpoints of the VPC a cluster lives in. */
final class VpcEndpoints {

    private static final String GATEWAY = "Gateway";
    private static final String INTERFACE = "Interface";

    private final Estate estate;
    private final Cluster cluster;
    private final Vpc vpc;
    private final ReferenceData data;
    private final List<VpcEndpoint> endpoints;

    VpcEndpoints(Estate estate, Cluster cluster, ReferenceData data) {
        this.estate = estate;
        this.cluster = cluster;
        this.data = data;
        this.vpc = new Network(estate, cluster, data).vpc();
        this.endpoints = estate.all(VpcEndpoint.class).stream()
                .filter(e -> !inVpc(e).isFalse())
                .toList();
    }

    /** Those that are, or may be, in the VPC. */
    List<VpcEndpoint> all() {
        return endpoints;
    }

    /** Whether the VPC has an endpoint at all. */
    Truth hasAny() {
        return Truth.any(
                        endpoints.stream().map(e -> e.existence().and(inVpc(e))).toList())
                .or(mayHaveMore());
    }

    /** Whether an endpoint is in the VPC and gives access to a service of the table. */
    Truth serves(VpcEndpoint endpoint) {
        return inVpc(endpoint)
                .and(Truth.any(data.privateEndpoints().needs().stream()
                        .map(n -> isFor(endpoint, n))
                        .toList()));
    }

    /** Whether one endpoint of a service is in the VPC and passes a test; one that is not listed may. */
    Truth any(EndpointNeed need, Function<VpcEndpoint, Truth> test) {
        Truth known = Truth.any(endpoints.stream()
                .map(e -> e.existence().and(inVpc(e)).and(isFor(e, need)).and(test.apply(e)))
                .toList());
        return known.or(mayHaveMore());
    }

    /** Whether an endpoint is available; a spec does not say, and what it makes will be. */
    static Truth isAvailable(VpcEndpoint endpoint) {
        return endpoint.state()
                .is("state of " + endpoint.displayName(), s -> !s.equalsIgnoreCase("available"))
                .not();
    }

    static Truth isGateway(VpcEndpoint endpoint) {
        return endpoint.vpcEndpointType().is("vpcEndpointType", GATEWAY::equalsIgnoreCase);
    }

    static Truth isInterface(VpcEndpoint endpoint) {
        return endpoint.vpcEndpointType().is("vpcEndpointType", INTERFACE::equalsIgnoreCase);
    }

    /** The name of a service in the cluster's Region. */
    String serviceName(EndpointNeed need) {
        return serviceName(need, cluster.region().known()).orElse(need.service());
    }

    private Optional<String> serviceName(EndpointNeed need, Optional<String> region) {
        return region.flatMap(
                r -> data.partitions().ofRegion(r).map(Partition::id).flatMap(p -> need.serviceName(r, p)));
    }

    private Truth isFor(VpcEndpoint endpoint, EndpointNeed need) {
        Optional<String> name = serviceName(need, cluster.region().known());
        return endpoint.serviceName()
                .is("serviceName", s -> name.map(s::equals).orElseGet(() -> s.endsWith("." + need.service())));
    }

    private Truth inVpc(VpcEndpoint endpoint) {
        Value<Ref> ref = endpoint.vpc();
        if (ref.known().isEmpty()) {
            return ref.isPresent("vpc");
        }
        Ref named = ref.known().orElseThrow();
        Optional<Vpc> fact = estate.find(Vpc.class, named);
        if (fact.isPresent() && fact.get().key().equals(vpc.key())) {
            return Truth.yes();
        }
        return Value.same("vpcId", fact.map(Vpc::vpcId).orElse(named.id()), vpc.vpcId());
    }

    /** Unknown as long as not every endpoint of the VPC is listed, else false. */
    private Truth mayHaveMore() {
        Value<Boolean> listed = vpc.endpointsListed();
        if (listed.known().orElse(false)) {
            return Truth.of(false, listed.ground("VPC endpoints of " + vpc.displayName()));
        }
        String id = vpc.vpcId().known().orElse("<vpcId>");
        return Truth.unknown(
                "VPC endpoints",
                "the VPC endpoints of %s are not all known".formatted(vpc.displayName()),
                List.of(vpc.place()),
                Settlement.command(Vpc.ENDPOINTS_LISTED.command().replace("{id}", id)));
    }
}
