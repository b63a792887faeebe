package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeImagesTest {

    @ParameterizedTest
    @CsvSource({
        "1.32, AL2_x86_64, FALSE, TRUE",
        "1.33, AL2_x86_64, TRUE, TRUE",
        "1.33, AL2_ARM_64, TRUE, TRUE",
        "1.33, AL2023_x86_64_STANDARD, FALSE, FALSE",
        "1.33, BOTTLEROCKET_ARM_64, FALSE, FALSE",
        "1.33, WINDOWS_CORE_2022_x86_64, FALSE, FALSE",
        "1.33, AL2031_x86_64_STANDARD, UNKNOWN, UNKNOWN",
    })
    void theAmiTypeTellsTheFamily(String version, String type, Logic beyond, Logic retired) {
        NodeImage image =
                only(Fleet.of(version).managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written(type))));
        assertThat(image.isBeyondLastMinor().logic()).isEqualTo(beyond);
        assertThat(image.isRetired().logic()).isEqualTo(retired);
    }

    @Test
    void figuresOfTheFamilyAreShown() {
        NodeImage image =
                only(Fleet.of("1.33").managed("workers", b -> b.set(NodeGroup.AMI_FAMILY, Fleet.written("AL2"))));
        assertThat(image.lastMinor()).isEqualTo("1.32");
        assertThat(image.imagesEnded()).isEqualTo("2025-11-26");
        assertThat(image.operatingSystemEnded()).isEqualTo("2026-06-30");
        assertThat(image.displayName()).isEqualTo("node group workers");
    }

    @Test
    void aFamilyIsMaintainedUntilItsLastImage() {
        NodeImage before = new NodeImages()
                .derive(
                        Fleet.of("1.32")
                                .managed("workers", b -> b.set(NodeGroup.AMI_FAMILY, Fleet.written("AL2")))
                                .estate(),
                        Fleet.on("2025-11-25"))
                .findFirst()
                .orElseThrow();
        assertThat(before.isRetired().isFalse()).isTrue();
    }

    @Test
    void theVersionMayBeUnknownWhereTheFamilyDecides() {
        NodeImage image = only(
                Fleet.ofPlaceholder().managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("AL2_x86_64"))));
        assertThat(image.isRetired().isTrue()).isTrue();
        assertThat(image.isBeyondLastMinor().settledBy()).containsExactly(Fleet.PARAMETER);
        NodeImage other = only(Fleet.ofPlaceholder()
                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("AL2023_ARM_64_STANDARD"))));
        assertThat(other.isBeyondLastMinor().isFalse()).isTrue();
    }

    @Test
    void whatNobodyChoseFitsTheVersion() {
        assertThat(byDefault("1.33").isRetired().isFalse()).isTrue();
        assertThat(byDefault("1.29").isRetired().isTrue()).isTrue();
        assertThat(byDefault("1.29").isBeyondLastMinor().isFalse()).isTrue();
    }

    private static NodeImage byDefault(String version) {
        return only(Fleet.of(version).managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Value.absent(Fleet.PLACE))
                .set(NodeGroup.AMI_FAMILY, Value.absent(Fleet.PLACE))));
    }

    @Test
    void theToolsChoiceCountsOnlyUntilNodesAreRecorded() {
        Fleet fleet = Fleet.of("1.32")
                .managed("workers", b -> b.set(NodeGroup.AMI_FAMILY, Value.byDefault("AL2023", "eksctl", Fleet.PLACE))
                        .set(NodeGroup.AMI_TYPE, Value.byDefault("AL2023_x86_64_STANDARD", "eksctl", Fleet.PLACE)));
        assertThat(only(fleet).isRetired().isFalse()).isTrue();
        fleet.node("a", "workers", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")));
        assertThat(only(fleet).isRetired().isTrue()).isTrue();
    }

    @Test
    void aReplacementThatIsNotFinishedStillCounts() {
        Fleet fleet = Fleet.of("1.32")
                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.observed("CUSTOM")))
                .node(
                        "a",
                        "workers",
                        "v1.32.1",
                        b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2023.6.20250115")))
                .node("b", "workers", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")));
        assertThat(only(fleet).isRetired().isTrue()).isTrue();
        assertThat(only(fleet).families().shown()).isEqualTo("AL2023, AL2");
    }

    @Test
    void onlyTheNodesTellWhatAnOwnImageIs() {
        NodeImage image =
                only(Fleet.of("1.33").managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.observed("CUSTOM"))));
        assertThat(image.isRetired().settledBy()).containsExactly(Settlement.command("kubectl get nodes -o json"));
    }

    @Test
    void theFamilyOfAnOwnImageMayBeWritten() {
        NodeImage image =
                only(Fleet.of("1.33").managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("CUSTOM"))
                        .set(NodeGroup.AMI_FAMILY, Fleet.written("AL2"))));
        assertThat(image.isBeyondLastMinor().isTrue()).isTrue();
    }

    @Test
    void aPlannedUpgradeTakesTheImageAlong() {
        NodeImage image = new NodeImages()
                .derive(
                        Fleet.of("1.32")
                                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("AL2_x86_64")))
                                .estate(),
                        Fleet.planned("1.33"))
                .findFirst()
                .orElseThrow();
        assertThat(image.isBeyondLastMinor().isTrue()).isTrue();
    }

    @Test
    void nodesWithoutAGroupAreOnePilePerImage() {
        List<NodeImage> images = Fleet.of("1.32")
                .node("a", "", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")))
                .node("b", "", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")))
                .node("c", "", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")))
                .node("d", "gone", "v1.32.1", b -> b.set(Node.OS_IMAGE, Fleet.observed("Ubuntu 24.04.1 LTS")))
                .images();
        assertThat(images).extracting(NodeImage::displayName).containsExactly("node a and 2 others", "node group gone");
        assertThat(images.get(0).isRetired().isTrue()).isTrue();
        assertThat(images.get(1).isRetired().isFalse()).isTrue();
    }

    @Test
    void nodesWithoutAnImageOfTheCustomerHaveNone() {
        Fleet fleet = Fleet.of("1.32");
        for (String type : List.of("fargate", "auto", "hybrid")) {
            fleet.node(type, "", "v1.32.1", b -> b.set(Node.COMPUTE_TYPE, Fleet.observed(type))
                    .set(Node.OS_IMAGE, Fleet.observed("Amazon Linux 2")));
        }
        assertThat(fleet.images()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Amazon Linux 2, AL2",
        "Amazon Linux 2023.6.20250115, AL2023",
        "Bottlerocket OS 1.32.0 (aws-k8s-1.31), BOTTLEROCKET",
        "Windows Server 2022 Datacenter, WINDOWS_2022",
        "Ubuntu 24.04.1 LTS, Ubuntu 24.04.1 LTS",
        "Amazon Linux, Amazon Linux",
    })
    void theNodesSayWhatTheyRun(String osImage, String family) {
        assertThat(NodeImages.family(osImage)).isEqualTo(family);
    }

    private static NodeImage only(Fleet fleet) {
        List<NodeImage> images = fleet.images();
        assertThat(images).hasSize(1);
        return images.get(0);
    }
}
