package io.github.ekslint.topology;

import static io.github.ekslint.model.Route.Target.EGRESS_ONLY_INTERNET_GATEWAY;
import static io.github.ekslint.model.Route.Target.INTERNET_GATEWAY;
import static io.github.ekslint.model.Route.Target.NAT_GATEWAY;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VpcSubnetTest {

    private static final Route NAT = route("0.0.0.0/0", NAT_GATEWAY, "nat-1");
    private static final Route EGRESS_ONLY = route("::/0", EGRESS_ONLY_INTERNET_GATEWAY, "eigw-1");

    @ParameterizedTest
    @CsvSource({"ipv4, TRUE", "ipv6, FALSE"})
    void ipv6EgressHelpsOnlyPodsWithIpv6Addresses(String family, Logic stranded) {
        assertThat(subnet(family, EGRESS_ONLY).stranded().logic()).isEqualTo(stranded);
    }

    @Test
    void nodesBehindANatGatewayAreNotStranded() {
        assertThat(subnet("ipv4", NAT).stranded().isFalse()).isTrue();
    }

    @Test
    void theGroundNamesSubnetUsersAndTable() {
        assertThat(subnet("ipv4").stranded().grounds()).singleElement().satisfies(g -> assertThat(g.value())
                .isEqualTo("subnet-1, used by workers: no active default route in rtb-1"));
    }

    @ParameterizedTest
    @CsvSource({"true, false, TRUE", "false, true, TRUE", "false, false, FALSE", "false, , UNKNOWN"})
    void aPublicAddressComesFromTheSubnetOrTheLaunchTemplate(boolean mapped, Boolean template, Logic assigned) {
        Attributes.Builder group = Attributes.builder();
        if (template != null) {
            group.set(NodeGroup.ASSOCIATE_PUBLIC_IP_ADDRESS, observed(template));
        }
        VpcSubnet subnet = subnet(
                "ipv4",
                Given.with(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, mapped),
                group,
                route("0.0.0.0/0", INTERNET_GATEWAY, "igw-1"));

        assertThat(subnet.assignsPublicAddress().logic()).isEqualTo(assigned);
    }

    @Test
    void withoutALaunchTemplateOnlyTheSubnetAssignsAddresses() {
        VpcSubnet subnet = subnet(
                "ipv4",
                Given.with(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, false),
                Attributes.builder().set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(Given.PLACE)));

        assertThat(subnet.assignsPublicAddress().isFalse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, FALSE", "'', FALSE", "true, TRUE", "0, TRUE"})
    void aRoleTagHasTheValueOneOrNone(String value, Logic odd) {
        VpcSubnet subnet = tagged("kubernetes.io/role/internal-elb", value);

        assertThat(subnet.hasInternalRoleTag().isTrue()).isTrue();
        assertThat(subnet.hasPublicRoleTag().isFalse()).isTrue();
        assertThat(subnet.hasOddRoleTag().logic()).isEqualTo(odd);
    }

    @Test
    void theClusterTagIsThatOfThisCluster() {
        assertThat(tagged("kubernetes.io/cluster/c", "shared").hasClusterTag().isTrue())
                .isTrue();
        assertThat(tagged("kubernetes.io/cluster/d", "shared").hasClusterTag().isFalse())
                .isTrue();
        assertThat(subnet("ipv4").hasClusterTag().isUnknown()).isTrue();
    }

    private static VpcSubnet tagged(String key, String value) {
        Tags tags = new Tags(Map.of(key, observed(value)), true);
        return subnet("ipv4", Given.with(Subnet.TAGS, tags), Attributes.builder());
    }

    private static VpcSubnet subnet(String family, Route... routes) {
        return subnet(family, Attributes.builder(), Attributes.builder(), routes);
    }

    private static VpcSubnet subnet(
            String family, Attributes.Builder subnet, Attributes.Builder group, Route... routes) {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.NAME, observed("c"))
                        .set(Cluster.IP_FAMILY, observed(family))
                        .set(Cluster.VPC, observed(Given.ref("vpc-1")))
                        .set(Cluster.SUBNET_IDS, Given.refs("subnet-1"))
                        .build())
                .subnet("subnet-1", subnet)
                .routeTable("rtb-1", false, List.of("subnet-1"), routes)
                .fact(new NodeGroup(
                        "NodeGroup/workers",
                        Given.PLACE,
                        Truth.yes(),
                        "Cluster/c",
                        group.set(NodeGroup.NODEGROUP_NAME, observed("workers"))
                                .set(NodeGroup.SUBNETS, Given.refs("subnet-1"))
                                .build()));
        Circumstances circumstances =
                new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());
        return new Subnets()
                .derive(given.estate(), circumstances)
                .filter(VpcSubnet.class::isInstance)
                .map(VpcSubnet.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
