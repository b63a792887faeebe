package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.ref;
import static io.github.ekslint.topology.Given.refs;
import static io.github.ekslint.topology.Groups.group;
import static io.github.ekslint.topology.Groups.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointClientsTest {

    private static EndpointClients clients(String... ingress) {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.NAME, observed("c"))
                        .set(Cluster.SUBNET_IDS, refs("subnet-1"))
                        .set(Cluster.SECURITY_GROUP_IDS, refs())
                        .set(Cluster.CLUSTER_SECURITY_GROUP, Value.explicit(ref("sg-1"), PLACE))
                        .build())
                .fact(group("sg-1", rules(ingress), rules("-1 0.0.0.0/0")));
        return new ControlPlaneClients()
                .derive(
                        given.estate(),
                        new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNetworkIsLetInByABlockThatCoversIt() {
        EndpointClients clients = clients("-1 sg-1", "tcp 443 10.8.0.0/16");
        assertThat(clients.admits(List.of("10.8.4.0/24")).isTrue()).isTrue();
        assertThat(clients.admits(List.of("10.8.4.0/24", "10.9.0.0/16")).isFalse())
                .isTrue();
        assertThat(clients.refused(List.of("10.8.4.0/24", "10.9.0.0/16"))).isEqualTo("10.9.0.0/16");
    }

    @Test
    void withoutANetworkAnybodyBesideTheNodesWillDo() {
        assertThat(clients("-1 sg-1", "tcp 443 sg-bastion").admits(List.of()).isTrue())
                .isTrue();
        assertThat(clients("-1 sg-1", "tcp 22 10.8.0.0/16").admits(List.of()).isUnknown())
                .isTrue();
    }

    @Test
    void whereNobodyIsLetInOnlyTheUserCanTellWhetherThatIsMeant() {
        assertThat(clients("-1 sg-1").admits(List.of()).settledBy())
                .containsExactly(Settlement.setting("client-networks: […]"));
    }
}
