package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinesTest {

    @ParameterizedTest
    @CsvSource({
        "AL2023_x86_64_STANDARD, m7i.large, FALSE, FALSE",
        "AL2023_x86_64_STANDARD, m7g.large, TRUE, FALSE",
        "AL2023_ARM_64_STANDARD, t4g.medium, FALSE, FALSE",
        "AL2023_ARM_64_STANDARD, m5.large, TRUE, FALSE",
        "AL2023_x86_64_STANDARD, g5.xlarge, FALSE, TRUE",
        "AL2023_x86_64_NVIDIA, g5.xlarge, FALSE, FALSE",
        "AL2023_x86_64_STANDARD, inf2.xlarge, FALSE, TRUE",
        "BOTTLEROCKET_x86_64, inf2.xlarge, FALSE, FALSE",
        "BOTTLEROCKET_x86_64, g5.xlarge, FALSE, TRUE",
        "WINDOWS_CORE_2022_x86_64, g5.xlarge, FALSE, FALSE",
        "AL2023_x86_64_STANDARD, zz9.large, UNKNOWN, UNKNOWN",
    })
    void theNameOfATypeTellsWhetherItFitsTheImage(String image, String type, Logic differs, Logic lacks) {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written(image))
                        .set(NodeGroup.INSTANCE_TYPES, Fleet.types(type)))
                .machines();
        assertThat(machines.differFromImage().logic()).isEqualTo(differs);
        assertThat(machines.lackDriver().logic()).isEqualTo(lacks);
    }

    @Test
    void aRecordedTypeKnowsBetter() {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("AL2023_x86_64_STANDARD"))
                        .set(NodeGroup.INSTANCE_TYPES, Fleet.types("zz9.large")))
                .instanceType("zz9.large", false, "arm64")
                .machines();
        assertThat(machines.differFromImage().isTrue()).isTrue();
        assertThat(machines.lackDriver().isFalse()).isTrue();
    }

    @Test
    void anUnknownTypeIsSettledByDescribingIt() {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("AL2023_x86_64_STANDARD"))
                        .set(NodeGroup.INSTANCE_TYPES, Fleet.types("zz9.large")))
                .machines();
        assertThat(machines.differFromImage().settledBy())
                .containsExactly(
                        Settlement.command("aws ec2 describe-instance-types --instance-types zz9.large --output json"));
    }

    @ParameterizedTest
    @CsvSource({
        "m5.large, m6i.large, FALSE",
        "m5.large, m6g.large, TRUE",
        "m5.large, zz9.large, UNKNOWN",
        "m5.large, m5.large, FALSE"
    })
    void aGroupHasOneArchitecture(String first, String second, Logic several) {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.INSTANCE_TYPES, Fleet.types(first, second)))
                .machines();
        assertThat(machines.haveSeveralArchitectures().logic()).isEqualTo(several);
    }

    @Test
    void oneTypeAloneHasOneArchitectureWhateverItIs() {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.INSTANCE_TYPES, Fleet.types("zz9.large")))
                .machines();
        assertThat(machines.haveSeveralArchitectures().isFalse()).isTrue();
    }

    @Test
    void anImageThatTheToolPicksFits() {
        NodeGroupMachines machines = Fleet.of("1.34")
                .managed("workers", b -> b.set(
                                NodeGroup.AMI_TYPE, Value.byDefault("AL2023_x86_64_STANDARD", "eksctl", Fleet.PLACE))
                        .set(NodeGroup.INSTANCE_TYPES, Fleet.types("zz9.large")))
                .machines();
        assertThat(machines.differFromImage().isFalse()).isTrue();
        assertThat(machines.lackDriver().isFalse()).isTrue();
    }

    @Test
    void onlyTheNodesTellTheArchitectureOfAnOwnImage() {
        Fleet fleet = Fleet.of("1.34").managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("CUSTOM"))
                .set(NodeGroup.INSTANCE_TYPES, Fleet.types("m7g.large")));
        assertThat(fleet.machines().differFromImage().settledBy())
                .containsExactly(Settlement.command("kubectl get nodes -o json"));
        fleet.node("a", "workers", "v1.34.1", b -> b.set(Node.ARCHITECTURE, Fleet.observed("amd64")));
        assertThat(fleet.machines().differFromImage().isTrue()).isTrue();
        assertThat(fleet.machines().lackDriver().isFalse()).isTrue();
    }

    @Test
    void anOwnImageMayTellItsArchitecture() {
        Fleet fleet = Fleet.of("1.34").managed("workers", b -> b.set(NodeGroup.AMI_TYPE, Fleet.written("CUSTOM"))
                .set(NodeGroup.IMAGE_ARCHITECTURE, Fleet.written("x86_64"))
                .set(NodeGroup.INSTANCE_TYPES, Fleet.types("m7g.large")));
        assertThat(fleet.machines().differFromImage().isTrue()).isTrue();
    }

    @Test
    void theLaunchTemplateMayNameTheOnlyType() {
        Fleet fleet = Fleet.of("1.34")
                .managed("workers", b -> b.set(NodeGroup.LAUNCH_TEMPLATE, Fleet.templateRef("lt-0abc"))
                        .set(NodeGroup.INSTANCE_TYPES, Fleet.types()));
        assertThat(fleet.machines().hasAtLeast(2).settledBy())
                .containsExactly(Settlement.command(
                        "aws ec2 describe-launch-template-versions --launch-template-id lt-0abc --output json"));
        assertThat(fleet.machines().haveSeveralArchitectures().isFalse()).isTrue();
        fleet.template("lt-0abc", b -> b.set(LaunchTemplate.INSTANCE_TYPE, Fleet.observed("m5.large")));
        assertThat(fleet.machines().hasAtLeast(2).isFalse()).isTrue();
        assertThat(fleet.machines().shown()).isEqualTo("m5.large (x86_64)");
        assertThat(fleet.machines().names()).isEqualTo("m5.large");
    }
}
