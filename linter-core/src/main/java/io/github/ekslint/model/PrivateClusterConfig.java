package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fully-private mode of eksctl, and what a ClusterConfig writes beside it that the mode decides
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/eks-private-cluster.html">eksctl User Guide, fully-private
 * clusters</a>). Only the spec tells it; no recording does.
 */
public record PrivateClusterConfig(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    /** Whether the mode is on. */
    public static final Attribute<Value<Boolean>> ENABLED = Attribute.value("privateCluster.enabled", "");

    /** Whether eksctl leaves the VPC endpoints to the user. */
    public static final Attribute<Value<Boolean>> SKIP_ENDPOINT_CREATION =
            Attribute.value("privateCluster.skipEndpointCreation", "");

    /** The services for which eksctl makes VPC endpoints beside those that it makes anyway. */
    public static final Attribute<Listing<Value<String>>> ADDITIONAL_ENDPOINT_SERVICES =
            Attribute.list("privateCluster.additionalEndpointServices", "");

    /** Whether {@code vpc.clusterEndpoints} is written; absent when it is not. */
    public static final Attribute<Value<Boolean>> CLUSTER_ENDPOINTS = Attribute.value("vpc.clusterEndpoints", "");

    /** Whether {@code vpc.subnets.public} names subnets; absent when it does not. */
    public static final Attribute<Value<Boolean>> PUBLIC_SUBNETS = Attribute.value("vpc.subnets.public", "");

    /** Whether {@code vpc.subnets.private} names subnets; absent when it does not. */
    public static final Attribute<Value<Boolean>> PRIVATE_SUBNETS = Attribute.value("vpc.subnets.private", "");

    /** The VPC that the spec brings; absent when eksctl makes one. */
    public static final Attribute<Value<String>> VPC_ID = Attribute.value("vpc.id", "");

    /** The Local Zones. */
    public static final Attribute<Listing<Value<String>>> LOCAL_ZONES = Attribute.list("localZones", "");

    /** Whether the mode is on. */
    public Value<Boolean> enabled() {
        return get(ENABLED);
    }

    /** Whether eksctl leaves the VPC endpoints to the user. */
    public Value<Boolean> skipEndpointCreation() {
        return get(SKIP_ENDPOINT_CREATION);
    }

    /** The services for which eksctl makes VPC endpoints beside those that it makes anyway. */
    public Listing<Value<String>> additionalEndpointServices() {
        return list(ADDITIONAL_ENDPOINT_SERVICES);
    }

    /** Whether {@code vpc.clusterEndpoints} is written; absent when it is not. */
    public Value<Boolean> clusterEndpoints() {
        return get(CLUSTER_ENDPOINTS);
    }

    /** Whether {@code vpc.subnets.public} names subnets; absent when it does not. */
    public Value<Boolean> publicSubnets() {
        return get(PUBLIC_SUBNETS);
    }

    /** Whether {@code vpc.subnets.private} names subnets; absent when it does not. */
    public Value<Boolean> privateSubnets() {
        return get(PRIVATE_SUBNETS);
    }

    /** The VPC that the spec brings; absent when eksctl makes one. */
    public Value<String> vpcId() {
        return get(VPC_ID);
    }

    /** The Local Zones. */
    public Listing<Value<String>> localZones() {
        return list(LOCAL_ZONES);
    }

    /** Whether the mode is on, as a truth. */
    public Truth isEnabled() {
        return Value.isTrue(ENABLED.name(), enabled());
    }

    /** Whether an additional endpoint service is none of these. */
    public Truth hasServiceBeside(List<String> services) {
        return additionalEndpointServices()
                .any(ADDITIONAL_ENDPOINT_SERVICES.name(), s -> s.is("service", name -> !services.contains(name)));
    }

    @Override
    public PrivateClusterConfig with(Attributes others) {
        return new PrivateClusterConfig(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return VPC_ID;
    }

    @Override
    public String displayName() {
        return "privateCluster";
    }
}
