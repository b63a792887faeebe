package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NAT gateways, VPC endpoints and the attachments of VPCs to transit gateways. */
final class Gateways {

    private static final String ENDPOINT = "aws_vpc_endpoint";

    private final TfResources resources;

    private Gateways(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        Gateways gateways = new Gateways(resources);
        resources.of("aws_nat_gateway").forEach(gateways::natGateway);
        resources.of(ENDPOINT).forEach(gateways::endpoint);
        resources.of("aws_ec2_transit_gateway_vpc_attachment").forEach(gateways::transitGatewayAttachment);
    }

    private void natGateway(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(NatGateway.NAT_GATEWAY_ID, resource.ref().id())
                .set(NatGateway.STATE, Value.byDefault("available", "Terraform", at))
                .set(NatGateway.CONNECTIVITY_TYPE, props.textOr("connectivity_type", "public"));
        props.ref("subnet_id").ifPresent(s -> attributes.set(NatGateway.SUBNET, s));
        resources
                .named(props, "subnet_id")
                .flatMap(s -> s.attributes().ref("vpc_id"))
                .or(() -> props.ref("vpc_id"))
                .ifPresent(v -> attributes.set(NatGateway.VPC, v));
        publicAddress(props)
                .ifPresent(ip -> attributes.set(NatGateway.PUBLIC_IPS, Listing.explicit(List.of(ip), props.at())));
        resources.add(new NatGateway(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** The public address of a NAT gateway, where it has one already, or its Elastic IP has. */
    private Optional<Value<String>> publicAddress(Props gateway) {
        Optional<Value<String>> own = gateway.text("public_ip");
        return own.filter(ip -> ip.known().isPresent())
                .or(() -> resources.named(gateway, "allocation_id").map(Gateways::publicAddress));
    }

    private static Value<String> publicAddress(TfResource elasticIp) {
        Props props = elasticIp.attributes();
        return props.text("public_ip")
                .orElseGet(() -> props.text(
                        TfTargets.knownAfterApply(
                                elasticIp.type(), elasticIp.address(), "public_ip", List.of(elasticIp.place())),
                        "public_ip"));
    }

    private void transitGatewayAttachment(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(
                        TransitGatewayVpcAttachment.TRANSIT_GATEWAY_ATTACHMENT_ID,
                        resource.ref().id())
                .set(TransitGatewayVpcAttachment.STATE, Value.byDefault("available", "Terraform", at))
                .set(
                        TransitGatewayVpcAttachment.SUBNETS,
                        props.refs("subnet_ids").orElseGet(() -> Listing.absent(at)));
        props.ref("transit_gateway_id").ifPresent(g -> attributes.set(TransitGatewayVpcAttachment.TRANSIT_GATEWAY, g));
        props.ref("vpc_id").ifPresent(v -> attributes.set(TransitGatewayVpcAttachment.VPC, v));
        resources.add(
                new TransitGatewayVpcAttachment(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** Without a word on private DNS, the provider leaves it off. */
    private void endpoint(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Value<String> type = props.textOr("vpc_endpoint_type", "Gateway");
        Attributes.Builder attributes = Attributes.builder()
                .set(VpcEndpoint.VPC_ENDPOINT_ID, resource.ref().id())
                .set(VpcEndpoint.SERVICE_NAME, props.textOrAbsent("service_name"))
                .set(VpcEndpoint.VPC_ENDPOINT_TYPE, type)
                .set(VpcEndpoint.STATE, Value.byDefault("available", "Terraform", at))
                .set(
                        VpcEndpoint.SUBNETS,
                        refs(resource, "subnet_ids", "aws_vpc_endpoint_subnet_association", "subnet_id"))
                .set(
                        VpcEndpoint.ROUTE_TABLES,
                        refs(resource, "route_table_ids", "aws_vpc_endpoint_route_table_association", "route_table_id"))
                .set(VpcEndpoint.PRIVATE_DNS_ENABLED, props.flagOr("private_dns_enabled", false));
        props.ref("vpc_id").ifPresent(v -> attributes.set(VpcEndpoint.VPC, v));
        Listing<Ref> groups = refs(
                resource, "security_group_ids", "aws_vpc_endpoint_security_group_association", "security_group_id");
        boolean none = groups.items().isEmpty() && groups.isComplete();
        attributes.set(VpcEndpoint.SECURITY_GROUPS, none ? defaultGroup(props, type, at) : groups);
        resources.add(new VpcEndpoint(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private Listing<Ref> refs(TfResource endpoint, String attribute, String association, String named) {
        Props props = endpoint.attributes();
        Listing<Ref> written = props.refs(attribute).orElseGet(() -> Listing.absent(endpoint.place()));
        List<Ref> beside = new ArrayList<>();
        resources
                .naming(endpoint, "vpc_endpoint_id", association)
                .forEach(a -> a.attributes().ref(named).flatMap(Value::known).ifPresent(beside::add));
        if (beside.isEmpty()) {
            return written;
        }
        beside.addAll(0, written.items());
        Listing<Ref> all = Listing.explicit(beside, endpoint.place());
        return written.rest() == null ? all : all.withRest(written.rest());
    }

    /** An interface endpoint without groups gets the VPC's default group. */
    private Listing<Ref> defaultGroup(Props props, Value<String> type, Place at) {
        Optional<TfResource> vpc = resources.named(props, "vpc_id");
        boolean isInterface = type.known().filter("Interface"::equals).isPresent();
        if (!isInterface || vpc.isEmpty()) {
            return Listing.absent(at);
        }
        Ref group = new Ref(
                Value.unresolved("EC2 creates it with the VPC", List.of(at)),
                TfTargets.defaultSecurityGroup(vpc.get().key()));
        return Listing.byDefault(List.of(group), Props.AWS, at);
    }
}
