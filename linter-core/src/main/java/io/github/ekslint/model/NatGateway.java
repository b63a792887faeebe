package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A NAT gateway, as the EC2 API describes it (API_NatGateway). */
public record NatGateway(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-nat-gateways --nat-gateway-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> NAT_GATEWAY_ID = Attribute.value("natGatewayId", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** The subnet it lies in. */
    public static final Attribute<Value<Ref>> SUBNET = Attribute.value("subnet", DESCRIBE);

    /** available, pending, failed, deleting or deleted. */
    public static final Attribute<Value<String>> STATE = Attribute.value("state", DESCRIBE);

    /** public or private. */
    public static final Attribute<Value<String>> CONNECTIVITY_TYPE = Attribute.value("connectivityType", DESCRIBE);

    /** Its public IPv4 addresses. */
    public static final Attribute<Listing<Value<String>>> PUBLIC_IPS = Attribute.list("publicIps", DESCRIBE);

    /** The id. */
    public Value<String> natGatewayId() {
        return get(NAT_GATEWAY_ID);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** The subnet it lies in. */
    public Value<Ref> subnet() {
        return get(SUBNET);
    }

    /** available, pending, failed, deleting or deleted. */
    public Value<String> state() {
        return get(STATE);
    }

    /** public or private. */
    public Value<String> connectivityType() {
        return get(CONNECTIVITY_TYPE);
    }

    /** Its public IPv4 addresses. */
    public Listing<Value<String>> publicIps() {
        return list(PUBLIC_IPS);
    }

    @Override
    public NatGateway with(Attributes others) {
        return new NatGateway(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NAT_GATEWAY_ID;
    }
}
