package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Logic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDataTest {

    private static final ReferenceData DATA = TestReferenceData.data();

    @ParameterizedTest
    @CsvSource({
        "eu-west-1a, eu-west-1, AVAILABILITY_ZONE",
        "us-gov-east-1c, us-gov-east-1, AVAILABILITY_ZONE",
        "cn-northwest-1b, cn-northwest-1, AVAILABILITY_ZONE",
        "us-iso-east-1a, us-iso-east-1, AVAILABILITY_ZONE",
        "us-isob-east-1a, us-isob-east-1, AVAILABILITY_ZONE",
        "eusc-de-east-1a, eusc-de-east-1, AVAILABILITY_ZONE",
        "us-west-2-lax-1a, us-west-2, LOCAL_ZONE",
        "ap-southeast-1-mnl-1a, ap-southeast-1, LOCAL_ZONE",
        "us-east-1-wl1-bos-wlz-1, us-east-1, WAVELENGTH_ZONE",
        "eu-central-1-wl1-ber-wlz-1, eu-central-1, WAVELENGTH_ZONE",
        "us-east-1-wl1-chi-wlz1, us-east-1, WAVELENGTH_ZONE",
    })
    void aZonesNameSaysItsRegionAndKind(String name, String region, ZoneName.Kind kind) {
        assertThat(ZoneName.parse(name)).hasValue(new ZoneName(name, region, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "use1-az3", "eu-west-1", "eu-west-1A", "a", "us-west-2-lax-1", "eu-west-1ab", "${AZ}"})
    void whatIsNoZoneNameIsNotRead(String text) {
        assertThat(ZoneName.parse(text)).isEmpty();
    }

    @Test
    void theKindsAreTheApisZoneTypes() {
        assertThat(ZoneName.Kind.of("local-zone")).hasValue(ZoneName.Kind.LOCAL_ZONE);
        assertThat(ZoneName.Kind.of("outpost")).isEmpty();
        assertThat(ZoneName.Kind.WAVELENGTH_ZONE.zoneType()).isEqualTo("wavelength-zone");
    }

    @ParameterizedTest
    @CsvSource({
        "use1-az3, us-east-1, aws, TRUE",
        "use1-az1, us-east-1, aws, FALSE",
        "usw1-az2, us-west-1, aws, TRUE",
        "cac1-az3, ca-central-1, aws, TRUE",
        "euw1-az3, eu-west-1, aws, FALSE",
        "cnn1-az1, cn-north-1, aws-cn, UNKNOWN",
        "usgw1-az1, us-gov-west-1, aws-us-gov, UNKNOWN",
    })
    void zonesAreRefusedByIdAndUnknownInPartitionsTheTableDoesNotCover(
            String zone, String region, String partition, Logic refused) {
        assertThat(DATA.zones().refuses(zone, region, partition)).isEqualTo(refused);
    }

    @Test
    void aRegionWithoutRefusedZonesNeedsNoZoneIds() {
        assertThat(DATA.zones().refusesAny("us-east-1", "aws")).isEqualTo(Logic.TRUE);
        assertThat(DATA.zones().refusesAny("eu-west-1", "aws")).isEqualTo(Logic.FALSE);
        assertThat(DATA.zones().refusesAny("cn-north-1", "aws-cn")).isEqualTo(Logic.UNKNOWN);
        assertThat(DATA.zones().refusedIn("us-east-1")).containsExactly("use1-az3");
        assertThat(DATA.zones().refusedIn("eu-west-1")).isEmpty();
    }

    @Test
    void localAndWavelengthZonesAreRefusedEverywhere() {
        assertThat(DATA.zones().refuses(ZoneName.Kind.LOCAL_ZONE)).isTrue();
        assertThat(DATA.zones().refuses(ZoneName.Kind.WAVELENGTH_ZONE)).isTrue();
        assertThat(DATA.zones().refuses(ZoneName.Kind.AVAILABILITY_ZONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, aws, amazonaws.com",
        "xx-nowhere-1, , ",
        "ap-southeast-9, aws, amazonaws.com",
        "cn-north-1, aws-cn, amazonaws.com.cn",
        "us-gov-west-1, aws-us-gov, amazonaws.com",
        "us-iso-west-1, aws-iso, c2s.ic.gov",
        "us-isob-east-1, aws-iso-b, sc2s.sgov.gov",
        "eu-isoe-west-1, aws-iso-e, cloud.adc-e.uk",
        "us-isof-south-1, aws-iso-f, csp.hci.ic.gov",
        "eusc-de-east-1, aws-eusc, amazonaws.eu",
    })
    void aRegionsCodeSaysItsPartition(String region, String partition, String suffix) {
        assertThat(DATA.partitions().ofRegion(region).map(Partition::id).orElse(null))
                .isEqualTo(partition);
        assertThat(DATA.partitions().ofRegion(region).map(Partition::dnsSuffix).orElse(null))
                .isEqualTo(suffix);
    }

    @Test
    void everyListedRegionBelongsToOnePartition() {
        for (Partition partition : DATA.partitions().all()) {
            for (String region : partition.regions()) {
                assertThat(DATA.partitions().all())
                        .filteredOn(p -> p.regionPattern().matcher(region).matches())
                        .containsExactly(partition);
            }
        }
        assertThat(DATA.partitions().lists("eu-west-1")).isTrue();
        assertThat(DATA.partitions().lists("ap-southeast-9")).isFalse();
        assertThat(DATA.partitions().find("aws-iso-b")).isPresent();
        assertThat(DATA.partitions().find("aws-mars")).isEmpty();
    }

    @Test
    void everyClusterNeedsFourPorts() {
        assertThat(DATA.ports().required())
                .extracting(r -> "%s %d %s %s".formatted(r.protocol(), r.port(), r.from(), r.to()))
                .containsExactly(
                        "tcp 443 NODE CONTROL_PLANE",
                        "tcp 10250 CONTROL_PLANE NODE",
                        "tcp 53 NODE NODE",
                        "udp 53 NODE NODE");
        assertThat(DATA.ports().find("load-balancer-controller-webhook"))
                .flatMap(PortRule::when)
                .hasValue("load-balancer-controller");
        assertThat(DATA.ports().find("nothing")).isEmpty();
    }

    @Test
    void someEndpointsAreNeededAlwaysAndOthersUnderConditions() {
        PrivateEndpoints endpoints = DATA.privateEndpoints();
        assertThat(endpoints.always()).extracting(EndpointNeed::service).containsExactly("ecr.api", "ecr.dkr", "s3");
        assertThat(endpoints.when("irsa")).extracting(EndpointNeed::service).containsExactly("sts");
        assertThat(endpoints.when("cluster-autoscaler"))
                .extracting(EndpointNeed::service)
                .containsExactly("sts", "autoscaling");
        assertThat(endpoints.when("eks-optimised-ami"))
                .extracting(EndpointNeed::service)
                .containsExactly("ec2");
        assertThat(endpoints.when("outposts"))
                .extracting(EndpointNeed::service)
                .containsExactly("ssm", "ssmmessages", "ec2messages", "secretsmanager");
        assertThat(endpoints.find("s3")).map(EndpointNeed::type).hasValue("Gateway");
        assertThat(endpoints.find("eks")).map(EndpointNeed::level).hasValue(EndpointNeed.Level.CONDITIONAL);
        assertThat(endpoints.find("eks").orElseThrow().isAvailable("mx-central-1"))
                .isFalse();
        assertThat(endpoints.find("eks").orElseThrow().isAvailable("eu-west-1")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ecr.api, eu-west-1, aws, com.amazonaws.eu-west-1.ecr.api",
        "ecr.api, us-gov-west-1, aws-us-gov, com.amazonaws.us-gov-west-1.ecr.api",
        "ecr.api, cn-north-1, aws-cn, cn.com.amazonaws.cn-north-1.ecr.api",
        "s3, cn-north-1, aws-cn, com.amazonaws.cn-north-1.s3",
        "ecr.dkr, us-iso-east-1, aws-iso, gov.ic.c2s.us-iso-east-1.ecr.dkr",
        "ec2, us-isob-east-1, aws-iso-b, gov.sgov.sc2s.us-isob-east-1.ec2",
        "route53, eu-west-1, aws, com.amazonaws.route53",
        "eks-auth, cn-north-1, aws-cn, ",
        "s3, us-iso-east-1, aws-iso, ",
        "s3, eu-isoe-west-1, aws-iso-e, ",
    })
    void aServiceNameFollowsThePartitionAndIsUnknownElsewhere(
            String service, String region, String partition, String name) {
        EndpointNeed need = DATA.privateEndpoints().find(service).orElseThrow();
        assertThat(need.serviceName(region, partition).orElse(null)).isEqualTo(name);
        if (name != null) {
            assertThat(DATA.privateEndpoints().byServiceName(name, region, partition))
                    .hasValue(need);
        }
    }

    @Test
    void aServiceNobodyNeedsIsNotFound() {
        assertThat(DATA.privateEndpoints().byServiceName("com.amazonaws.eu-west-1.sqs", "eu-west-1", "aws"))
                .isEmpty();
    }
}
