package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;

/** The attachments of VPCs to transit gateways, of which CloudFormation has two resource types. */
final class TransitGateways {

    private TransitGateways() {}

    static void read(StackResources resources) {
        for (Resource resource :
                resources.of("AWS::EC2::TransitGatewayVpcAttachment", "AWS::EC2::TransitGatewayAttachment")) {
            Props props = resource.properties();
            Place at = resource.place();
            Attributes.Builder attributes = Attributes.builder()
                    .set(
                            TransitGatewayVpcAttachment.TRANSIT_GATEWAY_ATTACHMENT_ID,
                            props.text(Attribute.id(resource), "Id"))
                    .set(TransitGatewayVpcAttachment.STATE, Value.byDefault("available", "CloudFormation", at))
                    .set(TransitGatewayVpcAttachment.SUBNETS, subnets(props, at));
            props.ref("TransitGatewayId")
                    .ifPresent(g -> attributes.set(TransitGatewayVpcAttachment.TRANSIT_GATEWAY, g));
            props.ref("VpcId").ifPresent(v -> attributes.set(TransitGatewayVpcAttachment.VPC, v));
            resources.add(new TransitGatewayVpcAttachment(
                    resource.key(), at, resource.existence(), null, attributes.build()));
        }
    }

    /** Those of {@code SubnetIds}, with what an update adds and without what it takes away. */
    private static Listing<Ref> subnets(Props props, Place at) {
        Listing<Ref> first = props.refs("SubnetIds").orElseGet(() -> Listing.absent(at));
        Listing<Ref> added = props.refs("AddSubnetIds").orElseGet(() -> Listing.absent(at));
        Listing<Ref> removed = props.refs("RemoveSubnetIds").orElseGet(() -> Listing.absent(at));
        List<Ref> all = new ArrayList<>(first.items());
        all.addAll(added.items());
        all.removeIf(ref -> removed.items().stream().anyMatch(r -> isSame(r, ref)));
        Listing<Ref> listing = Listing.explicit(all, props.place("SubnetIds"));
        return first.openEnd()
                .or(added::openEnd)
                .or(removed::openEnd)
                .map(listing::withRest)
                .orElse(listing);
    }

    private static boolean isSame(Ref one, Ref other) {
        return one.key() != null
                ? one.key().equals(other.key())
                : one.id().known().isPresent()
                        && one.id().known().equals(other.id().known());
    }
}
