package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which route table a subnet uses: the one it is associated with, else the main table of its VPC when all tables of the VPC
 * are known, else the spec's own claim that the subnet is public or private.
 */
record RouteTables(Estate estate, List<RouteTable> tables, TransitGateways gateways) {

    RouteTables(Estate estate) {
        this(estate, Subnet::availabilityZone);
    }

    /** With the zone of a subnet as it is comparable with those of others. */
    RouteTables(Estate estate, Function<Subnet, Value<String>> zone) {
        this(estate, estate.all(RouteTable.class), new TransitGateways(estate, zone));
    }

    /**
     * The routing of a subnet.
     *
     * @param vpc the VPC it lies in, as far as that is known
     */
    SubnetRouting of(Subnet subnet, Vpc vpc) {
        Function<Route, Truth> reached = route -> gateways.reached(route, subnet, vpc);
        List<Candidate> candidates = candidates(subnet, reached);
        Optional<RouteTable> sure = candidates.stream()
                .filter(c -> c.used().isTrue())
                .map(c -> c.routes().table())
                .findFirst();
        if (sure.isEmpty() && candidates.isEmpty() && listed(vpc)) {
            sure = main(vpc);
        }
        if (sure.isPresent()) {
            Routes routes = new Routes(estate, sure.get(), reached);
            return new SubnetRouting(
                    routes.toInternetGateway(),
                    routes.ipv4Egress(),
                    routes.ipv6Egress(),
                    routes.hopsToTheUnknown(),
                    sure);
        }
        Truth unsaid = unsaid(subnet, vpc);
        Truth declared = subnet.declaredPublic()
                .is("declared public", b -> b)
                .withGrounds(List.of(claim(subnet.declaredPublic())));
        boolean claimed = !subnet.declaredPublic().isUnresolved()
                && subnet.declaredPublic().known().isPresent();
        Truth fallback = claimed ? declared : unsaid;
        return new SubnetRouting(
                over(candidates, Routes::toInternetGateway, fallback),
                over(candidates, Routes::ipv4Egress, claimed && declared.isTrue() ? fallback : unsaid),
                over(candidates, Routes::ipv6Egress, unsaid),
                List.of(),
                Optional.empty());
    }

    /** Whether the subnet is associated with a table other than the main one of its VPC. */
    Truth hasOwn(Subnet subnet, Vpc vpc) {
        Truth found = Truth.any(tables.stream()
                .map(t -> Truth.all(List.of(
                        t.existence(),
                        Value.isTrue("main", t.main()).not(),
                        t.subnets().any("subnets", ref -> isIt(ref, subnet)))))
                .toList());
        return listed(vpc) ? found : found.or(unsaid(subnet, vpc));
    }

    /** A claim of the spec, as a sentence. */
    private static Ground claim(Value<Boolean> declaredPublic) {
        Optional<String> kind = declaredPublic.known().map(isPublic -> isPublic ? "public" : "private");
        return kind.map(k -> Ground.fact("declared", "the spec lists it as " + k, declaredPublic.places()))
                .orElseGet(() -> declaredPublic.ground("declared public"));
    }

    /** Which table it uses cannot be told before all tables of the VPC are recorded. */
    private static Truth unsaid(Subnet subnet, Vpc vpc) {
        Vpc unseen = vpc.with(Attributes.builder().set(Vpc.VPC_ID, vpc.vpcId()).build());
        return Truth.unknown(
                "route table",
                "the route tables of %s are not known".formatted(vpc.displayName()),
                List.of(subnet.place()),
                unseen.routeTablesListed()
                        .ground("routeTablesListed")
                        .settledBy()
                        .toArray(Settlement[]::new));
    }

    private Truth over(List<Candidate> candidates, Function<Routes, Truth> test, Truth fallback) {
        List<Truth> through = new ArrayList<>();
        List<Truth> unused = new ArrayList<>();
        for (Candidate candidate : candidates) {
            through.add(candidate.used().and(test.apply(candidate.routes())));
            unused.add(candidate.used().not());
        }
        through.add(Truth.all(unused).and(fallback));
        return Truth.any(through);
    }

    /** The tables that are or may be associated with the subnet. */
    private List<Candidate> candidates(Subnet subnet, Function<Route, Truth> reached) {
        List<Candidate> candidates = new ArrayList<>();
        for (RouteTable table : tables) {
            Truth used = table.existence().and(table.subnets().any("subnets", ref -> isIt(ref, subnet)));
            if (!used.isFalse()) {
                candidates.add(new Candidate(new Routes(estate, table, reached), used));
            }
        }
        return candidates;
    }

    private static Truth isIt(Ref ref, Subnet subnet) {
        if (ref.key() != null) {
            return Truth.of(ref.key().equals(subnet.key()));
        }
        boolean newSubnet = subnet.isNew().known().orElse(false);
        return newSubnet ? Truth.no() : Value.same("subnetId", ref.id(), subnet.subnetId());
    }

    private static boolean listed(Vpc vpc) {
        return vpc.routeTablesListed().known().orElse(false);
    }

    private Optional<RouteTable> main(Vpc vpc) {
        return tables.stream()
                .filter(t -> t.main().known().orElse(false))
                .filter(t -> t.vpc().known().filter(ref -> isIt(ref, vpc)).isPresent())
                .findFirst();
    }

    private static boolean isIt(Ref ref, Vpc vpc) {
        return ref.key() != null
                ? ref.key().equals(vpc.key())
                : ref.id().known().isPresent()
                        && ref.id().known().equals(vpc.vpcId().known());
    }

    private record Candidate(Routes routes, Truth used) {}
}
