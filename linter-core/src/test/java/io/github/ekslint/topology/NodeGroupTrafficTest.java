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
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeGroupTrafficTest {

    private static final Circumstances NOW =
            new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());

    private static Estate estate(SecurityGroup... groups) {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.NAME, observed("c"))
                        .set(Cluster.IP_FAMILY, observed("ipv4"))
                        .set(Cluster.SUBNET_IDS, refs("subnet-1"))
                        .set(Cluster.SECURITY_GROUP_IDS, Listing.absent(PLACE))
                        .set(Cluster.CLUSTER_SECURITY_GROUP, observed(ref("sg-cluster")))
                        .build())
                .fact(new NodeGroup(
                        "NodeGroup/n",
                        PLACE,
                        Truth.yes(),
                        "Cluster/c",
                        Attributes.builder()
                                .set(NodeGroup.NODEGROUP_NAME, observed("n"))
                                .set(NodeGroup.MANAGED, observed(true))
                                .set(NodeGroup.SUBNETS, refs("subnet-1"))
                                .set(NodeGroup.SECURITY_GROUPS, refs(groups.length == 1 ? "sg-cluster" : "sg-node"))
                                .build()));
        Arrays.stream(groups).forEach(given::fact);
        return given.estate();
    }

    private static List<ControlPlaneTraffic> withControlPlane(Estate estate) {
        return new NodeGroupTraffic()
                .derive(estate, NOW)
                .filter(ControlPlaneTraffic.class::isInstance)
                .map(ControlPlaneTraffic.class::cast)
                .toList();
    }

    private static List<String> missing(Estate estate) {
        return withControlPlane(estate).stream()
                .filter(t -> t.allowed().isFalse())
                .map(ControlPlaneTraffic::missing)
                .toList();
    }

    private static SecurityGroup open(String id, String... ingress) {
        return group(id, rules(ingress), rules("-1 0.0.0.0/0"));
    }

    @Test
    void theClusterGroupOnBothSidesAllowsItself() {
        assertThat(missing(estate(open("sg-cluster", "-1 sg-cluster")))).isEmpty();
    }

    @Test
    void aClusterGroupWithoutItsSelfRuleLetsNothingIn() {
        assertThat(missing(estate(open("sg-cluster"))))
                .containsExactly(
                        "ingress tcp/443 on sg-cluster from sg-cluster",
                        "ingress tcp/10250 on sg-cluster from sg-cluster");
    }

    @Test
    void splitGroupsNeedARuleAtEachEnd() {
        assertThat(missing(estate(open("sg-cluster", "-1 sg-cluster"), open("sg-node"))))
                .containsExactly(
                        "ingress tcp/443 on sg-cluster from sg-node", "ingress tcp/10250 on sg-node from sg-cluster");
        assertThat(missing(estate(
                        open("sg-cluster", "-1 sg-cluster", "tcp 443 sg-node"),
                        open("sg-node", "tcp 1025-65535 sg-cluster"))))
                .isEmpty();
    }

    @Test
    void theMissingEgressOfTheClusterGroupBelongsToTheCluster() {
        List<ControlPlaneTraffic> traffic =
                withControlPlane(estate(group("sg-cluster", rules("-1 sg-cluster"), rules())));
        assertThat(traffic).filteredOn(t -> t.allowed().isFalse()).hasSize(2).allMatch(t -> t.reportedForCluster()
                .isTrue());
    }

    @Test
    void theMissingEgressOfAnotherGroupBelongsToTheNodeGroup() {
        List<ControlPlaneTraffic> traffic = withControlPlane(estate(
                open("sg-cluster", "-1 sg-cluster", "tcp 443 sg-node"),
                group("sg-node", rules("tcp 10250 sg-cluster"), rules())));
        assertThat(traffic)
                .filteredOn(t -> t.allowed().isFalse())
                .singleElement()
                .matches(t -> t.reportedForCluster().isFalse())
                .extracting(ControlPlaneTraffic::missing)
                .isEqualTo("egress tcp/443 on sg-node to sg-cluster");
    }

    @Test
    void nodesNeedDnsAmongThemselves() {
        List<NodeTraffic> traffic = new NodeGroupTraffic()
                .derive(estate(open("sg-cluster", "-1 sg-cluster"), open("sg-node", "tcp 53 sg-node")), NOW)
                .filter(NodeTraffic.class::isInstance)
                .map(NodeTraffic.class::cast)
                .toList();
        assertThat(traffic)
                .filteredOn(t -> t.allowed().isFalse())
                .extracting(NodeTraffic::missing)
                .containsExactly("ingress udp/53 on sg-node from sg-node");
    }
}
