package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterFootingsTest {

    @Test
    void aSubnetThatAWholeListLacksIsGone() {
        ClusterFooting footing = footing(new Given().subnet("subnet-1"), true);

        assertThat(footing.lacksSubnet().isTrue()).isTrue();
        assertThat(footing.missing()).isEqualTo("subnet-2");
    }

    @Test
    void aSubnetThatIsNotRecordedMayExist() {
        assertThat(footing(new Given().subnet("subnet-1"), false).lacksSubnet().isUnknown())
                .isTrue();
    }

    @Test
    void whatIsRecordedExistsEvenIfTheHealthIsNot() {
        Given given = new Given().subnet("subnet-1").subnet("subnet-2");

        assertThat(footing(given, false).lacksSubnet().isFalse()).isTrue();
    }

    @Test
    void aHealthIssueSaysThatSomethingIsGone() {
        Given given = new Given().subnet("subnet-1").subnet("subnet-2");

        ClusterFooting footing = footing(given, true, "VpcNotFound", "Ec2SecurityGroupNotFound");

        assertThat(footing.lacksVpc().isTrue()).isTrue();
        assertThat(footing.lacksGroup().isTrue()).isTrue();
        assertThat(footing.lacksSubnet().isFalse()).isTrue();
    }

    private static ClusterFooting footing(Given given, boolean listed, String... issues) {
        Attributes.Builder cluster = Attributes.builder()
                .set(Cluster.VPC, Value.explicit(Given.ref("vpc-1"), Given.PLACE))
                .set(Cluster.SUBNET_IDS, Given.refs("subnet-1", "subnet-2"))
                .set(Cluster.SECURITY_GROUP_IDS, Given.refs());
        if (issues.length > 0) {
            cluster.set(
                    Cluster.HEALTH_ISSUES,
                    Listing.observed(Arrays.stream(issues).map(Given::observed).toList(), "a recording", Given.PLACE));
        }
        Attributes.Builder vpc = Attributes.builder().set(Vpc.VPC_ID, Given.observed("vpc-1"));
        if (listed) {
            vpc.set(Vpc.SUBNETS_LISTED, Given.observed(true));
        }
        given.cluster(cluster.build()).fact(new Vpc("Vpc/vpc-1", Given.PLACE, Truth.yes(), null, vpc.build()));
        List<ClusterFooting> all = new ClusterFootings()
                .derive(given.estate(), Fleet.on("2026-11-22"))
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
