package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubnetChangesTest {

    @Test
    void aZoneThatNoSubnetOfTheSpecCoversIsLost() {
        SubnetChange change = change("subnet-a", "subnet-c");

        assertThat(change.running().isTrue()).isTrue();
        assertThat(change.keepsZones().isFalse()).isTrue();
        assertThat(change.lost()).isEqualTo("eu-west-1c");
    }

    @Test
    void anotherSubnetOfTheSameZoneKeepsIt() {
        SubnetChange change = change("subnet-a", "subnet-b2");

        assertThat(change.keepsZones().isTrue()).isTrue();
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void aSubnetThatIsNotRecordedLeavesItsZoneOpen() {
        Truth keeps = change("subnet-a", "subnet-x").keepsZones();

        assertThat(keeps.isUnknown()).isTrue();
        assertThat(Given.commands(keeps)).contains("aws ec2 describe-subnets --subnet-ids subnet-x --output json");
    }

    @Test
    void theSameSubnetStaysWhateverItsZone() {
        Estate estate = new Given().clusterOn("eu-west-1", "subnet-x").vpc(true).estate();

        assertThat(derive(estate, "subnet-x").keepsZones().isTrue()).isTrue();
    }

    @Test
    void whetherAClusterRunsAlreadyOnlyARecordingTells() {
        Estate estate = new Given().clusterOn("eu-west-1", "subnet-a").vpc(true).estate();

        Truth keeps = new SubnetChanges()
                .derive(estate, circumstances())
                .findFirst()
                .orElseThrow()
                .keepsZones();
        assertThat(keeps.isUnknown()).isTrue();
        assertThat(Given.commands(keeps)).containsExactly("aws eks describe-cluster --name {cluster} --output json");
    }

    /** The spec names subnets a and b; the running cluster has these. */
    private static SubnetChange change(String... recorded) {
        Estate estate = new Given()
                .clusterOn("eu-west-1", "subnet-a", "subnet-b")
                .vpc(true)
                .subnet("subnet-a", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1a"))
                .subnet("subnet-b", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1b"))
                .subnet("subnet-b2", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1b"))
                .subnet("subnet-c", Given.with(Subnet.AVAILABILITY_ZONE, "eu-west-1c"))
                .estate();
        return derive(estate, recorded);
    }

    private static SubnetChange derive(Estate estate, String... recorded) {
        Cluster running = new Cluster(
                "Cluster/c",
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Cluster.SUBNET_IDS, Given.refs(recorded))
                        .build());
        Estate both = new Estate(estate.id(), estate.tool(), estate.facts(), Map.of("Cluster/c", running));
        return new SubnetChanges().derive(both, circumstances()).findFirst().orElseThrow();
    }

    private static Circumstances circumstances() {
        return new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());
    }
}
