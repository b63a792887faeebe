package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.commands;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.ref;
import static io.github.ekslint.topology.Given.refs;
import static io.github.ekslint.topology.Given.route;
import static io.github.ekslint.topology.Groups.group;
import static io.github.ekslint.topology.Groups.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivateAccessTest {

    private static final Circumstances NOW =
            new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());

    /** A cluster in eu-west-1 whose only node subnet uses the main route table, with those routes beside the local one. */
    private static Given nodes(boolean endpointsListed, Route... routes) {
        return new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.NAME, observed("c"))
                        .set(Cluster.REGION, observed("eu-west-1"))
                        .set(Cluster.VPC, observed(ref("vpc-1")))
                        .set(Cluster.SUBNET_IDS, refs("subnet-1"))
                        .set(
                                Cluster.PUBLIC_ACCESS_CIDRS,
                                Listing.explicit(List.of(Value.explicit("198.51.100.0/24", PLACE)), PLACE))
                        .build())
                .fact(new Vpc(
                        "Vpc/vpc-1",
                        PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(Vpc.VPC_ID, observed("vpc-1"))
                                .set(Vpc.ROUTE_TABLES_LISTED, observed(true))
                                .set(Vpc.ENDPOINTS_LISTED, endpointsListed ? observed(true) : Value.absent(PLACE))
                                .build()))
                .subnet("subnet-1", Attributes.builder().set(Subnet.CIDR_BLOCK, observed("10.0.0.0/24")))
                .routeTable("rtb-1", true, List.of(), routes)
                .fact(new NodeGroup(
                        "NodeGroup/n",
                        PLACE,
                        Truth.yes(),
                        "Cluster/c",
                        Attributes.builder()
                                .set(NodeGroup.NODEGROUP_NAME, observed("n"))
                                .set(NodeGroup.AMI_TYPE, observed("AL2023_x86_64_STANDARD"))
                                .set(NodeGroup.SECURITY_GROUPS, refs("sg-node"))
                                .set(NodeGroup.SUBNETS, refs("subnet-1"))
                                .build()));
    }

    private static VpcEndpoint endpoint(String service, String type, String state, String... tablesOrGroups) {
        return new VpcEndpoint(
                "VpcEndpoint/" + service,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(VpcEndpoint.VPC_ENDPOINT_ID, observed("vpce-" + service))
                        .set(VpcEndpoint.VPC, observed(ref("vpc-1")))
                        .set(VpcEndpoint.SERVICE_NAME, observed("com.amazonaws.eu-west-1." + service))
                        .set(VpcEndpoint.VPC_ENDPOINT_TYPE, observed(type))
                        .set(VpcEndpoint.STATE, observed(state))
                        .set(VpcEndpoint.SUBNETS, refs("subnet-1"))
                        .set(VpcEndpoint.ROUTE_TABLES, refs(type.equals("Gateway") ? tablesOrGroups : new String[0]))
                        .set(
                                VpcEndpoint.SECURITY_GROUPS,
                                refs(type.equals("Interface") ? tablesOrGroups : new String[0]))
                        .build());
    }

    private static RequiredEndpoint required(Given given, String service) {
        return new PrivateAccess()
                .derive(given.estate(), NOW)
                .filter(RequiredEndpoint.class::isInstance)
                .map(RequiredEndpoint.class::cast)
                .filter(e -> e.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Isolation isolation(Given given) {
        return new PrivateAccess()
                .derive(given.estate(), NOW)
                .filter(Isolation.class::isInstance)
                .map(Isolation.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nodesWithoutADefaultRouteAreIsolated() {
        assertThat(isolation(nodes(true)).isolated().isTrue()).isTrue();
        assertThat(isolation(nodes(true)).subnets()).isEqualTo("subnet-1");
    }

    @Test
    void nodesBehindNatAreNot() {
        Route nat = route("0.0.0.0/0", Route.Target.NAT_GATEWAY, "nat-1");
        assertThat(isolation(nodes(true, nat)).isolated().isFalse()).isTrue();
    }

    @Test
    void nodesBehindATransitGatewayMayBe() {
        Route hop = route("0.0.0.0/0", Route.Target.TRANSIT_GATEWAY, "tgw-1");
        assertThat(isolation(nodes(true, hop)).isolated().isUnknown()).isTrue();
    }

    @Test
    void anEndpointThatIsNotListedIsMissingOnlyWhenTheListIsComplete() {
        assertThat(required(nodes(true), "ecr.api").exists().isFalse()).isTrue();
        Truth open = required(nodes(false), "ecr.api").exists();
        assertThat(open.isUnknown()).isTrue();
        assertThat(commands(open))
                .containsExactly("aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=vpc-1 --output json");
    }

    @Test
    void anEndpointHasToBeAvailable() {
        RequiredEndpoint pending =
                required(nodes(true).fact(endpoint("ecr.api", "Interface", "pending", "sg-1")), "ecr.api");
        assertThat(pending.exists().isTrue()).isTrue();
        assertThat(pending.available().isFalse()).isTrue();
        assertThat(required(nodes(true).fact(endpoint("ecr.api", "Interface", "Available", "sg-1")), "ecr.api")
                        .available()
                        .isTrue())
                .isTrue();
    }

    @Test
    void aGatewayEndpointHasToBeInTheRouteTableOfTheNodes() {
        RequiredEndpoint elsewhere = required(nodes(true).fact(endpoint("s3", "Gateway", "available", "rtb-2")), "s3");
        assertThat(elsewhere.attached().isFalse()).isTrue();
        assertThat(elsewhere.unattached()).isEqualTo("rtb-1");
        assertThat(required(nodes(true).fact(endpoint("s3", "Gateway", "available", "rtb-1")), "s3")
                        .attached()
                        .isTrue())
                .isTrue();
        assertThat(required(nodes(true).fact(endpoint("s3", "Interface", "available", "sg-1")), "s3")
                        .attached()
                        .isTrue())
                .isTrue();
    }

    @Test
    void ec2IsNeededForAnEksOptimisedAmi() {
        assertThat(required(nodes(true), "ec2").needed().isTrue()).isTrue();
    }

    @Test
    void interfaceEndpointsLetNodesInOrRefuseThem() {
        Given given = nodes(true)
                .fact(endpoint("ecr.api", "Interface", "available", "sg-open"))
                .fact(endpoint("ecr.dkr", "Interface", "available", "sg-closed"))
                .fact(group("sg-open", rules("tcp 443 10.0.0.0/24"), rules()))
                .fact(group("sg-closed", rules("tcp 443 sg-else"), rules()));
        List<InterfaceEndpoint> endpoints =
                new InterfaceEndpoints().derive(given.estate(), NOW).toList();
        assertThat(endpoints)
                .filteredOn(e -> e.admitted().isTrue())
                .extracting(InterfaceEndpoint::displayName)
                .containsExactly("vpce-ecr.api");
        assertThat(endpoints)
                .filteredOn(e -> e.admitted().isFalse())
                .extracting(InterfaceEndpoint::missing)
                .containsExactly("ingress tcp/443 on sg-closed from sg-node");
        assertThat(endpoints)
                .allMatch(e -> e.inVpc().isTrue() && e.isInterface().isTrue());
    }

    @Test
    void nodesComeFromTheAddressesOfTheirNatGateway() {
        Route nat = route("0.0.0.0/0", Route.Target.NAT_GATEWAY, "nat-1");
        assertThat(addresses(nodes(true, nat).fact(natGateway("203.0.113.9"))).outside())
                .isEqualTo("203.0.113.9 (nat-1)");
        assertThat(addresses(nodes(true, nat).fact(natGateway("198.51.100.9")))
                        .admitted()
                        .isTrue())
                .isTrue();
        assertThat(commands(addresses(nodes(true, nat)).admitted()))
                .containsExactly("aws ec2 describe-nat-gateways --nat-gateway-ids nat-1 --output json");
        assertThat(addresses(nodes(true)).admitted().isTrue()).isTrue();
    }

    private static NatGateway natGateway(String ip) {
        return new NatGateway(
                "NatGateway/nat-1",
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(NatGateway.NAT_GATEWAY_ID, observed("nat-1"))
                        .set(NatGateway.PUBLIC_IPS, Listing.observed(List.of(observed(ip)), "a recording", PLACE))
                        .build());
    }

    private static NodeAddresses addresses(Given given) {
        return new ApiEndpoints()
                .derive(given.estate(), NOW)
                .filter(NodeAddresses.class::isInstance)
                .map(NodeAddresses.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
