package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A VPC endpoint, as the EC2 API describes it (API_VpcEndpoint). */
public record VpcEndpoint(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-vpc-endpoints --vpc-endpoint-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> VPC_ENDPOINT_ID = Attribute.value("vpcEndpointId", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** The service, such as {@code com.amazonaws.eu-west-1.s3}. */
    public static final Attribute<Value<String>> SERVICE_NAME = Attribute.value("serviceName", DESCRIBE);

    /** Interface, Gateway or GatewayLoadBalancer. */
    public static final Attribute<Value<String>> VPC_ENDPOINT_TYPE = Attribute.value("vpcEndpointType", DESCRIBE);

    /** available, pending, … */
    public static final Attribute<Value<String>> STATE = Attribute.value("state", DESCRIBE);

    /** The subnets an interface endpoint lies in. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** The route tables a gateway endpoint is attached to. */
    public static final Attribute<Listing<Ref>> ROUTE_TABLES = Attribute.list("routeTables", DESCRIBE);

    /** The security groups of an interface endpoint. */
    public static final Attribute<Listing<Ref>> SECURITY_GROUPS = Attribute.list("securityGroups", DESCRIBE);

    /** Whether the service's usual name resolves to the endpoint. */
    public static final Attribute<Value<Boolean>> PRIVATE_DNS_ENABLED = Attribute.value("privateDnsEnabled", DESCRIBE);

    /** The id. */
    public Value<String> vpcEndpointId() {
        return get(VPC_ENDPOINT_ID);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** The service, such as {@code com.amazonaws.eu-west-1.s3}. */
    public Value<String> serviceName() {
        return get(SERVICE_NAME);
    }

    /** Interface, Gateway or GatewayLoadBalancer. */
    public Value<String> vpcEndpointType() {
        return get(VPC_ENDPOINT_TYPE);
    }

    /** available, pending, … */
    public Value<String> state() {
        return get(STATE);
    }

    /** The subnets an interface endpoint lies in. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** The route tables a gateway endpoint is attached to. */
    public Listing<Ref> routeTables() {
        return list(ROUTE_TABLES);
    }

    /** The security groups of an interface endpoint. */
    public Listing<Ref> securityGroups() {
        return list(SECURITY_GROUPS);
    }

    /** Whether the service's usual name resolves to the endpoint. */
    public Value<Boolean> privateDnsEnabled() {
        return get(PRIVATE_DNS_ENABLED);
    }

    @Override
    public VpcEndpoint with(Attributes others) {
        return new VpcEndpoint(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return VPC_ENDPOINT_ID;
    }
}
