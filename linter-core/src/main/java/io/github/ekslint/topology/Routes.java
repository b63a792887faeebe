package io.github.ekslint.topology;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NextHop;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Route.Target;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the routes of one table say.
 *
 * @param reached whether packets get to the transit gateway of a route
 */
record Routes(Estate estate, RouteTable table, Function<Route, Truth> reached) {

    private static final Set<String> GONE = Set.of("failed", "deleting", "deleted");

    /** The routes of a table as they are written, whether or not a transit gateway is attached. */
    Routes(Estate estate, RouteTable table) {
        this(estate, table, route -> Truth.yes());
    }

    /** Whether an active default route leads to an internet gateway. */
    Truth toInternetGateway() {
        Truth any = table.routes()
                .any(
                        "routes",
                        r -> through(
                                r,
                                active(r)
                                        .and(isDefault(r, address -> true))
                                        .and(r.target().is("target", Target.INTERNET_GATEWAY::equals))));
        return orNone(any, "no active default route to an internet gateway");
    }

    /** Whether IPv4 packets reach the internet. */
    Truth ipv4Egress() {
        return egress(IPAddress::isIPv4, "no active default route for IPv4");
    }

    /** Whether IPv6 packets reach the internet. */
    Truth ipv6Egress() {
        return egress(IPAddress::isIPv6, "no active default route for IPv6");
    }

    /** Whether an active default route for IPv4 leads to a NAT gateway that passes a test. */
    Truth throughNatGateway(Function<Route, Truth> test) {
        return table.routes().any("routes", r -> {
            Truth toNat = active(r)
                    .and(isDefault(r, IPAddress::isIPv4))
                    .and(r.target().is("target", Target.NAT_GATEWAY::equals));
            return toNat.isTrue() ? test.apply(r) : toNat.and(test.apply(r));
        });
    }

    /** The hops of active default routes behind which nothing is known. */
    List<Ground> hopsToTheUnknown() {
        List<Ground> hops = new ArrayList<>();
        for (Route route : table.routes().items()) {
            if (active(route).isTrue()
                    && isDefault(route, address -> true).isTrue()
                    && beyond(route).isUnknown()
                    && !route.target().isUnresolved()) {
                hops.add(hop(route));
            }
        }
        return hops;
    }

    private Truth egress(Predicate<IPAddress> family, String none) {
        Truth any = table.routes()
                .any(
                        "routes",
                        r -> through(r, active(r).and(isDefault(r, family)).and(beyond(r))));
        List<Ground> unattached = table.routes().items().stream()
                .filter(r -> any.isFalse() && isDefault(r, family).isTrue())
                .filter(r -> r.target()
                        .known()
                        .filter(Target.TRANSIT_GATEWAY::equals)
                        .isPresent())
                .map(reached)
                .filter(Truth::isFalse)
                .flatMap(t -> t.grounds().stream())
                .toList();
        return unattached.isEmpty() ? orNone(any, none) : any.withGrounds(unattached);
    }

    /** Whether the internet lies behind the target of a default route. */
    private Truth beyond(Route route) {
        if (route.target().known().isEmpty()) {
            return route.target().is("target", t -> true);
        }
        return switch (route.target().known().get()) {
            case LOCAL, LOCAL_GATEWAY -> Truth.no();
            case INTERNET_GATEWAY, EGRESS_ONLY_INTERNET_GATEWAY -> Truth.yes();
            case NAT_GATEWAY -> throughNat(route);
            case TRANSIT_GATEWAY -> throughTransitGateway(route);
            default -> behind(route, "");
        };
    }

    /** What the project says of a target that nothing describes. */
    private Truth behind(Route route, String kind) {
        Optional<Ref> target = route.targetRef().known();
        Optional<NextHop> said = target.flatMap(ref -> ref.id().known())
                .flatMap(id -> estate.find(NextHop.class, Ref.byId(Value.explicit(id))));
        if (said.isPresent()) {
            return Value.isTrue("next hop", said.get().internet());
        }
        String id = target.flatMap(ref -> ref.id().known()).orElse("");
        return Truth.unknown(
                "route",
                hop(route).value() + kind + "; what lies behind it is not known",
                List.of(route.place()),
                id.isEmpty()
                        ? new Settlement[0]
                        : new Settlement[] {Settlement.setting("next-hops: { %s: internet or none }".formatted(id))});
    }

    /** What the project says of the gateway is told of one to which packets get, unless it is known that they do not. */
    private Truth throughTransitGateway(Route route) {
        Truth there = reached.apply(route);
        Truth beyond = behind(route, "");
        return there.isFalse() || beyond.isUnknown() ? there.and(beyond) : beyond;
    }

    private Truth throughNat(Route route) {
        Optional<NatGateway> nat = route.targetRef().known().flatMap(ref -> estate.find(NatGateway.class, ref));
        if (nat.isEmpty()) {
            return Truth.yes();
        }
        Value<String> state = nat.get().state();
        if (state.known().filter(s -> GONE.contains(s.toLowerCase(Locale.ROOT))).isPresent()) {
            return Truth.of(false, state.ground("state of " + nat.get().displayName()));
        }
        if (nat.get().connectivityType().known().filter("private"::equals).isPresent()) {
            return behind(route, ", a private NAT gateway");
        }
        return nat.get().existence();
    }

    /** A route without a state is written in a spec. */
    private static Truth active(Route route) {
        return Truth.of(route.state().known().filter("blackhole"::equals).isEmpty());
    }

    /** Whether a route takes whatever has no route of its own; halves of the address space count. */
    private Truth isDefault(Route route, Predicate<IPAddress> family) {
        Optional<String> destination = route.destination().known();
        if (destination.filter(d -> d.startsWith("pl-")).isPresent()) {
            if (route.target().known().filter(Target.VPC_ENDPOINT::equals).isPresent()) {
                return Truth.no();
            }
            return new PrefixLists(estate)
                    .entries(route.destination(), route.place())
                    .any("entries of " + destination.get(), e -> e.is("cidr", d -> takesAll(d, family)));
        }
        return route.destination().is("destination", d -> takesAll(d, family));
    }

    private static boolean takesAll(String destination, Predicate<IPAddress> family) {
        IPAddress address = new IPAddressString(destination).getAddress();
        return address != null
                && address.getNetworkPrefixLength() != null
                && address.getNetworkPrefixLength() <= 1
                && family.test(address);
    }

    private Truth orNone(Truth truth, String none) {
        return truth.isFalse()
                ? truth.withGrounds(
                        List.of(Ground.fact("route table " + table.displayName(), none, List.of(table.place()))))
                : truth;
    }

    private static Truth through(Route route, Truth truth) {
        return truth.isTrue() ? truth.withGrounds(List.of(hop(route))) : truth;
    }

    private static Ground hop(Route route) {
        String target = route.target()
                .known()
                .map(t -> t.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("an unknown target");
        String id = route.targetRef()
                .known()
                .flatMap(r -> r.id().known())
                .map(i -> " " + i)
                .orElse("");
        String from = route.destination().known().map(d -> d + " goes").orElse("a route goes");
        return Ground.fact("route", "%s to %s%s".formatted(from, target, id), List.of(route.place()));
    }
}
