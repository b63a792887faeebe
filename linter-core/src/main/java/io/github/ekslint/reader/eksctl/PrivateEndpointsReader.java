package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reference.EndpointNeed;
import io.github.ekslint.reference.Partition;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The VPC endpoints that eksctl creates in fully-private mode: the ones every private cluster needs, those of
 * {@code additionalEndpointServices}, and {@code logs} when control-plane logging is on
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/eks-private-cluster.html">eksctl User Guide, fully-private
 * clusters</a>).
 */
final class PrivateEndpointsReader {

    private final Spec spec;
    private final Network network;
    private final SecurityGroups groups;
    private final Place at;

    private PrivateEndpointsReader(Spec spec, Network network, SecurityGroups groups) {
        this.spec = spec;
        this.network = network;
        this.groups = groups;
        this.at = spec.placeOf("privateCluster");
    }

    static void read(Spec spec, Network network, SecurityGroups groups) {
        Optional<Fields> block = spec.root().child("privateCluster");
        boolean enabled = spec.privateCluster().known().orElse(false);
        boolean skipped = block.flatMap(b -> b.flag("skipEndpointCreation"))
                .map(s -> s.known().orElse(true))
                .orElse(false);
        if (enabled && !skipped && block.isPresent()) {
            new PrivateEndpointsReader(spec, network, groups).create(block.get());
        }
    }

    private void create(Fields block) {
        TreeMap<String, Value<String>> services = new TreeMap<>();
        spec.data().eksctl().privateClusterEndpoints().forEach(s -> services.put(s, Spec.byEksctl(s, at)));
        boolean logging = spec.root()
                .child("cloudWatch")
                .flatMap(c -> c.child("clusterLogging"))
                .flatMap(c -> c.texts("enableTypes"))
                .filter(l -> !l.items().isEmpty())
                .isPresent();
        if (logging) {
            services.putIfAbsent("logs", Spec.byEksctl("logs", at));
        }
        int index = 0;
        List<Value<String>> additional =
                block.texts("additionalEndpointServices").map(Listing::items).orElse(List.of());
        for (Value<String> service : additional) {
            index++;
            services.putIfAbsent(service.known().orElse("#" + index), service);
        }
        services.forEach(this::endpoint);
    }

    private void endpoint(String name, Value<String> service) {
        Optional<EndpointNeed> need = spec.data().privateEndpoints().find(name);
        boolean gateway = name.equals("s3");
        List<Ref> tables = new ArrayList<>();
        network.privateRouteTables().forEach(t -> tables.add(new Ref(spec.created(Spec.EKSCTL, at), t)));
        Attributes.Builder attributes = Attributes.builder()
                .set(VpcEndpoint.VPC_ENDPOINT_ID, spec.created(Spec.EKSCTL, at))
                .set(VpcEndpoint.VPC, Spec.byEksctl(network.vpc(), at))
                .set(VpcEndpoint.SERVICE_NAME, service.flatMap(s -> serviceName(s, need)))
                .set(VpcEndpoint.VPC_ENDPOINT_TYPE, Spec.byEksctl(gateway ? "Gateway" : "Interface", at))
                .set(VpcEndpoint.STATE, Spec.byEksctl("available", at));
        if (gateway) {
            attributes.set(VpcEndpoint.ROUTE_TABLES, routeTables(tables));
        } else {
            attributes
                    .set(VpcEndpoint.SUBNETS, network.refs(network.privates(), at))
                    .set(VpcEndpoint.SECURITY_GROUPS, Spec.byEksctl(List.of(groups.sharedNode()), at))
                    .set(VpcEndpoint.PRIVATE_DNS_ENABLED, Spec.byEksctl(true, at));
        }
        String key = spec.mint("VpcEndpoint/" + name);
        spec.add(new VpcEndpoint(key, at, Truth.yes(), spec.clusterKey(), attributes.build()));
    }

    /** Those of the private subnets; which they are in a VPC of the user's own, the spec does not say. */
    private Listing<Ref> routeTables(List<Ref> created) {
        return created.isEmpty()
                ? Listing.unresolved("eksctl takes the route tables of the private subnets", List.of(at))
                : Spec.byEksctl(created, at);
    }

    private Value<String> serviceName(String service, Optional<EndpointNeed> need) {
        return spec.region().flatMap(region -> {
            String partition =
                    spec.data().partitions().ofRegion(region).map(Partition::id).orElse("aws");
            String name = need.flatMap(n -> n.serviceName(region, partition))
                    .orElse("com.amazonaws." + region + "." + service);
            return Spec.byEksctl(name, at);
        });
    }
}
