package io.github.ekslint.reader.eksctl;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The VPC that eksctl creates when a spec brings none: DNS attributes on, a public and a private subnet in every zone with
 * their role tags, an internet gateway, NAT by {@code vpc.nat.gateway}; in a fully-private cluster private subnets only
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/vpc-configuration.html">eksctl User Guide, VPC configuration</a>).
 */
final class NewVpc {

    private static final String DEFAULT_CIDR = "192.168.0.0/16";
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String ANYWHERE_IPV6 = "::/0";
    private static final int RESERVED_BY_AWS = 5;

    private final Spec spec;
    private final Place at;
    private final Optional<Fields> vpc;
    private final String vpcKey;
    private final Value<String> vpcId;
    private final Value<String> cidr;
    private final Value<String> natMode;
    private final boolean isPrivate;

    private NewVpc(Spec spec, Optional<Fields> vpc) {
        this.spec = spec;
        this.vpc = vpc;
        this.at = vpc.map(Fields::place).orElse(spec.place());
        this.vpcKey = spec.mint("Vpc");
        this.vpcId = spec.created(Spec.EKSCTL, at);
        this.cidr = vpc.flatMap(v -> Spec.text(v, "cidr")).orElseGet(() -> Spec.byEksctl(DEFAULT_CIDR, at));
        this.natMode = vpc.flatMap(v -> v.child("nat"))
                .flatMap(n -> Spec.text(n, "gateway"))
                .filter(w -> !isIpv6())
                .orElseGet(() -> Spec.byEksctl("Single", at));
        this.isPrivate = spec.privateCluster().known().orElse(false);
    }

    static Network read(Spec spec, Optional<Fields> vpc, List<SubnetSpec> layout) {
        return new NewVpc(spec, vpc).create(layout);
    }

    /** A subnet to be created. */
    private record Plan(
            String name,
            Value<String> zone,
            Optional<Value<String>> cidr,
            boolean local,
            boolean chosen,
            Place place) {}

    private Network create(List<SubnetSpec> layout) {
        Optional<Value.Unresolved<?>> open = Spec.open(spec.privateCluster()).or(() -> Zones.open(spec));
        spec.add(new Vpc(vpcKey, at, Truth.yes(), spec.clusterKey(), vpcAttributes(open)));
        if (open.isPresent()) {
            return new Network(vpcKey, vpcId, cidr, List.of(), List.of(), List.of(), open);
        }
        List<Plan> publicPlans = new ArrayList<>();
        List<Plan> privatePlans = new ArrayList<>();
        if (layout.isEmpty()) {
            planZones(publicPlans, privatePlans);
        } else {
            layout.forEach(s -> (s.isPublic() ? publicPlans : privatePlans).add(plan(s)));
        }
        List<Network.Entry> publics = new ArrayList<>();
        List<Network.Entry> privates = new ArrayList<>();
        if (!isPrivate) {
            publicPlans.forEach(p -> publics.add(subnet(p, true)));
            publicRouteTable(publics);
        }
        privatePlans.forEach(p -> privates.add(subnet(p, false)));
        Nat nat = natGateways(publics);
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < privates.size(); i++) {
            tables.add(privateRouteTable(privates.get(i), i, nat));
        }
        return new Network(vpcKey, vpcId, cidr, privates, publics, tables, Optional.empty());
    }

    private Attributes vpcAttributes(Optional<Value.Unresolved<?>> open) {
        Value<Boolean> listed = open.<Value<Boolean>>map(Spec::unresolved).orElseGet(() -> Spec.byEksctl(true, at));
        Place[] cidrPlaces = cidr.places().toArray(Place[]::new);
        return Attributes.builder()
                .set(Vpc.VPC_ID, vpcId)
                .set(Vpc.REGION, spec.region())
                .set(
                        Vpc.CIDR_BLOCKS,
                        cidr.isExplicit()
                                ? Listing.explicit(List.of(cidr), cidrPlaces)
                                : Spec.byEksctl(List.of(cidr), at))
                .set(Vpc.IPV6_CIDR_BLOCKS, ipv6Cidrs())
                .set(Vpc.ENABLE_DNS_SUPPORT, Spec.byEksctl(true, at))
                .set(Vpc.ENABLE_DNS_HOSTNAMES, Spec.byEksctl(true, at))
                .set(Vpc.IS_DEFAULT, Spec.byEksctl(false, at))
                .set(Vpc.ENDPOINTS_LISTED, listed)
                .set(Vpc.ROUTE_TABLES_LISTED, listed)
                .set(Vpc.SUBNETS_LISTED, listed)
                .set(Vpc.DHCP_OPTIONS, Value.absent(at))
                .set(
                        Vpc.NAT_GATEWAYS_LISTED,
                        Spec.open(natMode).<Value<Boolean>>map(Spec::unresolved).orElse(listed))
                .set(Vpc.TAGS, Spec.byEksctl(spec.tags(), at))
                .build();
    }

    /** The zones give a public and a private subnet each; eksctl cuts the CIDR block into eight, or sixteen, equal parts. */
    private void planZones(List<Plan> publicPlans, List<Plan> privatePlans) {
        List<Zones.Zone> zones = Zones.of(spec);
        List<Value<String>> blocks = blocks(zones.size() * 2);
        for (int i = 0; i < zones.size(); i++) {
            Zones.Zone zone = zones.get(i);
            publicPlans.add(
                    new Plan(zone.name(), zone.value(), Optional.of(blocks.get(i)), zone.local(), zone.chosen(), at));
            privatePlans.add(new Plan(
                    zone.name(),
                    zone.value(),
                    Optional.of(blocks.get(i + zones.size())),
                    zone.local(),
                    zone.chosen(),
                    at));
        }
    }

    private Plan plan(SubnetSpec subnet) {
        Value<String> zone = subnet.zone()
                .orElseGet(() -> Value.unresolved(
                        "“%s” is no zone, and az is not set".formatted(subnet.name()), List.of(subnet.place())));
        return new Plan(subnet.name(), zone, subnet.cidr(), false, false, subnet.place());
    }

    private List<Value<String>> blocks(int count) {
        List<Value<String>> blocks = new ArrayList<>();
        Optional<IPAddress> whole = cidr.known().flatMap(this::parse);
        if (whole.isPresent()) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(8, count) - 1);
            int prefix = Math.min(32, whole.get().getNetworkPrefixLength() + bits);
            Iterator<? extends IPAddress> parts =
                    whole.get().toPrefixBlock().setPrefixLength(prefix, false).prefixBlockIterator();
            while (parts.hasNext() && blocks.size() < count) {
                blocks.add(Spec.byEksctl(parts.next().toCanonicalString(), at));
            }
        }
        while (blocks.size() < count) {
            blocks.add(Spec.open(cidr)
                    .<Value<String>>map(Spec::unresolved)
                    .orElseGet(() -> Value.unresolved("vpc.cidr cannot be divided", cidr.places())));
        }
        return blocks;
    }

    private Optional<IPAddress> parse(String text) {
        try {
            IPAddress address = new IPAddressString(text).toAddress();
            if (address != null && address.isIPv4() && address.isPrefixed()) {
                return Optional.of(address);
            }
        } catch (AddressStringException notAnAddress) {
            // reported below
        }
        spec.problem(Problem.error(
                "wrong-type",
                cidr.places().isEmpty() ? at : cidr.places().get(0),
                "cidr is “%s”, which is not an IPv4 CIDR block".formatted(text)));
        return Optional.empty();
    }

    private Network.Entry subnet(Plan plan, boolean isPublic) {
        Place place = plan.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(Subnet.SUBNET_ID, spec.created(Spec.EKSCTL, place))
                .set(Subnet.VPC, Spec.byEksctl(new Ref(vpcId, vpcKey), place))
                .set(Subnet.AVAILABILITY_ZONE, plan.zone())
                .set(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, Spec.byEksctl(isPublic, place))
                .set(Subnet.OUTPOST_ARN, Value.absent(place))
                .set(Subnet.DECLARED_PUBLIC, Spec.byEksctl(isPublic, place))
                .set(Subnet.IS_NEW, Spec.byEksctl(true, place))
                .set(Subnet.TAGS, Spec.byEksctl(roleTags(isPublic, place), place))
                .set(Subnet.IPV6_CIDR_BLOCKS, ipv6Cidrs())
                .set(
                        Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION,
                        spec.ipFamily().flatMap(family -> Spec.byEksctl(family.equals("ipv6"), place)));
        plan.cidr().ifPresent(block -> attributes
                .set(Subnet.CIDR_BLOCK, block)
                .set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, block.flatMap(this::usable)));
        if (plan.chosen()) {
            attributes.set(Subnet.ACCEPTED_BY_EKS, Spec.byEksctl(true, place));
        }
        String key = spec.mint("Subnet/" + (isPublic ? "public/" : "private/") + plan.name());
        Subnet fact = new Subnet(key, place, Truth.yes(), spec.clusterKey(), attributes.build());
        spec.add(fact);
        return new Network.Entry(plan.name(), fact, plan.local());
    }

    /** All addresses of a new subnet are free but the five that AWS keeps. */
    private Value<Integer> usable(String block) {
        return parse(block)
                .<Value<Integer>>map(address -> Spec.byEksctl(
                        Math.max(0, (1 << Math.min(30, 32 - address.getNetworkPrefixLength())) - RESERVED_BY_AWS), at))
                .orElseGet(() -> Value.unresolved("“%s” is no CIDR block".formatted(block), List.of(at)));
    }

    private Tags roleTags(boolean isPublic, Place place) {
        Tags own = spec.tags();
        Map<String, Value<String>> tags = new LinkedHashMap<>(own.values());
        tags.put(isPublic ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb", Spec.byEksctl("1", place));
        return new Tags(tags, own.complete());
    }

    private Listing<Value<String>> ipv6Cidrs() {
        Optional<Value.Unresolved<?>> open = Spec.open(spec.ipFamily());
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        boolean dualStack = isIpv6()
                || vpc.flatMap(v -> v.flag("autoAllocateIPv6"))
                        .flatMap(Value::known)
                        .orElse(false);
        List<Value<String>> blocks = dualStack
                ? List.of(Value.unresolved("AWS assigns it", List.of(at), spec.describeCluster()))
                : List.of();
        return Spec.byEksctl(blocks, at);
    }

    private boolean isIpv6() {
        return spec.ipFamily().known().filter("ipv6"::equals).isPresent();
    }

    private void publicRouteTable(List<Network.Entry> publics) {
        List<Route> routes = new ArrayList<>();
        routes.add(local());
        routes.add(route(ANYWHERE, Route.Target.INTERNET_GATEWAY, gateway()));
        if (!ipv6Cidrs().items().isEmpty()) {
            routes.add(route(ANYWHERE_IPV6, Route.Target.INTERNET_GATEWAY, gateway()));
        }
        List<Ref> refs = publics.stream().map(Network.Entry::ref).toList();
        table(spec.mint("RouteTable/public"), refs, Spec.byEksctl(routes, at));
    }

    private String privateRouteTable(Network.Entry subnet, int index, Nat nat) {
        List<Route> routes = new ArrayList<>();
        routes.add(local());
        if (isIpv6() && !isPrivate) {
            routes.add(route(ANYWHERE_IPV6, Route.Target.EGRESS_ONLY_INTERNET_GATEWAY, gateway()));
        }
        String gateway = nat.gatewayFor(index);
        if (gateway != null) {
            routes.add(route(
                    ANYWHERE, Route.Target.NAT_GATEWAY, new Ref(spec.created(Spec.EKSCTL, nat.place()), gateway)));
        }
        Listing<Route> listing = Spec.byEksctl(routes, nat.place());
        String key = spec.mint("RouteTable/private/" + subnet.name());
        table(key, List.of(subnet.ref()), nat.open().map(listing::withRest).orElse(listing));
        return key;
    }

    private void table(String key, List<Ref> subnets, Listing<Route> routes) {
        spec.add(new RouteTable(
                key,
                at,
                Truth.yes(),
                spec.clusterKey(),
                Attributes.builder()
                        .set(RouteTable.ROUTE_TABLE_ID, spec.created(Spec.EKSCTL, at))
                        .set(RouteTable.VPC, Spec.byEksctl(new Ref(vpcId, vpcKey), at))
                        .set(RouteTable.MAIN, Spec.byEksctl(false, at))
                        .set(RouteTable.SUBNETS, Spec.byEksctl(subnets, at))
                        .set(RouteTable.ROUTES, routes)
                        .build()));
    }

    private Route local() {
        return new Route(
                at, cidr, Value.byDefault(Route.Target.LOCAL, Spec.AWS, at), Value.absent(at), active(Spec.AWS));
    }

    private Route route(String destination, Route.Target target, Ref ref) {
        return new Route(
                at,
                Spec.byEksctl(destination, at),
                Spec.byEksctl(target, at),
                Spec.byEksctl(ref, at),
                active(Spec.EKSCTL));
    }

    private Value<String> active(String origin) {
        return Value.byDefault("active", origin, at);
    }

    /** A gateway that is no fact of its own. */
    private Ref gateway() {
        return Ref.byId(spec.created(Spec.EKSCTL, at));
    }

    /**
     * The NAT gateways.
     *
     * @param keys one, or one for each zone; empty when there are none
     * @param open why there may be others
     */
    private record Nat(List<String> keys, Place place, Optional<Value.Unresolved<?>> open) {
        @Nullable
        String gatewayFor(int index) {
            return keys.isEmpty() ? null : keys.get(Math.min(index, keys.size() - 1));
        }
    }

    private Nat natGateways(List<Network.Entry> publics) {
        Place place = natMode.places().isEmpty() ? at : natMode.places().get(0);
        Optional<Value.Unresolved<?>> open = Spec.open(natMode);
        if (open.isPresent() || isPrivate || publics.isEmpty()) {
            return new Nat(List.of(), place, open);
        }
        List<Network.Entry> hosts =
                switch (natMode.known().orElse("")) {
                    case "HighlyAvailable" ->
                        publics.stream().filter(p -> !p.local()).toList();
                    case "Single" -> publics.subList(0, 1);
                    case "Disable" -> List.of();
                    default -> {
                        spec.problem(Problem.error(
                                "wrong-value",
                                place,
                                "gateway is “%s”, not HighlyAvailable, Single or Disable"
                                        .formatted(natMode.known().orElse(""))));
                        yield List.of();
                    }
                };
        return new Nat(hosts.stream().map(h -> natGateway(h, place)).toList(), place, Optional.empty());
    }

    private String natGateway(Network.Entry host, Place place) {
        String key = spec.mint("NatGateway/" + host.name());
        spec.add(new NatGateway(
                key,
                place,
                Truth.yes(),
                spec.clusterKey(),
                Attributes.builder()
                        .set(NatGateway.NAT_GATEWAY_ID, spec.created(Spec.EKSCTL, place))
                        .set(NatGateway.VPC, Spec.byEksctl(new Ref(vpcId, vpcKey), place))
                        .set(NatGateway.SUBNET, Spec.byEksctl(host.ref(), place))
                        .set(NatGateway.STATE, Spec.byEksctl("available", place))
                        .set(NatGateway.CONNECTIVITY_TYPE, Spec.byEksctl("public", place))
                        .build()));
        return key;
    }
}
