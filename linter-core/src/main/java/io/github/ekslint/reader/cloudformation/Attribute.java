package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.datum.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give of a resource: the property it repeats where the template says it, else something
 * of which the resource is known.
 */
final class Attribute {

    /** Attributes that give what {@code Ref} gives. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("AWS::EC2::VPC", "VpcId"),
            Map.entry("AWS::EC2::Subnet", "SubnetId"),
            Map.entry("AWS::EC2::RouteTable", "RouteTableId"),
            Map.entry("AWS::EC2::SecurityGroup", "GroupId"),
            Map.entry("AWS::EC2::NatGateway", "NatGatewayId"),
            Map.entry("AWS::EC2::InternetGateway", "InternetGatewayId"),
            Map.entry("AWS::EC2::EgressOnlyInternetGateway", "Id"),
            Map.entry("AWS::EC2::NetworkAcl", "Id"),
            Map.entry("AWS::EC2::DHCPOptions", "DhcpOptionsId"),
            Map.entry("AWS::EC2::TransitGateway", "Id"),
            Map.entry("AWS::EC2::TransitGatewayAttachment", "Id"),
            Map.entry("AWS::EC2::TransitGatewayVpcAttachment", "Id"),
            Map.entry("AWS::EC2::LaunchTemplate", "LaunchTemplateId"),
            Map.entry("AWS::EC2::EIP", "PublicIp"),
            Map.entry("AWS::EC2::VPCEndpoint", "Id"));

    /** Attributes that repeat a property. */
    private static final Map<String, Set<String>> REPEATED = Map.of(
            "AWS::EC2::VPC", Set.of("CidrBlock"),
            "AWS::EC2::Subnet", Set.of("AvailabilityZone", "AvailabilityZoneId", "CidrBlock", "VpcId", "OutpostArn"),
            "AWS::EC2::SecurityGroup", Set.of("VpcId"),
            "AWS::EKS::Cluster", Set.of("Name"),
            "AWS::EKS::Nodegroup", Set.of("NodegroupName", "ClusterName"));

    /** The property that {@code Ref} repeats, when it is written. */
    private static final Map<String, String> NAMES = Map.of(
            "AWS::EKS::Cluster", "Name",
            "AWSQS::EKS::Cluster", "Name",
            "AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName",
            "AWS::IAM::Role", "RoleName",
            "AWS::S3::Bucket", "BucketName");

    private static final String CDK_CLUSTER = "Custom::AWSCDK-EKS-Cluster";

    private Attribute() {}

    /** What {@code Ref} gives. */
    static Datum id(Resource resource) {
        return resource.stack().once(resource.id(), resource.place(), () -> {
            Target target = Target.id(resource.key());
            String name = NAMES.get(resource.type());
            Datum written = resource.is(CDK_CLUSTER)
                    ? property(resource, "Config", "name")
                    : name == null ? new Datum.Nothing(List.of()) : property(resource, name);
            return written instanceof Datum.Text text && text.known() != null
                    ? new Datum.Text(text.pieces(), text.provenance(), text.places(), target)
                    : created(resource, target, "the id of " + resource.id());
        });
    }

    /** What {@code Fn::GetAtt} gives. */
    static Datum of(Resource resource, String attribute) {
        if (attribute.equals(IDS.get(resource.type()))) {
            return id(resource);
        }
        if (REPEATED.getOrDefault(resource.type(), Set.of()).contains(attribute)) {
            Datum written = property(resource, attribute);
            if (!(written instanceof Datum.Nothing)) {
                return written;
            }
        }
        Target target = Targets.of(resource.key(), attribute);
        if (attribute.endsWith("s") && attribute.startsWith("Ipv6CidrBlock")
                || attribute.equals("CidrBlockAssociations")
                || attribute.equals("DnsEntries")
                || attribute.equals("NetworkInterfaceIds")) {
            Gap gap = Gap.because(
                            "%s of %s is known only when the stack is deployed".formatted(attribute, resource.id()))
                    .as(new Symbol(resource.key() + "." + attribute, ""));
            return new Datum.OpenList(gap, true, List.of(resource.place()));
        }
        return created(resource, target, "%s of %s".formatted(attribute, resource.id()));
    }

    private static Datum created(Resource resource, Target target, String what) {
        Gap gap = Gap.because("%s is known only when the stack is deployed".formatted(what))
                .as(new Symbol(resource.type() + " " + target.attribute(), resource.key()))
                .of(target)
                .butNot(Set.of(""));
        return Datum.Text.gap(gap, List.of(resource.place()));
    }

    private static Datum property(Resource resource, String... path) {
        Props props = resource.properties();
        for (int i = 0; i < path.length - 1; i++) {
            props = props.child(path[i]);
        }
        return props.datum(path[path.length - 1]);
    }
}
