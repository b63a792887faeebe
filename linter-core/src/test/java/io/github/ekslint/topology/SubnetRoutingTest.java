package io.github.ekslint.topology;

import static io.github.ekslint.model.Route.Target.EGRESS_ONLY_INTERNET_GATEWAY;
import static io.github.ekslint.model.Route.Target.INTERNET_GATEWAY;
import static io.github.ekslint.model.Route.Target.LOCAL;
import static io.github.ekslint.model.Route.Target.NAT_GATEWAY;
import static io.github.ekslint.model.Route.Target.TRANSIT_GATEWAY;
import static io.github.ekslint.model.Route.Target.VPC_ENDPOINT;
import static io.github.ekslint.topology.Given.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NextHop;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubnetRoutingTest {

    private static final Route LOCAL_ROUTE = route("10.0.0.0/16", LOCAL, "local");

    @Test
    void aDefaultRouteToAnInternetGatewayMakesASubnetPublic() {
        SubnetRouting routing = associated(LOCAL_ROUTE, route("0.0.0.0/0", INTERNET_GATEWAY, "igw-1"));

        assertThat(routing.isPublic().isTrue()).isTrue();
        assertThat(routing.isPublic().grounds())
                .extracting(Ground::value)
                .containsExactly("0.0.0.0/0 goes to internet gateway igw-1");
        assertThat(routing.hasEgress().isTrue()).isTrue();
    }

    @Test
    void aNatGatewayIsEgressFromAPrivateSubnet() {
        SubnetRouting routing = associated(LOCAL_ROUTE, route("0.0.0.0/0", NAT_GATEWAY, "nat-1"));

        assertThat(routing.isPrivate().isTrue()).isTrue();
        assertThat(routing.ipv4Egress().isTrue()).isTrue();
        assertThat(routing.ipv6Egress().isFalse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "available, public, TRUE",
        "pending, public, TRUE",
        "failed, public, FALSE",
        "deleted, public, FALSE",
        "available, private, UNKNOWN"
    })
    void theStateOfTheNatGatewayCounts(String state, String connectivity, Logic egress) {
        Given given = new Given()
                .subnet("subnet-1")
                .natGateway("nat-1", state, connectivity)
                .routeTable("rtb-1", false, List.of("subnet-1"), route("0.0.0.0/0", NAT_GATEWAY, "nat-1"));

        assertThat(of(given, "subnet-1").hasEgress().logic()).isEqualTo(egress);
    }

    @Test
    void anEgressOnlyGatewayIsEgressForIpv6Only() {
        SubnetRouting routing = associated(route("::/0", EGRESS_ONLY_INTERNET_GATEWAY, "eigw-1"));

        assertThat(routing.ipv4Egress().isFalse()).isTrue();
        assertThat(routing.ipv6Egress().isTrue()).isTrue();
        assertThat(routing.isPublic().isFalse()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Route.Target.class,
            names = {
                "TRANSIT_GATEWAY",
                "VPC_PEERING_CONNECTION",
                "VIRTUAL_PRIVATE_GATEWAY",
                "NETWORK_INTERFACE",
                "INSTANCE",
                "VPC_ENDPOINT",
                "CORE_NETWORK",
                "CARRIER_GATEWAY"
            })
    void behindOtherHopsAWayOutMayLie(Route.Target target) {
        SubnetRouting routing = associated(LOCAL_ROUTE, route("0.0.0.0/0", target, "hop-1"));

        assertThat(routing.hasEgress().isUnknown()).isTrue();
        assertThat(routing.isPublic().isFalse()).isTrue();
        assertThat(routing.possibleEgress().isTrue()).isTrue();
        assertThat(routing.nextHops())
                .extracting(Ground::value)
                .singleElement()
                .asString()
                .endsWith("hop-1");
    }

    @ParameterizedTest
    @CsvSource({"true, TRUE", "false, FALSE"})
    void theProjectMaySayWhatLiesBehindAHop(boolean internet, Logic egress) {
        Given given = new Given()
                .subnet("subnet-1")
                .fact(NextHop.of("tgw-1", internet, Given.PLACE))
                .routeTable("rtb-1", false, List.of("subnet-1"), route("0.0.0.0/0", TRANSIT_GATEWAY, "tgw-1"));

        assertThat(of(given, "subnet-1").hasEgress().logic()).isEqualTo(egress);
        assertThat(of(given, "subnet-1").possibleEgress().isFalse()).isTrue();
    }

    @Test
    void theSettingThatWouldSettleAHopIsNamed() {
        assertThat(Given.commands(
                        associated(route("0.0.0.0/0", TRANSIT_GATEWAY, "tgw-1")).hasEgress()))
                .containsExactly(
                        "aws ec2 describe-transit-gateway-vpc-attachments --filters Name=vpc-id,Values=vpc-1 --output json",
                        "next-hops: { tgw-1: internet or none }");
    }

    @ParameterizedTest
    @CsvSource({
        "tgw-1, vpc-1, available, eu-west-1a, TRUE",
        "tgw-1, vpc-1, pendingAcceptance, eu-west-1a, TRUE",
        "tgw-1, vpc-1, deleted, eu-west-1a, FALSE",
        "tgw-1, vpc-1, available, eu-west-1b, FALSE",
        "tgw-2, vpc-1, available, eu-west-1a, FALSE",
        "tgw-1, vpc-2, available, eu-west-1a, FALSE"
    })
    void packetsGetToATransitGatewayFromTheZonesOfItsAttachmentOnly(
            String gateway, String vpc, String state, String zone, Logic egress) {
        Given given = attached(gateway, vpc, state, zone).fact(NextHop.of("tgw-1", true, Given.PLACE));

        assertThat(of(given, "subnet-1").hasEgress().logic()).isEqualTo(egress);
    }

    @Test
    void aRouteToATransitGatewayWithoutAnAttachmentInTheZoneIsNoPossibleWayOut() {
        SubnetRouting routing = of(attached("tgw-1", "vpc-1", "available", "eu-west-1b"), "subnet-1");

        assertThat(routing.possibleEgress().isFalse()).isTrue();
        assertThat(routing.ipv4Egress().grounds())
                .extracting(Ground::value)
                .containsExactly("vpc-1 is not attached to the transit gateway tgw-1 in the zone of subnet-1");
    }

    @Test
    void ofASharedSubnetTheAttachmentsOfTheOwnerAreNotSeen() {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.ACCOUNT_ID, Value.explicit("111122223333", Given.PLACE))
                        .build())
                .fact(listedVpc())
                .subnet("subnet-1", Given.with(Subnet.OWNER_ID, "444455556666"))
                .routeTable("rtb-1", false, List.of("subnet-1"), route("0.0.0.0/0", TRANSIT_GATEWAY, "tgw-1"));
        Estate estate = given.estate();

        assertThat(new RouteTables(estate)
                        .of(
                                estate.all(Subnet.class).get(0),
                                estate.all(Vpc.class).get(0))
                        .hasEgress()
                        .isUnknown())
                .isTrue();
    }

    /** A subnet in eu-west-1a with a default route to tgw-1, and one attachment of a VPC with every attachment known. */
    private static Given attached(String gateway, String vpc, String state, String zone) {
        return new Given()
                .fact(listedVpc())
                .subnet("subnet-1", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1a"))
                .subnet("subnet-2", Given.with(Subnet.AVAILABILITY_ZONE, zone))
                .routeTable("rtb-1", false, List.of("subnet-1"), route("0.0.0.0/0", TRANSIT_GATEWAY, "tgw-1"))
                .fact(new TransitGatewayVpcAttachment(
                        "TransitGatewayVpcAttachment/1",
                        Given.PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(
                                        TransitGatewayVpcAttachment.TRANSIT_GATEWAY,
                                        Value.explicit(Given.ref(gateway), Given.PLACE))
                                .set(TransitGatewayVpcAttachment.VPC, Value.explicit(Given.ref(vpc), Given.PLACE))
                                .set(TransitGatewayVpcAttachment.SUBNETS, Given.refs("subnet-2"))
                                .set(TransitGatewayVpcAttachment.STATE, Value.explicit(state, Given.PLACE))
                                .build()));
    }

    private static Vpc listedVpc() {
        return new Vpc(
                "Vpc/vpc-1",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Vpc.VPC_ID, Value.explicit("vpc-1", Given.PLACE))
                        .set(Vpc.TRANSIT_GATEWAY_ATTACHMENTS_LISTED, Value.explicit(true, Given.PLACE))
                        .build());
    }

    @Test
    void blackholesAndNarrowRoutesLeadNowhere() {
        SubnetRouting routing = associated(
                LOCAL_ROUTE,
                route("0.0.0.0/0", NAT_GATEWAY, "nat-1", "blackhole"),
                route("10.9.0.0/16", TRANSIT_GATEWAY, "tgw-1"));

        assertThat(routing.isIsolated().isTrue()).isTrue();
        assertThat(routing.possibleEgress().isFalse()).isTrue();
        assertThat(routing.isIsolated().grounds())
                .extracting(Ground::value)
                .contains("no active default route for IPv4");
    }

    @Test
    void aGatewayEndpointIsNoWayOut() {
        assertThat(associated(route("pl-63a5400a", VPC_ENDPOINT, "vpce-1"))
                        .isIsolated()
                        .isTrue())
                .isTrue();
    }

    @Test
    void whatAPrefixListHoldsIsNotKnown() {
        SubnetRouting routing = associated(route("pl-1", INTERNET_GATEWAY, "igw-1"));

        assertThat(routing.isPublic().isUnknown()).isTrue();
        assertThat(Given.commands(routing.isPublic()))
                .containsExactly("aws ec2 get-managed-prefix-list-entries --prefix-list-id pl-1 --query"
                        + " \"{PrefixListId: 'pl-1', Entries: Entries}\" --output json");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, TRUE", "10.0.0.0/8, FALSE"})
    void recordedEntriesOfAPrefixListAreLookedAt(String entry, Logic isPublic) {
        Given given = new Given()
                .subnet("subnet-1")
                .fact(Given.prefixList("pl-1", entry))
                .routeTable("rtb-1", false, List.of("subnet-1"), route("pl-1", INTERNET_GATEWAY, "igw-1"));

        assertThat(of(given, "subnet-1").isPublic().logic()).isEqualTo(isPublic);
    }

    @Test
    void aSubnetWithoutATableOfItsOwnUsesTheMainTableWhenAllTablesAreKnown() {
        Route out = route("0.0.0.0/0", INTERNET_GATEWAY, "igw-1");
        Given complete = new Given().vpc(true).subnet("subnet-1").routeTable("rtb-1", true, List.of("subnet-2"), out);
        Given partial = new Given().vpc(false).subnet("subnet-1").routeTable("rtb-1", true, List.of("subnet-2"), out);

        assertThat(of(complete, "subnet-1").isPublic().isTrue()).isTrue();
        assertThat(of(partial, "subnet-1").isPublic().isUnknown()).isTrue();
    }

    @Test
    void withoutRouteTablesTheClaimOfTheSpecCounts() {
        Given given = new Given()
                .subnet("subnet-1", Given.with(Subnet.DECLARED_PUBLIC, false))
                .subnet("subnet-2", Given.with(Subnet.DECLARED_PUBLIC, true));

        assertThat(of(given, "subnet-1").isPrivate().isTrue()).isTrue();
        assertThat(of(given, "subnet-1").hasEgress().isUnknown()).isTrue();
        assertThat(of(given, "subnet-2").isPublic().isTrue()).isTrue();
        assertThat(of(given, "subnet-2").hasEgress().isTrue()).isTrue();
    }

    @Test
    void routeTablesProveTheClaimWrong() {
        Given given = new Given()
                .subnet("subnet-1", Given.with(Subnet.DECLARED_PUBLIC, false))
                .routeTable("rtb-1", false, List.of("subnet-1"), route("0.0.0.0/0", INTERNET_GATEWAY, "igw-1"));

        assertThat(of(given, "subnet-1").isPrivate().isFalse()).isTrue();
    }

    @Test
    void withoutAnythingTheCommandThatRecordsTheTablesSettlesIt() {
        Given given = new Given().subnet("subnet-1");

        SubnetRouting routing = of(given, "subnet-1");

        assertThat(routing.isPublic().isUnknown()).isTrue();
        assertThat(Given.commands(routing.isPublic()))
                .containsExactly("aws ec2 describe-route-tables --filters Name=vpc-id,Values=vpc-1 --output json");
    }

    private static SubnetRouting associated(Route... routes) {
        return of(new Given().subnet("subnet-1").routeTable("rtb-1", false, List.of("subnet-1"), routes), "subnet-1");
    }

    private static SubnetRouting of(Given given, String id) {
        Estate estate = given.clusterOn("eu-west-1", id).estate();
        Subnet subnet = estate.find(Subnet.class, Given.ref(id)).orElseThrow();
        Vpc vpc = estate.all(Vpc.class).stream().findFirst().orElseGet(() ->
                (Vpc) new Given().vpc(false).estate().facts().get(0));
        return new RouteTables(estate).of(subnet, vpc);
    }
}
