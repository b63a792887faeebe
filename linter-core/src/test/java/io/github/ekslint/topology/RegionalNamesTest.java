package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionalNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.amazonaws.eu-west-1.ecr.api",
                "com.amazonaws.eu-west-1.s3",
                "aws.api.eu-west-1.bedrock",
            })
    void anEndpointServiceHasARegion(String service) {
        VpcEndpoint endpoint = new VpcEndpoint(
                "VpcEndpoint/1",
                Given.PLACE,
                Truth.yes(),
                null,
                Given.with(VpcEndpoint.SERVICE_NAME, service).build());

        assertThat(names(new Given().clusterOn("eu-central-1").fact(endpoint)))
                .singleElement()
                .satisfies(n -> assertThat(n.region()).isEqualTo("eu-west-1"))
                .satisfies(n -> assertThat(n.inRegion().isFalse()).isTrue());
    }

    @Test
    void zonesKeysAndRegistriesHaveARegion() {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.REGION, Value.explicit("cn-north-1", Given.PLACE))
                        .set(
                                Cluster.ENCRYPTION_KEY_ARN,
                                Value.explicit("arn:aws-cn:kms:cn-north-1:111122223333:key/1", Given.PLACE))
                        .build())
                .subnet("subnet-1", Given.with(Subnet.AVAILABILITY_ZONE, "cn-northwest-1b"))
                .fact(image("111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/web:1"));

        assertThat(names(given))
                .extracting(RegionalName::region)
                .containsExactly("cn-north-1", "cn-northwest-1", "us-gov-west-1");
        assertThat(names(given)).extracting(n -> n.inRegion().isTrue()).containsExactly(true, false, false);
    }

    @Test
    void namesWithoutARegionAreNotJudged() {
        Given given = new Given()
                .clusterOn("eu-west-1")
                .subnet("subnet-1", Given.with(Subnet.AVAILABILITY_ZONE, "the first one"))
                .fact(image("docker.io/library/nginx:1"));

        assertThat(names(given)).isEmpty();
    }

    @Test
    void whatTheToolFillsInIsNotJudged() {
        Given given = new Given()
                .clusterOn("eu-west-1")
                .subnet(
                        "subnet-1",
                        Attributes.builder()
                                .set(
                                        Subnet.AVAILABILITY_ZONE,
                                        Value.byDefault("eu-central-1a", "eksctl", Given.PLACE)));

        assertThat(names(given)).isEmpty();
    }

    @Test
    void whereTheRegionIsNotKnownItCannotBeTold() {
        Given given = new Given()
                .cluster(Attributes.NONE)
                .subnet("subnet-1", Given.with(Subnet.AVAILABILITY_ZONE, "eu-central-1a"));

        assertThat(names(given)).singleElement().matches(n -> n.inRegion().isUnknown());
    }

    private static Workload image(String image) {
        return new Workload(
                "Workload/1",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(
                                Workload.IMAGES,
                                Listing.observed(List.of(Given.observed(image)), "a recording", Given.PLACE))
                        .build());
    }

    private static List<RegionalName> names(Given given) {
        Circumstances circumstances =
                new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());
        return new RegionalNames().derive(given.estate(), circumstances).toList();
    }
}
