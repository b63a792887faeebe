package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Instance;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.Recorded;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstanceAnswersTest {

    private static final String MANAGED =
            "{\"Key\": \"eks:cluster-name\", \"Value\": \"orders\"}, {\"Key\": \"eks:nodegroup-name\", \"Value\": \"blue\"}";

    @Test
    void anInstanceTellsItsClusterItsGroupAndWhereItRuns() {
        Recorded recorded = instance("running", MANAGED);

        Instance instance = recorded.only(Instance.class);
        assertThat(instance.displayName()).isEqualTo("i-0c10000000000000a");
        assertThat(instance.nodegroupName().known()).contains("blue");
        assertThat(instance.subnet().known().map(Ref::shown)).contains("subnet-0c10000000000000a");
        assertThat(instance.architecture().known()).contains("arm64");
        assertThat(instance.publicIpAddress()).isInstanceOf(Value.Absent.class);
        assertThat(recorded.only(NodeGroup.class).managed().known()).contains(true);
        assertThat(recorded.recordings()).extracting(Recording::clusterName).containsOnly(Optional.of("orders"));
    }

    @Test
    void anInstanceThatTheOwnerTaggedIsANodeOfNoManagedGroup() {
        Recorded recorded = instance(
                "running",
                "{\"Key\": \"kubernetes.io/cluster/orders\", \"Value\": \"owned\"}, "
                        + "{\"Key\": \"alpha.eksctl.io/nodegroup-name\", \"Value\": \"old\"}");

        assertThat(recorded.only(NodeGroup.class).managed().known()).contains(false);
        assertThat(recorded.only(Instance.class).nodegroupName().known()).contains("old");
    }

    @Test
    void instancesOfNoClusterAndThoseThatAreGoneAreNoNodes() {
        assertThat(instance("running", "{\"Key\": \"Name\", \"Value\": \"bastion\"}")
                        .facts(Instance.class))
                .isEmpty();
        assertThat(instance("terminated", MANAGED).facts(Instance.class)).isEmpty();
        assertThat(instance("shutting-down", MANAGED).facts(NodeGroup.class)).isEmpty();
    }

    private static Recorded instance(String state, String tags) {
        return Recorded.file(
                "instances.json",
                """
                {"Reservations": [{"ReservationId": "r-1", "Instances": [{"InstanceId": "i-0c10000000000000a",
                  "State": {"Code": 1, "Name": "%s"}, "SubnetId": "subnet-0c10000000000000a", "Architecture": "arm64",
                  "Tags": [%s]}]}]}
                """
                        .formatted(state, tags));
    }
}
