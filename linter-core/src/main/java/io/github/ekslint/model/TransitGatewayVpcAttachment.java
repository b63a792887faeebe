package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** The attachment of a VPC to a transit gateway, as the EC2 API describes it (API_TransitGatewayVpcAttachment). */
public record TransitGatewayVpcAttachment(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    private static final String DESCRIBE =
            "aws ec2 describe-transit-gateway-vpc-attachments --transit-gateway-attachment-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> TRANSIT_GATEWAY_ATTACHMENT_ID =
            Attribute.value("transitGatewayAttachmentId", DESCRIBE);

    /** The transit gateway. */
    public static final Attribute<Value<Ref>> TRANSIT_GATEWAY = Attribute.value("transitGateway", DESCRIBE);

    /** The VPC. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** One subnet in every zone from which packets get to the gateway. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** available, pendingAcceptance, rejected, deleting, deleted, failed, … */
    public static final Attribute<Value<String>> STATE = Attribute.value("state", DESCRIBE);

    /** The transit gateway. */
    public Value<Ref> transitGateway() {
        return get(TRANSIT_GATEWAY);
    }

    /** The VPC. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** One subnet in every zone from which packets get to the gateway. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** available, pendingAcceptance, rejected, deleting, deleted, failed, … */
    public Value<String> state() {
        return get(STATE);
    }

    @Override
    public TransitGatewayVpcAttachment with(Attributes others) {
        return new TransitGatewayVpcAttachment(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return TRANSIT_GATEWAY_ATTACHMENT_ID;
    }
}
