package io.github.ekslint.reader.implied;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.NetworkAclEntry;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What EC2 creates with a VPC: its main route table and its default network ACL
 * (<a href="https://docs.aws.amazon.com/vpc/latest/userguide/create-vpc.html">Create a VPC</a>); and the addresses of a new subnet.
 *
 * @param vpc the VPC
 * @param at where it is written
 * @param existence of the VPC
 */
public record ImpliedNetwork(Ref vpc, Place at, Truth existence) {

    private static final int RESERVED_BY_AWS = 5;
    private static final int LARGEST = 30;

    /**
     * The main route table.
     *
     * @param routes what the spec adds
     */
    public RouteTable mainTable(String key, Value<String> cidrBlock, List<Route> routes) {
        List<Route> all = new ArrayList<>(List.of(local(at, cidrBlock)));
        all.addAll(routes);
        return new RouteTable(
                key,
                at,
                existence,
                null,
                Attributes.builder()
                        .set(RouteTable.ROUTE_TABLE_ID, created())
                        .set(RouteTable.VPC, Value.byDefault(vpc, Props.AWS, at))
                        .set(RouteTable.MAIN, Value.byDefault(true, Props.AWS, at))
                        .set(RouteTable.SUBNETS, Listing.byDefault(List.of(), Props.AWS, at))
                        .set(RouteTable.ROUTES, Listing.byDefault(all, Props.AWS, at))
                        .build());
    }

    /** The route inside the VPC, which every table has. */
    public static Route local(Place at, Value<String> cidrBlock) {
        return new Route(
                at,
                cidrBlock,
                Value.byDefault(Route.Target.LOCAL, Props.AWS, at),
                Value.absent(at),
                Value.byDefault("active", Props.AWS, at));
    }

    /**
     * The default network ACL: it lets everything pass.
     *
     * @param subnets those that no other ACL guards
     */
    public NetworkAcl defaultAcl(String key, List<Ref> subnets) {
        List<NetworkAclEntry> entries = new ArrayList<>();
        for (boolean egress : new boolean[] {false, true}) {
            entries.add(open(100, egress, "0.0.0.0/0"));
            entries.add(open(101, egress, "::/0"));
        }
        return new NetworkAcl(
                key,
                at,
                existence,
                null,
                Attributes.builder()
                        .set(NetworkAcl.NETWORK_ACL_ID, created())
                        .set(NetworkAcl.VPC, Value.byDefault(vpc, Props.AWS, at))
                        .set(NetworkAcl.IS_DEFAULT, Value.byDefault(true, Props.AWS, at))
                        .set(NetworkAcl.SUBNETS, Listing.byDefault(subnets, Props.AWS, at))
                        .set(NetworkAcl.ENTRIES, Listing.byDefault(entries, Props.AWS, at))
                        .build());
    }

    private Value<String> created() {
        return Value.unresolved("EC2 creates it with the VPC", List.of(at));
    }

    private NetworkAclEntry open(int number, boolean egress, String cidr) {
        return new NetworkAclEntry(
                at,
                Value.byDefault(number, Props.AWS, at),
                Value.byDefault(egress, Props.AWS, at),
                Value.byDefault(true, Props.AWS, at),
                Value.byDefault("-1", Props.AWS, at),
                Value.absent(at),
                Value.absent(at),
                Value.byDefault(cidr, Props.AWS, at));
    }

    /**
     * How many addresses of a new subnet are free: all but the five that AWS keeps. The size is known even where the block is not;
     * empty when neither is.
     */
    public static Optional<Value<Integer>> freeAddresses(Datum cidrBlock, Place at) {
        if (!(cidrBlock instanceof Datum.Text text)) {
            return Optional.empty();
        }
        String known = text.known();
        Gap gap = text.gap();
        int bits = known != null
                ? hostBits(known)
                : gap != null && gap.hint().matches("\\d{1,2}") ? Integer.parseInt(gap.hint()) : -1;
        return bits < 0 || bits > LARGEST
                ? Optional.empty()
                : Optional.of(Value.byDefault(Math.max(0, (1 << bits) - RESERVED_BY_AWS), "a new subnet", at));
    }

    private static int hostBits(String block) {
        IPAddress address = new IPAddressString(block).getAddress();
        Integer prefix = address == null || !address.isIPv4() ? null : address.getNetworkPrefixLength();
        return prefix == null ? -1 : 32 - prefix;
    }
}
