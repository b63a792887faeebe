package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNetwork;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Route tables with their routes and subnets, NAT gateways and VPC endpoints. */
final class Routing {

    private static final String TABLE = "AWS::EC2::RouteTable";

    /** What a route points at, by the property that names it. */
    private static final Map<String, Route.Target> TARGETS = targets();

    private final StackResources resources;

    private Routing(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        Routing routing = new Routing(resources);
        resources.of(TABLE).forEach(routing::table);
        resources.of(Vpcs.VPC).forEach(routing::mainTable);
        resources.of("AWS::EC2::NatGateway").forEach(routing::natGateway);
        resources.of("AWS::EC2::VPCEndpoint").forEach(routing::endpoint);
    }

    private void table(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(RouteTable.ROUTE_TABLE_ID, props.text(Attribute.id(resource), "RouteTableId"))
                .set(RouteTable.MAIN, Value.byDefault(false, Props.AWS, at))
                .set(RouteTable.SUBNETS, subnets(resource))
                .set(RouteTable.ROUTES, routes(resource));
        props.ref("VpcId").ifPresent(v -> attributes.set(RouteTable.VPC, v));
        resources.add(new RouteTable(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private Listing<Ref> subnets(Resource table) {
        List<Ref> subnets = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        for (Resource one : resources.naming(table.key(), "RouteTableId", "AWS::EC2::SubnetRouteTableAssociation")) {
            Optional<Ref> subnet = one.properties().ref("SubnetId").flatMap(Value::known);
            boolean sure = subnet.isPresent()
                    && (StackResources.existsWith(one, table)
                            || resources
                                    .byKey(subnet.get().key())
                                    .filter(s -> StackResources.existsWith(one, s))
                                    .isPresent());
            if (sure) {
                subnets.add(subnet.get());
            } else {
                rest = new Value.Unresolved<>(
                        "%s depends on what is not known".formatted(one.id()),
                        List.of(one.place()),
                        List.of(),
                        null,
                        null);
            }
        }
        Listing<Ref> listing = Listing.explicit(subnets, table.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private Listing<Route> routes(Resource table) {
        List<Route> routes =
                new ArrayList<>(List.of(ImpliedNetwork.local(table.place(), block(table.place(), vpcOf(table)))));
        resources.naming(table.key(), "RouteTableId", "AWS::EC2::Route").forEach(r -> routes.add(route(r)));
        return Listing.explicit(routes, table.place());
    }

    /** The table that EC2 creates with a VPC; a template cannot add routes to it. */
    private void mainTable(Resource vpc) {
        Place at = vpc.place();
        String key = "RouteTable/" + vpc.key().substring(vpc.key().indexOf('/') + 1) + ".main";
        ImpliedNetwork implied = new ImpliedNetwork(Vpcs.ref(vpc), at, vpc.existence());
        resources.add(implied.mainTable(key, block(at, Optional.of(vpc)), List.of()));
    }

    private Optional<Resource> vpcOf(Resource table) {
        return table.properties().ref("VpcId").flatMap(Value::known).flatMap(v -> resources.byKey(v.key()));
    }

    private Value<String> block(Place at, Optional<Resource> vpc) {
        return vpc.flatMap(v -> v.properties().text("CidrBlock"))
                .orElseGet(() -> Value.unresolved("the VPC's address block is not known", List.of(at)));
    }

    private Route route(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Value<String> destination = props.text("DestinationCidrBlock")
                .or(() -> props.text("DestinationIpv6CidrBlock"))
                .or(() -> props.text("DestinationPrefixListId"))
                .orElseGet(() -> Value.absent(at));
        Value<Route.Target> target = Value.unresolved("the route names no target", List.of(at));
        Value<Ref> ref = Value.absent(at);
        for (Map.Entry<String, Route.Target> one : TARGETS.entrySet()) {
            Optional<Value<Ref>> written = props.ref(one.getKey()).filter(v -> !(v instanceof Value.Absent<Ref>));
            if (written.isPresent()) {
                ref = written.get();
                target = one.getKey().equals("GatewayId") ? gateway(ref, at) : Value.explicit(one.getValue(), at);
                break;
            }
        }
        return new Route(at, resource.when(destination), target, ref, Value.byDefault("active", Props.AWS, at));
    }

    /** {@code GatewayId} holds several kinds of targets; the resource it names, or the prefix of the id, tells which. */
    private Value<Route.Target> gateway(Value<Ref> ref, Place at) {
        return ref.flatMap(r -> {
            Optional<String> type = resources.byKey(r.key()).map(Resource::type);
            String kind = type.orElseGet(() -> r.id().known().orElse("").replaceFirst("-.*", ""));
            return switch (kind) {
                case "AWS::EC2::InternetGateway", "igw" -> Value.explicit(Route.Target.INTERNET_GATEWAY, at);
                case "AWS::EC2::VPNGateway", "vgw" -> Value.explicit(Route.Target.VIRTUAL_PRIVATE_GATEWAY, at);
                case "AWS::EC2::CarrierGateway", "cagw" -> Value.explicit(Route.Target.CARRIER_GATEWAY, at);
                case "AWS::EC2::VPCEndpoint", "vpce" -> Value.explicit(Route.Target.VPC_ENDPOINT, at);
                case "lgw" -> Value.explicit(Route.Target.LOCAL_GATEWAY, at);
                case "local" -> Value.explicit(Route.Target.LOCAL, at);
                default -> Value.unresolved("which kind of gateway GatewayId names is not known", List.of(at));
            };
        });
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
        targets.put("VpcEndpointId", Route.Target.VPC_ENDPOINT);
        targets.put("GatewayId", Route.Target.INTERNET_GATEWAY);
        return targets;
    }

    private void natGateway(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(NatGateway.NAT_GATEWAY_ID, props.text(Attribute.id(resource), "NatGatewayId"))
                .set(NatGateway.STATE, Value.byDefault("available", "CloudFormation", at))
                .set(NatGateway.CONNECTIVITY_TYPE, props.textOr("ConnectivityType", "public"));
        address(props.datum("AllocationId"))
                .ifPresent(ip -> attributes.set(NatGateway.PUBLIC_IPS, Listing.explicit(List.of(ip), at)));
        Optional<Value<Ref>> subnet = props.ref("SubnetId");
        subnet.ifPresent(s -> attributes.set(NatGateway.SUBNET, s));
        subnet.flatMap(Value::known)
                .flatMap(s -> resources.byKey(s.key()))
                .flatMap(s -> s.properties().ref("VpcId"))
                .ifPresent(v -> attributes.set(NatGateway.VPC, v));
        resources.add(new NatGateway(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** The address of an Elastic IP of these stacks: not known before it is deployed, and the same wherever it is named. */
    private Optional<Value<String>> address(Datum allocation) {
        return Optional.of(allocation)
                .filter(d -> d instanceof Datum.Text)
                .map(d -> ((Datum.Text) d).target())
                .flatMap(target -> resources.byKey(target.key()))
                .filter(r -> r.is("AWS::EC2::EIP"))
                .map(r -> r.properties().text(Attribute.id(r), "PublicIp"));
    }

    /** Without a word on private DNS, CloudFormation leaves it off. */
    private void endpoint(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(VpcEndpoint.VPC_ENDPOINT_ID, props.text(Attribute.id(resource), "VpcEndpointId"))
                .set(VpcEndpoint.SERVICE_NAME, serviceName(props))
                .set(VpcEndpoint.VPC_ENDPOINT_TYPE, props.textOr("VpcEndpointType", "Gateway"))
                .set(VpcEndpoint.STATE, Value.byDefault("available", "CloudFormation", at))
                .set(VpcEndpoint.SUBNETS, props.refs("SubnetIds").orElseGet(() -> Listing.absent(at)))
                .set(VpcEndpoint.ROUTE_TABLES, props.refs("RouteTableIds").orElseGet(() -> Listing.absent(at)))
                .set(VpcEndpoint.PRIVATE_DNS_ENABLED, props.flagOr("PrivateDnsEnabled", false));
        props.ref("VpcId").ifPresent(v -> attributes.set(VpcEndpoint.VPC, v));
        Optional<Listing<Ref>> groups = props.refs("SecurityGroupIds");
        attributes.set(VpcEndpoint.SECURITY_GROUPS, groups.orElseGet(() -> defaultGroup(props, at)));
        resources.add(new VpcEndpoint(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** An interface endpoint without groups gets the VPC's default group. */
    private Listing<Ref> defaultGroup(Props props, Place at) {
        Optional<Resource> vpc = props.ref("VpcId").flatMap(Value::known).flatMap(v -> resources.byKey(v.key()));
        boolean gateway = props.textOr("VpcEndpointType", "Gateway")
                .known()
                .filter("Interface"::equals)
                .isEmpty();
        if (gateway || vpc.isEmpty()) {
            return Listing.absent(at);
        }
        Ref group = new Ref(
                Value.unresolved("EC2 creates it with the VPC", List.of(at)),
                Targets.defaultSecurityGroup(vpc.get().key()));
        return Listing.byDefault(List.of(group), Props.AWS, at);
    }

    /** In a stack for any Region, the name stays known but for the Region. */
    private static Value<String> serviceName(Props props) {
        Datum datum = props.datum("ServiceName");
        if (datum instanceof Datum.Text text
                && text.known() == null
                && text.pieces().size() > 1) {
            StringBuilder name = new StringBuilder();
            for (Datum.Piece piece : text.pieces()) {
                Gap gap = piece.gap();
                if (gap == null) {
                    name.append(piece.text());
                } else if (gap.symbol() != null && gap.symbol().list().startsWith("AWS::")) {
                    name.append("${").append(gap.symbol().list()).append('}');
                } else {
                    return props.textOrAbsent("ServiceName");
                }
            }
            return Value.explicit(name.toString(), props.place("ServiceName"));
        }
        return props.textOrAbsent("ServiceName");
    }

    /** Whether a subnet's routes lead to an internet gateway; unknown when these stacks do not say. */
    static Truth toInternetGateway(Resource subnet, StackResources resources) {
        Routing routing = new Routing(resources);
        List<Truth> routes = new ArrayList<>();
        for (Resource one : resources.naming(subnet.key(), "SubnetId", "AWS::EC2::SubnetRouteTableAssociation")) {
            Optional<String> table = one.properties()
                    .ref("RouteTableId")
                    .flatMap(Value::known)
                    .map(Ref::key)
                    .filter(k -> resources.byKey(k).isPresent());
            if (table.isEmpty()) {
                return Truth.unknown("routes", "the route table is not known", List.of(one.place()));
            }
            for (Resource route : resources.naming(table.get(), "RouteTableId", "AWS::EC2::Route")) {
                routes.add(routing.route(route).target().is("target", Route.Target.INTERNET_GATEWAY::equals));
            }
        }
        boolean ownVpc = subnet.properties()
                .ref("VpcId")
                .flatMap(Value::known)
                .flatMap(v -> resources.byKey(v.key()))
                .isPresent();
        return ownVpc
                ? Truth.any(routes)
                : Truth.unknown("routes", "the main route table is not known", List.of(subnet.place()));
    }
}
