package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameServersTest {

    @ParameterizedTest
    @CsvSource({
        "AmazonProvidedDNS, TRUE",
        "10.20.0.2, TRUE",
        "169.254.169.253, TRUE",
        "10.1.0.10 AmazonProvidedDNS, TRUE",
        "10.1.0.10, FALSE",
        "10.20.0.3, FALSE",
        "not-an-address, FALSE",
    })
    void theAmazonResolverGoesByNameOrByAddress(String servers, Logic amazon) {
        assertThat(of(servers.split(" ")).amazon().logic()).isEqualTo(amazon);
    }

    @Test
    void anOptionSetMayNameNoServer() {
        assertThat(of().none().isTrue()).isTrue();
        assertThat(of("10.1.0.10").none().isFalse()).isTrue();
    }

    @Test
    void aVpcWithoutAnOptionSetOfItsOwnHasTheAmazonResolver() {
        assertThat(derive(given(Value.absent(Given.PLACE))).amazon().isTrue()).isTrue();
    }

    @Test
    void anOptionSetThatIsRecordedStandsWhereTheSpecNamesNone() {
        Estate estate = given(Value.absent(Given.PLACE)).estate();
        Estate recorded = new Estate(
                estate.id(),
                Estate.Tool.CLOUDFORMATION,
                estate.facts(),
                Map.of("Vpc/vpc-1", vpc(observed(Given.ref("dopt-1")))));
        assertThat(derive(recorded).amazon().isUnknown()).isTrue();
    }

    @Test
    void anOptionSetThatIsNotRecordedIsSettledByDescribingIt() {
        VpcNameServers servers = derive(given(observed(Given.ref("dopt-1"))));

        assertThat(Given.commands(servers.amazon()))
                .containsExactly("aws ec2 describe-dhcp-options --dhcp-options-ids dopt-1 --output json");
    }

    @Test
    void onlyThePrivateEndpointNeedsThem() {
        assertThat(of("10.1.0.10").needed().isTrue()).isTrue();
    }

    private static VpcNameServers of(String... servers) {
        DhcpOptions options = new DhcpOptions(
                "DhcpOptions/dopt-1",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(DhcpOptions.DHCP_OPTIONS_ID, observed("dopt-1"))
                        .set(
                                DhcpOptions.DOMAIN_NAME_SERVERS,
                                Listing.observed(
                                        Arrays.stream(servers)
                                                .map(Given::observed)
                                                .toList(),
                                        "a recording",
                                        Given.PLACE))
                        .build());
        return derive(given(observed(Given.ref("dopt-1"))).fact(options));
    }

    private static Given given(Value<Ref> options) {
        return new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.VPC, observed(Given.ref("vpc-1")))
                        .set(Cluster.ENDPOINT_PRIVATE_ACCESS, observed(true))
                        .build())
                .fact(vpc(options));
    }

    private static Vpc vpc(Value<Ref> options) {
        return new Vpc(
                "Vpc/vpc-1",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Vpc.VPC_ID, observed("vpc-1"))
                        .set(
                                Vpc.CIDR_BLOCKS,
                                Listing.observed(List.of(observed("10.20.0.0/16")), "a recording", Given.PLACE))
                        .set(Vpc.DHCP_OPTIONS, options)
                        .build());
    }

    private static VpcNameServers derive(Given given) {
        return derive(given.estate());
    }

    private static VpcNameServers derive(Estate estate) {
        return new NameServers()
                .derive(
                        estate,
                        new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty()))
                .findFirst()
                .orElseThrow();
    }
}
