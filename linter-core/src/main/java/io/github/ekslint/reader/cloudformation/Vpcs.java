package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNetwork;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * VPCs with their address blocks and DHCP options, and subnets
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html">AWS::EC2</a>).
 */
final class Vpcs {

    static final String VPC = "AWS::EC2::VPC";
    static final String SUBNET = "AWS::EC2::Subnet";

    private static final Pattern DUMMY_ZONE = Pattern.compile("dummy1[a-f]");

    private final StackResources resources;

    private Vpcs(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        Vpcs vpcs = new Vpcs(resources);
        resources.of(VPC).forEach(vpcs::vpc);
        resources.of(SUBNET).forEach(vpcs::subnet);
        resources.of("AWS::EC2::DHCPOptions").forEach(vpcs::dhcpOptions);
    }

    private void vpc(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Value<Boolean> whole = Value.byDefault(true, "this template", at);
        Attributes.Builder attributes = Attributes.builder()
                .set(Vpc.VPC_ID, props.text(Attribute.id(resource), "VpcId"))
                .set(Vpc.CIDR_BLOCKS, blocks(resource, "CidrBlock", false))
                .set(Vpc.IPV6_CIDR_BLOCKS, blocks(resource, "Ipv6CidrBlock", true))
                .set(Vpc.ENABLE_DNS_SUPPORT, props.flagOr("EnableDnsSupport", true))
                .set(Vpc.ENABLE_DNS_HOSTNAMES, props.flagOr("EnableDnsHostnames", false))
                .set(Vpc.IS_DEFAULT, Value.byDefault(false, Props.AWS, at))
                .set(Vpc.ENDPOINTS_LISTED, whole)
                .set(Vpc.ROUTE_TABLES_LISTED, whole)
                .set(Vpc.NAT_GATEWAYS_LISTED, whole)
                .set(Vpc.TRANSIT_GATEWAY_ATTACHMENTS_LISTED, whole)
                .set(Vpc.NETWORK_ACLS_LISTED, whole)
                .set(Vpc.DHCP_OPTIONS, dhcpOptionsOf(resource))
                .set(Vpc.TAGS, props.tagsOrNone("Tags"));
        resource.stack().environment().region().ifPresent(r -> attributes.set(Vpc.REGION, Value.explicit(r, at)));
        resources.add(new Vpc(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** Without an association, EC2's default set stays. */
    private Value<Ref> dhcpOptionsOf(Resource vpc) {
        return resources.naming(vpc.key(), "VpcId", "AWS::EC2::VPCDHCPOptionsAssociation").stream()
                .flatMap(a -> a.properties().ref("DhcpOptionsId").stream().map(v -> a.when(v)))
                .findFirst()
                .orElseGet(() -> Value.absent(vpc.place()));
    }

    private Listing<Value<String>> blocks(Resource resource, String property, boolean ipv6) {
        Props props = resource.properties();
        Place at = props.place(property);
        List<Value<String>> blocks = new ArrayList<>();
        props.text(property).ifPresent(blocks::add);
        if (!ipv6 && blocks.isEmpty() && props.has("Ipv4IpamPoolId")) {
            blocks.add(Value.unresolved("IPAM allocates it when the stack is deployed", List.of(at)));
        }
        Value.Unresolved<?> rest = null;
        for (Resource more : resources.naming(resource.key(), "VpcId", "AWS::EC2::VPCCidrBlock")) {
            Props block = more.properties();
            boolean isIpv6 = block.has("AmazonProvidedIpv6CidrBlock")
                    || block.has("Ipv6CidrBlock")
                    || block.has("Ipv6IpamPoolId")
                    || block.has("Ipv6Pool");
            if (isIpv6 != ipv6) {
                continue;
            }
            Value<String> value = block.text(property)
                    .orElseGet(
                            () -> Value.unresolved("AWS assigns it when the stack is deployed", List.of(more.place())));
            if (StackResources.existsWith(more, resource)) {
                blocks.add(value);
            } else {
                rest = new Value.Unresolved<>(
                        "the block of %s depends on a condition".formatted(more.id()),
                        List.of(more.place()),
                        List.of(),
                        null,
                        null);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(blocks, at);
        return rest == null ? listing : listing.withRest(rest);
    }

    private void subnet(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(Subnet.SUBNET_ID, props.text(Attribute.id(resource), "SubnetId"))
                .set(Subnet.CIDR_BLOCK, props.textOrAbsent("CidrBlock"))
                .set(Subnet.IPV6_CIDR_BLOCKS, ipv6Blocks(resource))
                .set(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, props.flagOr("MapPublicIpOnLaunch", false))
                .set(Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION, props.flagOr("AssignIpv6AddressOnCreation", false))
                .set(Subnet.OUTPOST_ARN, props.textOrAbsent("OutpostArn"))
                .set(Subnet.IS_NEW, Value.byDefault(true, "this template", at))
                .set(Subnet.TAGS, props.tagsOrNone("Tags"));
        props.ref("VpcId").ifPresent(v -> attributes.set(Subnet.VPC, v));
        Optional<Value<String>> zoneId = props.text("AvailabilityZoneId");
        zoneId.ifPresent(z -> attributes.set(Subnet.AVAILABILITY_ZONE_ID, z));
        Optional<Value<String>> zone = props.text("AvailabilityZone").map(z -> lookedUp(z, resource));
        zone.ifPresent(z -> attributes.set(Subnet.AVAILABILITY_ZONE, z));
        if (zone.isEmpty() && zoneId.isEmpty()) {
            attributes.set(
                    Subnet.AVAILABILITY_ZONE,
                    Value.unresolved("AvailabilityZone is not set, so AWS chooses one", List.of(at)));
        }
        ImpliedNetwork.freeAddresses(props.datum("CidrBlock"), props.place("CidrBlock"))
                .ifPresent(f -> attributes.set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, f));
        resources.add(new Subnet(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** Where the CDK could not look the zones up, it writes names that stand for them. */
    private static Value<String> lookedUp(Value<String> zone, Resource resource) {
        Optional<String> dummy = zone.known().filter(z -> DUMMY_ZONE.matcher(z).matches());
        return dummy.isEmpty()
                ? zone
                : new Value.Unresolved<>(
                        "%s stands for a zone that the CDK did not look up".formatted(dummy.get()),
                        zone.places(),
                        List.of(Settlement.command("aws ec2 describe-availability-zones --output json")),
                        null,
                        new Symbol(
                                Functions.ZONES
                                        + resource.stack()
                                                .environment()
                                                .region()
                                                .orElse(""),
                                dummy.get()));
    }

    private Listing<Value<String>> ipv6Blocks(Resource resource) {
        Props props = resource.properties();
        List<Value<String>> blocks = new ArrayList<>();
        props.text("Ipv6CidrBlock").ifPresent(blocks::add);
        for (Resource more : resources.naming(resource.key(), "SubnetId", "AWS::EC2::SubnetCidrBlock")) {
            more.properties().text("Ipv6CidrBlock").map(v -> more.when(v)).ifPresent(blocks::add);
        }
        return Listing.explicit(blocks, props.place("Ipv6CidrBlock"));
    }

    private void dhcpOptions(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(DhcpOptions.DHCP_OPTIONS_ID, props.text(Attribute.id(resource), "DhcpOptionsId"))
                .set(
                        DhcpOptions.DOMAIN_NAME_SERVERS,
                        props.texts("DomainNameServers").orElseGet(() -> Listing.absent(at)))
                .build();
        resources.add(new DhcpOptions(resource.key(), at, resource.existence(), null, attributes));
    }

    /** The reference to a resource of these stacks. */
    static Ref ref(Resource resource) {
        return resource.properties().ref(Attribute.id(resource), "Ref");
    }
}
