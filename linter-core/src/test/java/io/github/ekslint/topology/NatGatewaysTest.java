package io.github.ekslint.topology;

import static io.github.ekslint.model.Route.Target.NAT_GATEWAY;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.ref;
import static io.github.ekslint.topology.Given.refs;
import static io.github.ekslint.topology.Given.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatGatewaysTest {

    @Test
    void aGatewayInTheZoneOfTheNodesIsFine() {
        NatPaths paths = paths(gateway(observed(ref("subnet-1"))));

        assertThat(paths.used().isTrue()).isTrue();
        assertThat(paths.crossing().isFalse()).isTrue();
    }

    @Test
    void oneInAnotherZoneIsNamedWithBothZones() {
        Truth crossing = paths(gateway(observed(ref("subnet-2")))).crossing();

        assertThat(crossing.isTrue()).isTrue();
        assertThat(crossing.grounds()).anySatisfy(g -> assertThat(g.value())
                .isEqualTo("subnet-1 in eu-west-1a goes through a NAT gateway in eu-west-1b"));
    }

    @Test
    void aRegionalGatewayLiesInNoSubnetAndCrossesNothing() {
        assertThat(paths(gateway(Value.absent(Given.PLACE))).crossing().isFalse())
                .isTrue();
    }

    @Test
    void aGatewayThatIsNotRecordedIsSettledByDescribingIt() {
        Truth crossing = paths(Optional.empty()).crossing();

        assertThat(Given.commands(crossing))
                .containsExactly("aws ec2 describe-nat-gateways --nat-gateway-ids nat-1 --output json");
    }

    @Test
    void aSubnetOfTheGatewayThatIsNotRecordedIsSettledByDescribingIt() {
        Truth crossing = paths(gateway(observed(ref("subnet-9")))).crossing();

        assertThat(Given.commands(crossing))
                .containsExactly("aws ec2 describe-subnets --subnet-ids subnet-9 --output json");
    }

    @Test
    void withoutARouteToAGatewayNoneIsUsed() {
        Given given = estate().routeTable("rtb-1", false, List.of("subnet-1", "subnet-2"));

        assertThat(derive(given).used().isFalse()).isTrue();
    }

    private static Optional<NatGateway> gateway(Value<Ref> subnet) {
        return Optional.of(new NatGateway(
                "NatGateway/nat-1",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(NatGateway.NAT_GATEWAY_ID, observed("nat-1"))
                        .set(NatGateway.SUBNET, subnet)
                        .build()));
    }

    private static NatPaths paths(Optional<NatGateway> gateway) {
        Given given = estate().routeTable(
                        "rtb-1", false, List.of("subnet-1", "subnet-2"), route("0.0.0.0/0", NAT_GATEWAY, "nat-1"));
        gateway.ifPresent(given::fact);
        return derive(given);
    }

    private static Given estate() {
        return new Given()
                .clusterOn("eu-west-1", "subnet-1")
                .vpc(true)
                .subnet("subnet-1", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1a"))
                .subnet("subnet-2", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1b"))
                .fact(new NodeGroup(
                        "NodeGroup/workers",
                        Given.PLACE,
                        Truth.yes(),
                        "Cluster/c",
                        Attributes.builder()
                                .set(NodeGroup.SUBNETS, refs("subnet-1"))
                                .build()));
    }

    private static NatPaths derive(Given given) {
        return new NatGateways()
                .derive(
                        given.estate(),
                        new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty()))
                .findFirst()
                .orElseThrow();
    }
}
