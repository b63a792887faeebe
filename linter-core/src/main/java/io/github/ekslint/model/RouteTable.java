package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A route table, as the EC2 API describes it (API_RouteTable). */
public record RouteTable(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-route-tables --route-table-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> ROUTE_TABLE_ID = Attribute.value("routeTableId", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** Whether subnets without a table of their own use it. */
    public static final Attribute<Value<Boolean>> MAIN = Attribute.value("main", DESCRIBE);

    /** The subnets associated with it explicitly. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** The routes. */
    public static final Attribute<Listing<Route>> ROUTES = Attribute.list("routes", DESCRIBE);

    /** The id. */
    public Value<String> routeTableId() {
        return get(ROUTE_TABLE_ID);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** Whether subnets without a table of their own use it. */
    public Value<Boolean> main() {
        return get(MAIN);
    }

    /** The subnets associated with it explicitly. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** The routes. */
    public Listing<Route> routes() {
        return list(ROUTES);
    }

    @Override
    public RouteTable with(Attributes others) {
        return new RouteTable(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ROUTE_TABLE_ID;
    }
}
