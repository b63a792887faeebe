package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.Fields;
import java.util.List;

/** Answers of the EC2 API about the attachments of transit gateways. */
final class TransitGatewayAnswers {

    private TransitGatewayAnswers() {}

    static void vpcAttachments(Take take) {
        List<Fields> attachments = take.fields().children("TransitGatewayVpcAttachments");
        for (Fields fields : attachments) {
            Description d = new Description(fields, fields.has("VpcId"));
            d.refs(TransitGatewayVpcAttachment.SUBNETS, "SubnetIds");
            attachment(take, d, "VpcId");
        }
        NetworkAnswers.listed(take, attachments, Vpc.TRANSIT_GATEWAY_ATTACHMENTS_LISTED, f -> false);
    }

    /** Attachments of every kind; of one to a VPC this answer does not give the subnets. */
    static void attachments(Take take) {
        for (Fields fields : take.fields().children("TransitGatewayAttachments")) {
            boolean vpc = fields.text("ResourceType")
                    .flatMap(Value::known)
                    .filter("vpc"::equals)
                    .isPresent();
            if (vpc) {
                attachment(take, new Description(fields, false), "ResourceId");
            }
        }
    }

    private static void attachment(Take take, Description d, String vpc) {
        d.id(TransitGatewayVpcAttachment.TRANSIT_GATEWAY_ATTACHMENT_ID, "TransitGatewayAttachmentId")
                .ref(TransitGatewayVpcAttachment.TRANSIT_GATEWAY, "TransitGatewayId")
                .ref(TransitGatewayVpcAttachment.VPC, vpc)
                .text(TransitGatewayVpcAttachment.STATE, "State");
        take.add(TransitGatewayVpcAttachment::new, TransitGatewayVpcAttachment.TRANSIT_GATEWAY_ATTACHMENT_ID, d);
    }
}
