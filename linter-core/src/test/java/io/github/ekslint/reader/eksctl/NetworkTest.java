package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({"HighlyAvailable, 3, 3", "Single, 1, 3", "Disable, 0, 0"})
    void natFollowsItsMode(String mode, int gateways, int routes) {
        Read read = Read.cluster("vpc: {nat: {gateway: %s}}\n".formatted(mode));
        assertThat(read.all(NatGateway.class)).hasSize(gateways);
        assertThat(read.all(RouteTable.class).stream()
                        .flatMap(t -> t.routes().items().stream())
                        .filter(r -> r.target()
                                .known()
                                .filter(Route.Target.NAT_GATEWAY::equals)
                                .isPresent()))
                .hasSize(routes);
    }

    @Test
    void anOpenNatModeLeavesTheRoutesOpen() {
        Read read = Read.cluster("vpc: {nat: {gateway: \"${NAT}\"}}\n");
        RouteTable table = read.get(RouteTable.class, "RouteTable/private/zone-1");
        assertThat(table.routes().isComplete()).isFalse();
        assertThat(read.get(RouteTable.class, "RouteTable/public").routes().isComplete())
                .isTrue();
        assertThat(read.get(Vpc.class, "Vpc").natGatewaysListed().isUnresolved())
                .isTrue();
    }

    @Test
    void theZonesThatEksctlChoosesAreDifferentAndAccepted() {
        Read read = Read.cluster("");
        List<Subnet> privates = read.all(Subnet.class).stream()
                .filter(s -> s.key().startsWith("Subnet/private/"))
                .toList();
        assertThat(privates).hasSize(3);
        Value<String> first = privates.get(0).availabilityZone();
        assertThat(Value.same("zone", first, privates.get(1).availabilityZone()).isFalse())
                .isTrue();
        Subnet sibling = read.get(Subnet.class, "Subnet/public/zone-1");
        assertThat(Value.same("zone", first, sibling.availabilityZone()).isTrue())
                .isTrue();
        assertThat(privates).allMatch(s -> s.acceptedByEks().known().orElse(false));
    }

    @Test
    void writtenZonesAreNamedAndNotGuaranteed() {
        Read read = Read.cluster("availabilityZones: [eu-west-1a, eu-west-1b]\n");
        assertThat(read.keys(Subnet.class))
                .containsExactly(
                        "Subnet/public/eu-west-1a",
                        "Subnet/public/eu-west-1b",
                        "Subnet/private/eu-west-1a",
                        "Subnet/private/eu-west-1b");
        Subnet subnet = read.get(Subnet.class, "Subnet/private/eu-west-1b");
        assertThat(subnet.availabilityZone().isExplicit()).isTrue();
        assertThat(subnet.acceptedByEks().isUnresolved()).isTrue();
    }

    @Test
    void zonesAfterTheSamePlaceholderAreDifferent() {
        Read read = Read.cluster("availabilityZones: [\"${R}a\", \"${R}b\"]\n");
        Value<String> one = read.get(Subnet.class, "Subnet/private/zone-1").availabilityZone();
        Value<String> two = read.get(Subnet.class, "Subnet/private/zone-2").availabilityZone();
        assertThat(Value.same("zone", one, two).isFalse()).isTrue();
    }

    @Test
    void theCidrBlockIsCutIntoEqualParts() {
        Read read = Read.cluster("vpc: {cidr: 10.10.0.0/20}\n");
        assertThat(read.all(Subnet.class))
                .extracting(s -> s.cidrBlock().known().orElse("?"))
                .containsExactly(
                        "10.10.0.0/23",
                        "10.10.2.0/23",
                        "10.10.4.0/23",
                        "10.10.6.0/23",
                        "10.10.8.0/23",
                        "10.10.10.0/23");
        assertThat(read.get(Subnet.class, "Subnet/public/zone-1")
                        .availableIpAddressCount()
                        .known())
                .contains(507);
    }

    @Test
    void aFullyPrivateClusterHasPrivateSubnetsAndEndpointsOnly() {
        Read read = Read.cluster("privateCluster: {enabled: true}\n");
        assertThat(read.keys(Subnet.class))
                .allMatch(k -> k.startsWith("Subnet/private/"))
                .hasSize(3);
        assertThat(read.all(NatGateway.class)).isEmpty();
        assertThat(read.keys(VpcEndpoint.class))
                .containsExactly(
                        "VpcEndpoint/ec2",
                        "VpcEndpoint/ecr.api",
                        "VpcEndpoint/ecr.dkr",
                        "VpcEndpoint/s3",
                        "VpcEndpoint/sts");
        assertThat(Read.cluster("privateCluster: {enabled: true, skipEndpointCreation: true}\n")
                        .all(VpcEndpoint.class))
                .isEmpty();
    }

    @Test
    void subnetsWithoutIdsAreALayoutForANewVpc() {
        Read read = Read.cluster(
                """
                vpc:
                  cidr: 10.0.0.0/16
                  subnets:
                    private:
                      one: {az: eu-west-1a, cidr: 10.0.0.0/18}
                      eu-west-1b: {cidr: 10.0.64.0/18}
                """);
        Subnet one = read.get(Subnet.class, "Subnet/private/one");
        assertThat(one.isNew().known()).contains(true);
        assertThat(one.availabilityZone().known()).contains("eu-west-1a");
        assertThat(one.availableIpAddressCount().known()).contains(16379);
        assertThat(read.get(Subnet.class, "Subnet/private/eu-west-1b")
                        .availabilityZone()
                        .known())
                .contains("eu-west-1b");
        assertThat(read.all(NatGateway.class)).isEmpty();
    }

    @Test
    void aVpcWithoutSubnetsLeavesTheClusterSubnetsOpen() {
        Read read = Read.cluster("vpc: {id: vpc-1}\n");
        assertThat(read.all(Subnet.class)).isEmpty();
        assertThat(read.cluster()
                        .subnetIds()
                        .openEnd()
                        .orElseThrow()
                        .settledBy()
                        .get(0)
                        .text())
                .isEqualTo("aws ec2 describe-subnets --filters Name=vpc-id,Values=vpc-1 --output json");
    }

    @Test
    void existingSubnetsSayNothingOfTagsAndRoutes() {
        Read read = Read.cluster("vpc: {subnets: {private: {a: {id: subnet-1}, b: {id: subnet-2}}}}\n");
        Subnet subnet = read.get(Subnet.class, "Subnet/private/a");
        assertThat(subnet.tags().ground("tags").settledBy().get(0).text())
                .isEqualTo("aws ec2 describe-subnets --subnet-ids subnet-1 --output json");
        assertThat(subnet.availabilityZone().isUnresolved()).isTrue();
        assertThat(subnet.declaredPublic().known()).contains(false);
        assertThat(read.get(Vpc.class, "Vpc").vpcId().isUnresolved()).isTrue();
        assertThat(read.all(RouteTable.class)).isEmpty();
    }

    @Test
    void nodeGroupsTakeTheSideTheyAskFor() {
        Read read = Read.cluster(
                """
                availabilityZones: [eu-west-1a, eu-west-1b]
                managedNodeGroups:
                  - name: public
                  - name: private
                    privateNetworking: true
                  - name: zone
                    privateNetworking: true
                    availabilityZones: [eu-west-1b]
                """);
        assertThat(subnets(read, "public")).containsExactly("Subnet/public/eu-west-1a", "Subnet/public/eu-west-1b");
        assertThat(subnets(read, "private")).containsExactly("Subnet/private/eu-west-1a", "Subnet/private/eu-west-1b");
        assertThat(subnets(read, "zone")).containsExactly("Subnet/private/eu-west-1b");
    }

    @Test
    void aSubnetThatDoesNotExistIsAWarning() {
        Read read = Read.cluster(
                """
                vpc: {subnets: {private: {a: {id: subnet-1}}}}
                managedNodeGroups: [{name: n, subnets: [nowhere, subnet-9]}]
                """);
        assertThat(read.problems()).extracting(Problem::code).containsExactly("unknown-subnet");
        assertThat(read.get(Subnet.class, "Subnet/subnet-9").subnetId().known()).contains("subnet-9");
    }

    private static List<String> subnets(Read read, String group) {
        return read.get(NodeGroup.class, "NodeGroup/" + group).subnets().items().stream()
                .map(Ref::key)
                .map(String::valueOf)
                .toList();
    }
}
