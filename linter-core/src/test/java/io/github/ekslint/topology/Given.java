package io.github.ekslint.topology;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.PrefixList;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds estates for the tests of this package: one cluster {@code c} in VPC {@code vpc-1}, and what a test adds. */
final class Given {

    static final Place PLACE = new SourceFile("spec.yaml", List.of()).start();

    private final List<Fact> facts = new ArrayList<>();

    Given cluster(Attributes attributes) {
        facts.add(new Cluster("Cluster/c", PLACE, Truth.yes(), null, attributes));
        return this;
    }

    Given clusterOn(String region, String... subnetIds) {
        return cluster(Attributes.builder()
                .set(Cluster.NAME, Value.explicit("c", PLACE))
                .set(Cluster.REGION, Value.explicit(region, PLACE))
                .set(Cluster.VPC, Value.explicit(ref("vpc-1"), PLACE))
                .set(Cluster.SUBNET_IDS, refs(subnetIds))
                .build());
    }

    Given vpc(boolean routeTablesListed) {
        facts.add(new Vpc(
                "Vpc/vpc-1",
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Vpc.VPC_ID, observed("vpc-1"))
                        .set(Vpc.ROUTE_TABLES_LISTED, observed(routeTablesListed))
                        .build()));
        return this;
    }

    /** A recorded subnet of {@code vpc-1}. */
    Given subnet(String id, Attributes.Builder more) {
        facts.add(new Subnet(
                "Subnet/" + id,
                PLACE,
                Truth.yes(),
                null,
                more.set(Subnet.SUBNET_ID, observed(id))
                        .set(Subnet.VPC, observed(ref("vpc-1")))
                        .build()));
        return this;
    }

    Given subnet(String id) {
        return subnet(id, Attributes.builder());
    }

    Given routeTable(String id, boolean main, List<String> subnetIds, Route... routes) {
        facts.add(new RouteTable(
                "RouteTable/" + id,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(RouteTable.ROUTE_TABLE_ID, observed(id))
                        .set(RouteTable.VPC, observed(ref("vpc-1")))
                        .set(RouteTable.MAIN, observed(main))
                        .set(RouteTable.SUBNETS, refs(subnetIds.toArray(String[]::new)))
                        .set(RouteTable.ROUTES, Listing.observed(Arrays.asList(routes), "a recording", PLACE))
                        .build()));
        return this;
    }

    Given natGateway(String id, String state, String connectivity) {
        facts.add(new NatGateway(
                "NatGateway/" + id,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(NatGateway.NAT_GATEWAY_ID, observed(id))
                        .set(NatGateway.STATE, observed(state))
                        .set(NatGateway.CONNECTIVITY_TYPE, observed(connectivity))
                        .build()));
        return this;
    }

    Given fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    Estate estate() {
        return new Estate("spec.yaml", Estate.Tool.EKSCTL, facts, Map.of());
    }

    static Route route(String destination, Route.Target target, String id) {
        return route(destination, target, id, "active");
    }

    static Route route(String destination, Route.Target target, String id, String state) {
        return new Route(PLACE, observed(destination), observed(target), observed(ref(id)), observed(state));
    }

    static Ref ref(String id) {
        return Ref.byId(Value.explicit(id, PLACE));
    }

    static Listing<Ref> refs(String... ids) {
        return Listing.explicit(Arrays.stream(ids).map(Given::ref).toList(), PLACE);
    }

    static PrefixList prefixList(String id, String... entries) {
        return new PrefixList(
                "PrefixList/" + id,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(PrefixList.PREFIX_LIST_ID, observed(id))
                        .set(
                                PrefixList.ENTRIES,
                                Listing.observed(
                                        Arrays.stream(entries)
                                                .map(Given::observed)
                                                .toList(),
                                        "a recording",
                                        PLACE))
                        .build());
    }

    static <T> Value<T> observed(T value) {
        return Value.observed(value, "a recording", PLACE);
    }

    static <T> Attributes.Builder with(Attribute<Value<T>> attribute, T value) {
        return Attributes.builder().set(attribute, observed(value));
    }

    static List<String> commands(Truth truth) {
        return truth.settledBy().stream().map(Settlement::text).toList();
    }
}
