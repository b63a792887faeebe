package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeletsTest {

    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    @ParameterizedTest
    @CsvSource({
        "1.34, v1.34.1-eks-113cf36, FALSE, FALSE, FALSE",
        "1.34, v1.35.0-eks-113cf36, TRUE, FALSE, FALSE",
        "1.34, v1.31.7-eks-113cf36, FALSE, TRUE, FALSE",
        "1.34, v1.30.9-eks-113cf36, FALSE, TRUE, TRUE",
        "1.27, v1.25.16-eks-1a2b3c4, FALSE, TRUE, FALSE",
        "1.27, v1.24.17-eks-1a2b3c4, FALSE, TRUE, TRUE",
        "1.22, v1.22.12-eks-ba74326, FALSE, FALSE, FALSE",
    })
    void aNodeIsComparedByItsMinor(String server, String kubelet, Logic newer, Logic behind, Logic tooFar) {
        Kubelet node = only(Fleet.of(server).node("ip-10-0-1-7", "", kubelet));
        assertThat(node.isNewer().logic()).isEqualTo(newer);
        assertThat(node.isBehind().logic()).isEqualTo(behind);
        assertThat(node.isTooFarBehind(3).logic()).isEqualTo(tooFar);
    }

    @Test
    void aStricterLimitCounts() {
        Kubelet node = only(Fleet.of("1.34").node("ip-10-0-1-7", "", "v1.32.3-eks-113cf36"));
        assertThat(node.isTooFarBehind(1).isTrue()).isTrue();
        assertThat(node.minorsBehind()).isEqualTo("2 minors");
        assertThat(node.oldestAllowed()).isEqualTo("1.31");
        assertThat(node.displayName()).isEqualTo("node ip-10-0-1-7");
    }

    @Test
    void aLooserLimitThanThatOfKubernetesChangesNothing() {
        Kubelet node = only(Fleet.of("1.34").node("ip-10-0-1-7", "", "v1.30.9-eks-113cf36"));
        assertThat(node.isTooFarBehind(9).isTrue()).isTrue();
    }

    @Test
    void everyRecordedNodeCountsWhateverItRunsOn() {
        Fleet fleet = Fleet.of("1.34")
                .node("a", "", "v1.34.1", b -> b.set(Node.COMPUTE_TYPE, Fleet.observed("fargate")))
                .node("b", "", "v1.34.1", b -> b.set(Node.COMPUTE_TYPE, Fleet.observed("auto")))
                .node("c", "", "v1.34.1", b -> b.set(Node.COMPUTE_TYPE, Fleet.observed("hybrid")));
        assertThat(fleet.kubelets()).hasSize(3);
    }

    @Test
    void aGroupIsRepresentedByItsNodes() {
        Fleet fleet = Fleet.of("1.34").managed("workers", b -> {}).node("a", "workers", "v1.33.1");
        assertThat(fleet.kubelets()).extracting(Kubelet::displayName).containsExactly("node a");
    }

    @Test
    void aManagedGroupWithoutAVersionFollowsItsCluster() {
        Kubelet group = only(Fleet.of("1.34").managed("workers", b -> {}));
        assertThat(group.version().shown()).isEqualTo("1.34 (default of its cluster)");
        assertThat(group.isBehind().isFalse()).isTrue();
    }

    @Test
    void itFollowsEvenAVersionThatIsNotKnown() {
        Kubelet group = only(Fleet.ofPlaceholder().managed("workers", b -> {}));
        assertThat(group.isNewer().isFalse()).isTrue();
        assertThat(group.isTooFarBehind(3).isFalse()).isTrue();
    }

    @Test
    void itStaysBehindWhenAnUpgradeIsPlanned() {
        Kubelet group = new Kubelets()
                .derive(Fleet.of("1.31").managed("workers", b -> {}).estate(), Fleet.planned("1.35"))
                .findFirst()
                .orElseThrow();
        assertThat(group.isTooFarBehind(3).isTrue()).isTrue();
        assertThat(group.minorsBehind()).isEqualTo("4 minors");
    }

    @Test
    void aRecordedVersionOfAGroupCounts() {
        Kubelet group =
                only(Fleet.of("1.34").managed("workers", b -> b.set(NodeGroup.VERSION, Fleet.observed("1.30"))));
        assertThat(group.isTooFarBehind(3).isTrue()).isTrue();
        assertThat(group.displayName()).isEqualTo("node group workers");
    }

    @Test
    void anAmiReleaseTellsTheVersionUnlessItIsBottlerocket() {
        Value<String> release = Fleet.written("1.30.8-20250203");
        Kubelet linux = only(Fleet.of("1.34").managed("workers", b -> b.set(NodeGroup.RELEASE_VERSION, release)));
        assertThat(linux.isTooFarBehind(3).isTrue()).isTrue();
        Kubelet bottlerocket = only(Fleet.of("1.34").managed("workers", b -> b.set(NodeGroup.RELEASE_VERSION, release)
                .set(NodeGroup.AMI_FAMILY, Fleet.written("BOTTLEROCKET"))));
        assertThat(bottlerocket.isBehind().isFalse()).isTrue();
    }

    @Test
    void onlyTheNodesTellWhatSelfManagedGroupsAndOwnImagesRun() {
        Fleet fleet = Fleet.of("1.34")
                .group("old", b -> b.set(NodeGroup.MANAGED, Fleet.written(false))
                        .set(NodeGroup.IMAGE_ID, Value.absent(Fleet.PLACE))
                        .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(Fleet.PLACE)))
                .managed("own", b -> b.set(NodeGroup.IMAGE_ID, Fleet.written("ami-0123456789abcdef0")))
                .managed("recorded", b -> b.set(NodeGroup.AMI_TYPE, Fleet.observed("CUSTOM"))
                        .set(NodeGroup.VERSION, Fleet.observed("1.34")));
        assertThat(fleet.kubelets()).hasSize(3).allSatisfy(k -> {
            assertThat(k.isBehind().isUnknown()).isTrue();
            assertThat(k.isBehind().settledBy()).containsExactly(NODES);
        });
    }

    @Test
    void aSelfManagedGroupForWhichTheToolPicksTheImageFollowsItsCluster() {
        Kubelet group = only(Fleet.of("1.34").group("old", b -> b.set(NodeGroup.MANAGED, Fleet.written(false))
                .set(NodeGroup.VERSION, Value.absent(Fleet.PLACE))
                .set(NodeGroup.IMAGE_ID, Value.absent(Fleet.PLACE))
                .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(Fleet.PLACE))));
        assertThat(group.isNewer().isFalse()).isTrue();
        assertThat(group.isBehind().isFalse()).isTrue();
    }

    @Test
    void aSelfManagedGroupRunsTheVersionThatItsImageIsNamedAfter() {
        Kubelet group = only(Fleet.of("1.34").group("old", b -> b.set(NodeGroup.MANAGED, Fleet.written(false))
                .set(NodeGroup.VERSION, Fleet.written("1.35"))
                .set(NodeGroup.IMAGE_ID, Value.absent(Fleet.PLACE))
                .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(Fleet.PLACE))));
        assertThat(group.isNewer().isTrue()).isTrue();
    }

    @Test
    void aLaunchTemplateThatIsNotRecordedMayNameAnImage() {
        Fleet fleet = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.LAUNCH_TEMPLATE, Fleet.templateRef("lt-0abc")));
        assertThat(only(fleet).isBehind().settledBy())
                .containsExactly(Settlement.command(
                        "aws ec2 describe-launch-template-versions --launch-template-id lt-0abc --output json"));
        fleet.template("lt-0abc", b -> b.set(LaunchTemplate.IMAGE_ID, Value.absent(Fleet.PLACE)));
        assertThat(only(fleet).isBehind().isFalse()).isTrue();
    }

    @Test
    void aGroupOfWhichOnlyTheNameIsKnownIsUnknown() {
        Kubelet group = only(Fleet.of("1.34").group("workers", b -> {}));
        assertThat(group.isBehind().settledBy())
                .extracting(Settlement::text)
                .singleElement()
                .asString()
                .contains("describe-nodegroup", "--nodegroup-name workers");
    }

    @Test
    void aGroupWithoutNodesIsNotAskedAboutOnceNodesAreRecorded() {
        Fleet fleet = Fleet.of("1.34")
                .group("old", b -> b.set(NodeGroup.MANAGED, Fleet.written(false)))
                .managed("empty", b -> b.set(NodeGroup.VERSION, Fleet.observed("1.30")))
                .node("a", "", "v1.34.1");
        assertThat(fleet.kubelets()).extracting(Kubelet::displayName).containsExactly("node a", "node group empty");
    }

    @Test
    void aNodeWithoutAClusterIsUnknown() {
        Kubelet node = only(Fleet.withoutCluster().node("a", "", "v1.34.1"));
        assertThat(node.isBehind().isUnknown()).isTrue();
        assertThat(node.isBehind().settledBy()).isNotEmpty();
    }

    @Test
    void aKubeletVersionThatIsNoneIsUnknown() {
        assertThat(only(Fleet.of("1.34").node("a", "", "unknown")).isBehind().settledBy())
                .containsExactly(NODES);
    }

    private static Kubelet only(Fleet fleet) {
        List<Kubelet> kubelets = fleet.kubelets();
        assertThat(kubelets).hasSize(1);
        return kubelets.get(0);
    }
}
