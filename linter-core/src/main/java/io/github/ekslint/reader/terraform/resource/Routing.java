package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNetwork;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Route tables with their routes and subnets
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table">aws_route_table</a>).
 */
final class Routing {

    private static final String TABLE = "aws_route_table";
    private static final String DEFAULT_TABLE = "aws_default_route_table";

    private final TfResources resources;
    private final RouteTargets targets;

    private Routing(TfResources resources) {
        this.resources = resources;
        this.targets = new RouteTargets(resources);
    }

    static void read(TfResources resources) {
        Routing routing = new Routing(resources);
        resources.of(TABLE).forEach(routing::table);
        resources.of(Vpcs.VPC).forEach(routing::mainTable);
        resources.data(TABLE).forEach(routing::lookedUp);
    }

    /** What a data source found. */
    private void lookedUp(TfResource resource) {
        Props props = resource.attributes();
        boolean known = props.text("id").flatMap(Value::known).isPresent();
        if (!known || !resources.isFirstOfItsId(resource)) {
            return;
        }
        List<Route> routes = new ArrayList<>();
        props.children("routes").all().forEach(r -> routes.add(targets.route(r, destination(r, ""))));
        List<Ref> subnets = new ArrayList<>();
        boolean main = false;
        for (Props association : props.children("associations").all()) {
            association.ref("subnet_id").flatMap(Value::known).ifPresent(subnets::add);
            main |= association.flag("main").flatMap(Value::known).orElse(false);
        }
        Attributes.Builder attributes = Attributes.builder()
                .set(RouteTable.ROUTE_TABLE_ID, resource.ref().id())
                .set(RouteTable.MAIN, Value.observed(main, resource.address(), resource.place()))
                .set(RouteTable.SUBNETS, Listing.observed(subnets, resource.address(), resource.place()))
                .set(RouteTable.ROUTES, Listing.observed(routes, resource.address(), resource.place()));
        props.ref("vpc_id").ifPresent(v -> attributes.set(RouteTable.VPC, v));
        resources.add(new RouteTable(resource.key(), resource.place(), resource.existence(), null, attributes.build()));
    }

    private void table(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(RouteTable.ROUTE_TABLE_ID, resource.ref().id())
                .set(RouteTable.MAIN, isMain(resource))
                .set(RouteTable.SUBNETS, subnets(resource))
                .set(RouteTable.ROUTES, routes(resource));
        props.ref("vpc_id").ifPresent(v -> attributes.set(RouteTable.VPC, v));
        resources.add(new RouteTable(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private Value<Boolean> isMain(TfResource table) {
        return resources.naming(table, "route_table_id", "aws_main_route_table_association").stream()
                .findFirst()
                .<Value<Boolean>>map(a -> Value.explicit(true, a.place()))
                .orElseGet(() -> Value.byDefault(false, Props.AWS, table.place()));
    }

    private Listing<Ref> subnets(TfResource table) {
        List<Ref> subnets = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        for (TfResource one : resources.naming(table, "route_table_id", "aws_route_table_association")) {
            if (one.attributes().has("gateway_id")) {
                continue;
            }
            Optional<Ref> subnet = one.attributes().ref("subnet_id").flatMap(Value::known);
            boolean sure = subnet.isPresent()
                    && (TfResources.existsWith(one, table)
                            || resources
                                    .find(subnet.get())
                                    .filter(s -> TfResources.existsWith(one, s))
                                    .isPresent());
            if (sure) {
                subnets.add(subnet.get());
            } else {
                rest = new Value.Unresolved<>(
                        "which subnet %s is for is not known".formatted(one.address()),
                        List.of(one.place()),
                        List.of(),
                        null,
                        null);
            }
        }
        rest = rest == null ? lostAssociation(table) : rest;
        Listing<Ref> listing = Listing.explicit(subnets, table.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    /** An association of which the table is not known may be one of this table. */
    private Value.@Nullable Unresolved<?> lostAssociation(TfResource table) {
        return resources.lost("aws_route_table_association", "route_table_id").stream()
                .findFirst()
                .map(one -> new Value.Unresolved<>(
                        "which route table %s is of is not known".formatted(one.address()),
                        List.of(one.place()),
                        List.of(),
                        null,
                        null))
                .orElse(null);
    }

    private Listing<Route> routes(TfResource table) {
        Place at = table.place();
        Optional<TfResource> vpc = resources.named(table.attributes(), "vpc_id");
        List<Route> routes = new ArrayList<>(List.of(ImpliedNetwork.local(at, block(vpc, at))));
        Props.Children inline = table.attributes().children("route");
        inline.all().forEach(r -> routes.add(targets.route(r, destination(r, ""))));
        routes.addAll(beside(table, routes));
        Listing<Route> listing = Listing.explicit(routes, at);
        Value.Unresolved<?> rest = inline.rest() != null
                ? inline.rest()
                : resources.lost("aws_route", "route_table_id").stream()
                        .findFirst()
                        .<Value.Unresolved<?>>map(r -> new Value.Unresolved<>(
                                "which route table %s is of is not known".formatted(r.address()),
                                List.of(r.place()),
                                List.of(),
                                null,
                                null))
                        .orElse(null);
        return rest == null ? listing : listing.withRest(rest);
    }

    /** Routes of their own; a table that is there already lists those that are there as well. */
    private List<Route> beside(TfResource table, List<Route> written) {
        Set<String> known = new HashSet<>();
        written.forEach(r -> r.destination().known().ifPresent(known::add));
        List<Route> beside = new ArrayList<>();
        for (TfResource route : resources.naming(table, "route_table_id", "aws_route")) {
            Props props = route.attributes();
            Value<String> destination = route.when(destination(props, "destination_"));
            boolean listed = !route.isNew()
                    && destination.known().filter(known::contains).isPresent();
            if (!listed) {
                beside.add(targets.route(props, destination));
            }
        }
        return beside;
    }

    private static Value<String> destination(Props props, String prefix) {
        return props.text(prefix + "cidr_block")
                .or(() -> props.text(prefix + "ipv6_cidr_block"))
                .or(() -> props.text("destination_prefix_list_id"))
                .orElseGet(() -> Value.absent(props.at()));
    }

    /** The table that EC2 creates with a VPC, unless another one is made the main one. */
    private void mainTable(TfResource vpc) {
        boolean replaced = !resources
                .naming(vpc, "vpc_id", "aws_main_route_table_association")
                .isEmpty();
        String key = TfTargets.mainRouteTable(vpc.key());
        List<Route> routes = new ArrayList<>();
        resources.namingKey(key, "default_route_table_id", DEFAULT_TABLE).forEach(t -> t.attributes()
                .children("route")
                .all()
                .forEach(r -> routes.add(targets.route(r, destination(r, "")))));
        resources
                .namingKey(key, "route_table_id", "aws_route")
                .forEach(r ->
                        routes.add(targets.route(r.attributes(), r.when(destination(r.attributes(), "destination_")))));
        RouteTable table = new ImpliedNetwork(vpc.ref(), vpc.place(), vpc.existence())
                .mainTable(key, block(Optional.of(vpc), vpc.place()), routes);
        resources.add(
                replaced
                        ? table.with(Attributes.builder()
                                .set(RouteTable.MAIN, Value.byDefault(false, "this configuration", vpc.place()))
                                .build()
                                .over(table.attributes(), true))
                        : table);
    }

    private static Value<String> block(Optional<TfResource> vpc, Place at) {
        return vpc.flatMap(v -> v.attributes().text("cidr_block"))
                .orElseGet(() -> Value.unresolved("the VPC's address block is not known", List.of(at)));
    }
}
