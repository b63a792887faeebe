package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.NetworkAclEntry;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.AwsId;
import io.github.ekslint.reader.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers of the EC2 API about VPCs and what lies in them. */
final class NetworkAnswers {

    /** What a route points at, by the member that names it. */
    private static final Map<String, Route.Target> TARGETS = targets();

    private NetworkAnswers() {}

    static void vpcs(Take take) {
        for (Fields fields : take.fields().children("Vpcs")) {
            Description d = new Description(fields, fields.has("CidrBlock"));
            d.id(Vpc.VPC_ID, "VpcId")
                    .list(Vpc.CIDR_BLOCKS, vpcCidrs(d))
                    .list(
                            Vpc.IPV6_CIDR_BLOCKS,
                            d.items(
                                    "Ipv6CidrBlockAssociationSet",
                                    f -> associated(f, "Ipv6CidrBlockState")
                                            ? f.text("Ipv6CidrBlock")
                                            : Optional.empty()))
                    .ref(Vpc.DHCP_OPTIONS, "DhcpOptionsId")
                    .flagOrFalse(Vpc.IS_DEFAULT, "IsDefault")
                    .tagList(Vpc.TAGS, "Tags");
            take.add(Vpc::new, Vpc.VPC_ID, d);
        }
    }

    static void vpcAttribute(Take take) {
        Description d = new Description(take.fields(), false);
        d.id(Vpc.VPC_ID, "VpcId")
                .flag(Vpc.ENABLE_DNS_SUPPORT, "EnableDnsSupport.Value")
                .flag(Vpc.ENABLE_DNS_HOSTNAMES, "EnableDnsHostnames.Value");
        take.add(Vpc::new, Vpc.VPC_ID, d);
    }

    static void subnets(Take take) {
        List<Fields> subnets = take.fields().children("Subnets");
        for (Fields fields : subnets) {
            Description d = new Description(fields, fields.has("CidrBlock") && fields.has("VpcId"));
            d.id(Subnet.SUBNET_ID, "SubnetId")
                    .ref(Subnet.VPC, "VpcId")
                    .text(Subnet.CIDR_BLOCK, "CidrBlock")
                    .list(
                            Subnet.IPV6_CIDR_BLOCKS,
                            d.items(
                                    "Ipv6CidrBlockAssociationSet",
                                    f -> associated(f, "Ipv6CidrBlockState")
                                            ? f.text("Ipv6CidrBlock")
                                            : Optional.empty()))
                    .text(Subnet.AVAILABILITY_ZONE, "AvailabilityZone")
                    .text(Subnet.OUTPOST_ARN, "OutpostArn")
                    .tagList(Subnet.TAGS, "Tags");
            said(d, "AvailabilityZoneId").ifPresent(p -> d.text(Subnet.AVAILABILITY_ZONE_ID, p));
            said(d, "AvailableIpAddressCount").ifPresent(p -> d.integer(Subnet.AVAILABLE_IP_ADDRESS_COUNT, p));
            said(d, "MapPublicIpOnLaunch").ifPresent(p -> d.flag(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, p));
            said(d, "AssignIpv6AddressOnCreation").ifPresent(p -> d.flag(Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION, p));
            said(d, "OwnerId").ifPresent(p -> d.text(Subnet.OWNER_ID, p));
            take.add(Subnet::new, Subnet.SUBNET_ID, d);
        }
        listed(take, subnets, Vpc.SUBNETS_LISTED, f -> false);
    }

    static void routeTables(Take take) {
        for (Fields fields : take.fields().children("RouteTables")) {
            Description d = new Description(fields, fields.has("VpcId"));
            List<Fields> associations = d.children("Associations");
            boolean main = associations.stream()
                    .anyMatch(a -> a.flag("Main").flatMap(Value::known).orElse(false));
            d.id(RouteTable.ROUTE_TABLE_ID, "RouteTableId")
                    .ref(RouteTable.VPC, "VpcId")
                    .list(RouteTable.ROUTES, d.items("Routes", NetworkAnswers::route));
            if (fields.has("Associations")) {
                d.observe(RouteTable.MAIN, main).refs(RouteTable.SUBNETS, "Associations", "SubnetId");
            }
            take.add(RouteTable::new, RouteTable.ROUTE_TABLE_ID, d);
        }
        listed(take, take.fields().children("RouteTables"), Vpc.ROUTE_TABLES_LISTED, NetworkAnswers::isMain);
    }

    static void natGateways(Take take) {
        for (Fields fields : take.fields().children("NatGateways")) {
            Description d = new Description(fields, fields.has("VpcId"));
            d.id(NatGateway.NAT_GATEWAY_ID, "NatGatewayId")
                    .ref(NatGateway.VPC, "VpcId")
                    .ref(NatGateway.SUBNET, "SubnetId")
                    .text(NatGateway.STATE, "State")
                    .textOr(NatGateway.CONNECTIVITY_TYPE, "ConnectivityType", "public")
                    .texts(NatGateway.PUBLIC_IPS, "NatGatewayAddresses", "PublicIp");
            take.add(NatGateway::new, NatGateway.NAT_GATEWAY_ID, d);
        }
        listed(take, take.fields().children("NatGateways"), Vpc.NAT_GATEWAYS_LISTED, f -> true);
    }

    static void vpcEndpoints(Take take) {
        for (Fields fields : take.fields().children("VpcEndpoints")) {
            Description d = new Description(fields, fields.has("VpcId"));
            d.id(VpcEndpoint.VPC_ENDPOINT_ID, "VpcEndpointId")
                    .ref(VpcEndpoint.VPC, "VpcId")
                    .text(VpcEndpoint.SERVICE_NAME, "ServiceName")
                    .textOr(VpcEndpoint.VPC_ENDPOINT_TYPE, "VpcEndpointType", "Gateway")
                    .text(VpcEndpoint.STATE, "State")
                    .refs(VpcEndpoint.SUBNETS, "SubnetIds")
                    .refs(VpcEndpoint.ROUTE_TABLES, "RouteTableIds")
                    .refs(VpcEndpoint.SECURITY_GROUPS, "Groups", "GroupId")
                    .flagOrFalse(VpcEndpoint.PRIVATE_DNS_ENABLED, "PrivateDnsEnabled");
            take.add(VpcEndpoint::new, VpcEndpoint.VPC_ENDPOINT_ID, d);
        }
        listed(take, take.fields().children("VpcEndpoints"), Vpc.ENDPOINTS_LISTED, f -> true);
    }

    static void networkAcls(Take take) {
        for (Fields fields : take.fields().children("NetworkAcls")) {
            Description d = new Description(fields, fields.has("VpcId"));
            d.id(NetworkAcl.NETWORK_ACL_ID, "NetworkAclId")
                    .ref(NetworkAcl.VPC, "VpcId")
                    .flagOrFalse(NetworkAcl.IS_DEFAULT, "IsDefault")
                    .refs(NetworkAcl.SUBNETS, "Associations", "SubnetId")
                    .list(NetworkAcl.ENTRIES, d.items("Entries", NetworkAnswers::aclEntry));
            take.add(NetworkAcl::new, NetworkAcl.NETWORK_ACL_ID, d);
        }
        listed(take, take.fields().children("NetworkAcls"), Vpc.NETWORK_ACLS_LISTED, f -> isTrue(f, "IsDefault"));
    }

    static void dhcpOptions(Take take) {
        for (Fields fields : take.fields().children("DhcpOptions")) {
            Description d = new Description(fields, false);
            List<Value<String>> servers = new ArrayList<>();
            d.children("DhcpConfigurations").stream()
                    .filter(c -> c.text("Key")
                            .flatMap(Value::known)
                            .filter("domain-name-servers"::equals)
                            .isPresent())
                    .forEach(c -> new Description(c, false).children("Values").forEach(v -> v.text("Value")
                            .ifPresent(servers::add)));
            d.id(DhcpOptions.DHCP_OPTIONS_ID, "DhcpOptionsId")
                    .set(DhcpOptions.DOMAIN_NAME_SERVERS, Listing.observed(servers, fields.origin(), fields.place()));
            take.add(DhcpOptions::new, DhcpOptions.DHCP_OPTIONS_ID, d);
        }
    }

    static void availabilityZones(Take take) {
        for (Fields fields : take.fields().children("AvailabilityZones")) {
            Description d = new Description(fields, false);
            d.text(AvailabilityZone.ZONE_NAME, "ZoneName")
                    .text(AvailabilityZone.ZONE_ID, "ZoneId")
                    .text(AvailabilityZone.REGION, "RegionName");
            d.set(
                    AvailabilityZone.ZONE_TYPE,
                    d.text("ZoneType").orElseGet(() -> Value.byDefault("availability-zone", "AWS", d.place())));
            take.add(AvailabilityZone::new, AvailabilityZone.ZONE_NAME, d);
        }
    }

    /**
     * Says of a VPC that all of its resources of a kind are listed: when the command asked for the whole VPC; without a
     * manifest, when the answer has no further page and has, for this VPC, what every whole list has. An answer without
     * results says so of the VPC it is attributed to.
     *
     * @param proof whether a listed resource is one that a list of chosen resources would hardly contain
     */
    static void listed(Take take, List<Fields> results, Attribute<Value<Boolean>> attribute, Predicate<Fields> proof) {
        if (take.isPage()) {
            return;
        }
        Map<String, Fields> whole = new LinkedHashMap<>();
        Optional<Command> command = take.command();
        Optional<String> asked = command.flatMap(c -> c.onlyFilter("vpc-id"));
        if (asked.isPresent()) {
            whole.put(asked.get(), take.fields());
        } else if (command.isEmpty() || !command.get().chooses()) {
            for (Fields result : results.stream().filter(proof).toList()) {
                result.text("VpcId")
                        .flatMap(Value::known)
                        .filter(AwsId::isReal)
                        .ifPresent(vpc -> whole.putIfAbsent(vpc, result));
            }
        }
        whole.forEach((vpc, from) -> {
            Description d =
                    new Description(from, false).observe(Vpc.VPC_ID, vpc).observe(attribute, true);
            take.add(Vpc::new, Vpc.VPC_ID, d);
        });
        if (results.isEmpty() && command.isEmpty()) {
            take.add(Vpc::new, Vpc.VPC_ID, new Description(take.fields(), false).observe(attribute, true));
        }
    }

    private static boolean isMain(Fields routeTable) {
        return routeTable.children("Associations").stream().anyMatch(a -> isTrue(a, "Main"));
    }

    private static boolean isTrue(Fields fields, String key) {
        return fields.flag(key).flatMap(Value::known).orElse(false);
    }

    private static Optional<String> said(Description d, String key) {
        return d.fields().has(key) ? Optional.of(key) : Optional.empty();
    }

    private static Optional<Listing<Value<String>>> vpcCidrs(Description d) {
        return d.items(
                        "CidrBlockAssociationSet",
                        f -> associated(f, "CidrBlockState") ? f.text("CidrBlock") : Optional.empty())
                .or(() -> d.fields()
                        .text("CidrBlock")
                        .map(c -> Listing.observed(List.of(c), d.fields().origin(), d.place())));
    }

    /** Whether a CIDR block is in use; of one that is being taken away the state is not {@code associated}. */
    private static boolean associated(Fields fields, String state) {
        return fields.child(state)
                .flatMap(s -> s.text("State"))
                .flatMap(Value::known)
                .map(s -> s.equals("associated"))
                .orElse(true);
    }

    private static Optional<Route> route(Fields fields) {
        Description d = new Description(fields, true);
        Value<String> destination = d.text("DestinationCidrBlock")
                .or(() -> d.text("DestinationIpv6CidrBlock"))
                .or(() -> d.text("DestinationPrefixListId"))
                .orElseGet(d::absent);
        Value<Route.Target> target = Value.unresolved("the recorded route names no target", List.of(fields.place()));
        Value<Ref> ref = d.absent();
        for (Map.Entry<String, Route.Target> entry : TARGETS.entrySet()) {
            Optional<Value<String>> id = d.text(entry.getKey())
                    .filter(v -> v.known().filter(String::isBlank).isEmpty());
            if (id.isPresent()) {
                target = id.get().map(text -> gatewayTarget(text, entry.getValue()));
                ref = id.get().known().filter("local"::equals).isPresent()
                        ? d.absent()
                        : Description.refValue(id.get());
                break;
            }
        }
        Value<String> state = d.text("State").orElseGet(() -> Value.byDefault("active", "AWS", fields.place()));
        return Optional.of(new Route(fields.place(), destination, target, ref, state));
    }

    /** {@code GatewayId} holds several kinds of targets; the prefix of the id tells which. */
    private static Route.Target gatewayTarget(String id, Route.Target named) {
        if (named != Route.Target.INTERNET_GATEWAY) {
            return named;
        }
        if (id.equals("local")) {
            return Route.Target.LOCAL;
        }
        return switch (id.replaceFirst("-.*", "")) {
            case "vgw" -> Route.Target.VIRTUAL_PRIVATE_GATEWAY;
            case "vpce" -> Route.Target.VPC_ENDPOINT;
            case "lgw" -> Route.Target.LOCAL_GATEWAY;
            case "cagw" -> Route.Target.CARRIER_GATEWAY;
            default -> Route.Target.INTERNET_GATEWAY;
        };
    }

    private static Map<String, Route.Target> targets() {
        Map<String, Route.Target> targets = new LinkedHashMap<>();
        targets.put("NatGatewayId", Route.Target.NAT_GATEWAY);
        targets.put("EgressOnlyInternetGatewayId", Route.Target.EGRESS_ONLY_INTERNET_GATEWAY);
        targets.put("TransitGatewayId", Route.Target.TRANSIT_GATEWAY);
        targets.put("VpcPeeringConnectionId", Route.Target.VPC_PEERING_CONNECTION);
        targets.put("LocalGatewayId", Route.Target.LOCAL_GATEWAY);
        targets.put("CarrierGatewayId", Route.Target.CARRIER_GATEWAY);
        targets.put("CoreNetworkArn", Route.Target.CORE_NETWORK);
        targets.put("InstanceId", Route.Target.INSTANCE);
        targets.put("NetworkInterfaceId", Route.Target.NETWORK_INTERFACE);
        targets.put("GatewayId", Route.Target.INTERNET_GATEWAY);
        return targets;
    }

    private static Optional<NetworkAclEntry> aclEntry(Fields fields) {
        Description d = new Description(fields, true);
        Optional<Fields> ports = fields.child("PortRange");
        return Optional.of(new NetworkAclEntry(
                fields.place(),
                fields.integer("RuleNumber").orElseGet(d::absent),
                fields.flag("Egress").orElseGet(d::absent),
                fields.text("RuleAction").map(v -> v.map("allow"::equals)).orElseGet(d::absent),
                fields.text("Protocol").orElseGet(d::absent),
                ports.flatMap(p -> p.integer("From")).orElseGet(d::absent),
                ports.flatMap(p -> p.integer("To")).orElseGet(d::absent),
                fields.text("CidrBlock").or(() -> fields.text("Ipv6CidrBlock")).orElseGet(d::absent)));
    }
}
