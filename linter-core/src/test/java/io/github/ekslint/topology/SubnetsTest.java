package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetsTest {

    @Test
    void aSubnetKnownByIdOnlyHasUnresolvedAttributesThatNameTheCommand() {
        ClusterSubnet subnet = only(ClusterSubnet.class, new Given().clusterOn("eu-west-1", "subnet-1"));

        assertThat(subnet.displayName()).isEqualTo("subnet-1");
        assertThat(subnet.addresses().atLeast(1).settledBy())
                .containsExactly(Settlement.command("aws ec2 describe-subnets --subnet-ids subnet-1 --output json"));
        assertThat(subnet.existence().isTrue()).isTrue();
    }

    @Test
    void aListThatIsNotKnownEndsOpen() {
        Settlement parameter = Settlement.parameter("SUBNETS");
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.SUBNET_IDS, Listing.unresolved("a placeholder", List.of(Given.PLACE), parameter))
                        .build());

        ClusterSubnet subnet = only(ClusterSubnet.class, given);
        VpcSubnet inVpc = only(VpcSubnet.class, given);

        assertThat(subnet.openEnd()).isTrue();
        assertThat(subnet.existence().isUnknown()).isTrue();
        assertThat(subnet.existence().settledBy()).containsExactly(parameter);
        assertThat(subnet.addresses().atLeast(1).settledBy()).containsExactly(parameter);
        assertThat(inVpc.openEnd()).isTrue();
    }

    @Test
    void aSubnetNamedTwiceIsOneSubnet() {
        assertThat(all(ClusterSubnet.class, new Given().clusterOn("eu-west-1", "subnet-1", "subnet-1")))
                .hasSize(1);
    }

    @Test
    void theSubnetsOfTheVpcCarryTheirRoles() {
        Given given = new Given()
                .subnet("subnet-1")
                .subnet("subnet-3")
                .clusterOn("eu-west-1", "subnet-1")
                .fact(group("workers", "subnet-1", "subnet-2"));

        assertThat(all(VpcSubnet.class, given))
                .extracting(VpcSubnet::displayName, VpcSubnet::controlPlane, VpcSubnet::users)
                .containsExactly(
                        tuple("subnet-1", true, "workers"),
                        tuple("subnet-2", false, "workers"),
                        tuple("subnet-3", false, ""));
    }

    @Test
    void aNodeGroupThatNamesNoSubnetHasAnOpenEnd() {
        NodeSubnet subnet = only(
                NodeSubnet.class, new Given().clusterOn("eu-west-1", "subnet-1").fact(group("workers")));

        assertThat(subnet.openEnd()).isTrue();
        assertThat(subnet.isPublic().isUnknown()).isTrue();
    }

    @Test
    void theVpcOfAClusterIsFoundThroughItsSubnets() {
        Given given = new Given()
                .subnet("subnet-1")
                .cluster(Attributes.builder()
                        .set(Cluster.SUBNET_IDS, Given.refs("subnet-1"))
                        .build());

        ClusterVpc vpc = only(ClusterVpc.class, given);

        assertThat(vpc.displayName()).isEqualTo("vpc-1");
        assertThat(Given.commands(vpc.enableDnsSupport()))
                .containsExactly(
                        "aws ec2 describe-vpc-attribute --vpc-id vpc-1 --attribute enableDnsSupport --output json");
        assertThat(Given.commands(vpc.hasEndpoints()))
                .containsExactly("aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=vpc-1 --output json");
    }

    @Test
    void anEndpointOfTheVpcIsSeen() {
        Given given = new Given()
                .clusterOn("eu-west-1", "subnet-1")
                .fact(new VpcEndpoint(
                        "VpcEndpoint/1",
                        Given.PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(VpcEndpoint.VPC, Given.observed(Given.ref("vpc-1")))
                                .build()));

        assertThat(only(ClusterVpc.class, given).hasEndpoints().isTrue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1a, euw1-az1, eu-west-1b, euw1-az2, TRUE",
        "eu-west-1a, euw1-az1, eu-west-1a, euw1-az1, FALSE",
        "eu-west-1a, , eu-west-1b, , TRUE",
        ", euw1-az1, , euw1-az2, TRUE",
        "eu-west-1a, , , euw1-az2, UNKNOWN",
        "eu-west-1a, , , , UNKNOWN",
    })
    void zonesAreToldApartByNameOrById(String name1, String id1, String name2, String id2, Logic two) {
        Given given = new Given()
                .subnet("subnet-1", zone(name1, id1))
                .subnet("subnet-2", zone(name2, id2))
                .clusterOn("eu-west-1", "subnet-1", "subnet-2");

        assertThat(zones(given).logic()).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"euw1-az1, FALSE", "euw1-az2, TRUE"})
    void aRecordedZoneTellsWhichNameGoesWithWhichId(String second, Logic two) {
        Given given = new Given()
                .subnet("subnet-1", zone("eu-west-1a", null))
                .subnet("subnet-2", zone(null, second))
                .clusterOn("eu-west-1", "subnet-1", "subnet-2");
        for (String[] pair : new String[][] {{"eu-west-1a", "euw1-az1"}, {"eu-west-1b", "euw1-az2"}}) {
            given.fact(new AvailabilityZone(
                    "AvailabilityZone/" + pair[0],
                    Given.PLACE,
                    Truth.yes(),
                    null,
                    Given.with(AvailabilityZone.ZONE_NAME, pair[0])
                            .set(AvailabilityZone.ZONE_ID, Given.observed(pair[1]))
                            .build()));
        }

        assertThat(zones(given).logic()).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, us-east-1a, use1-az3, TRUE",
        "us-east-1, us-east-1a, use1-az1, FALSE",
        "us-east-1, us-east-1a, , UNKNOWN",
        "eu-west-1, eu-west-1a, , FALSE",
    })
    void refusedZonesAreKnownByTheirId(String region, String name, String id, Logic refused) {
        ClusterSubnet subnet = only(
                ClusterSubnet.class,
                new Given().subnet("subnet-1", zone(name, id)).clusterOn(region, "subnet-1"));

        assertThat(subnet.refused().logic()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"us-west-2-lax-1a, TRUE", "us-east-1-wl1-bos-wlz-1, TRUE", "us-west-2a, FALSE", "zone, UNKNOWN"})
    void localAndWavelengthZonesAreKnownByName(String name, Logic extraordinary) {
        ClusterSubnet subnet = only(
                ClusterSubnet.class,
                new Given()
                        .subnet("subnet-1", zone(name, null).set(Subnet.OUTPOST_ARN, Value.absent(Given.PLACE)))
                        .clusterOn("us-west-2", "subnet-1"));

        assertThat(subnet.extraordinary().logic()).isEqualTo(extraordinary);
    }

    @Test
    void freeAddressesOfAllClusterSubnetsAreSummedAndCountedByZone() {
        Given given = new Given()
                .subnet("subnet-1", zone("eu-west-1a", null).set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, Given.observed(3)))
                .subnet("subnet-2", zone("eu-west-1b", null).set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, Given.observed(0)))
                .clusterOn("eu-west-1", "subnet-1", "subnet-2");

        ClusterAddresses addresses = only(ClusterAddresses.class, given);

        assertThat(addresses.atLeast(3).isTrue()).isTrue();
        assertThat(addresses.atLeast(4).isFalse()).isTrue();
        assertThat(addresses.inZones(1).isTrue()).isTrue();
        assertThat(addresses.inZones(2).isFalse()).isTrue();
        assertThat(addresses.eachAtLeast(1).isFalse()).isTrue();
    }

    @Test
    void oneSubnetThatIsNotRecordedLeavesTheSumOpenOnlyWhereItMatters() {
        Given given = new Given()
                .subnet("subnet-1", zone("eu-west-1a", null).set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, Given.observed(9)))
                .clusterOn("eu-west-1", "subnet-1", "subnet-2");

        ClusterAddresses addresses = only(ClusterAddresses.class, given);

        assertThat(addresses.atLeast(9).isTrue()).isTrue();
        assertThat(addresses.atLeast(10).isUnknown()).isTrue();
        assertThat(addresses.inZones(2).isUnknown()).isTrue();
    }

    private static Truth zones(Given given) {
        return new Distinctness(all(ClusterSubnet.class, given).stream()
                        .map(SubnetUse::zone)
                        .toList())
                .atLeast(2);
    }

    private static Attributes.Builder zone(@Nullable String name, @Nullable String id) {
        Attributes.Builder zone = Attributes.builder();
        if (name != null) {
            zone.set(Subnet.AVAILABILITY_ZONE, Given.observed(name));
        }
        if (id != null) {
            zone.set(Subnet.AVAILABILITY_ZONE_ID, Given.observed(id));
        }
        return zone;
    }

    private static NodeGroup group(String name, String... subnets) {
        return new NodeGroup(
                "NodeGroup/" + name,
                Given.PLACE,
                Truth.yes(),
                "Cluster/c",
                Attributes.builder()
                        .set(NodeGroup.NODEGROUP_NAME, Value.explicit(name, Given.PLACE))
                        .set(NodeGroup.SUBNETS, Given.refs(subnets))
                        .build());
    }

    private static <T> T only(Class<T> type, Given given) {
        assertThat(all(type, given)).hasSize(1);
        return all(type, given).get(0);
    }

    private static <T> List<T> all(Class<T> type, Given given) {
        Estate estate = given.estate();
        Circumstances circumstances =
                new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());
        return new Subnets()
                .derive(estate, circumstances)
                .filter(type::isInstance)
                .<T>map(type::cast)
                .toList();
    }
}
