package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {

    private static final AmiTypes TYPES = TestReferenceData.data().amiTypes();
    private static final EksctlDefaults EKSCTL = TestReferenceData.data().eksctl();

    @ParameterizedTest
    @CsvSource({
        "AL2_x86_64, AL2, linux, x86_64, ''",
        "AL2_x86_64_GPU, AL2, linux, x86_64, 'neuron,nvidia'",
        "AL2023_ARM_64_NVIDIA, AL2023, linux, arm64, nvidia",
        "AL2023_x86_64_NEURON, AL2023, linux, x86_64, neuron",
        "BOTTLEROCKET_ARM_64_FIPS, BOTTLEROCKET, linux, arm64, ''",
        "WINDOWS_CORE_2025_x86_64, WINDOWS_2025, windows, x86_64, ''",
    })
    void anAmiTypeSaysWhatTheImageIs(String value, String family, String system, String architecture, String drivers) {
        AmiType type = TYPES.find(value).orElseThrow();
        assertThat(type.family()).isEqualTo(family);
        assertThat(type.operatingSystem()).hasValue(system);
        assertThat(type.architecture()).hasValue(architecture);
        assertThat(String.join(",", new java.util.TreeSet<>(type.accelerators())))
                .isEqualTo(drivers);
        assertThat(TYPES.familyOf(value)).map(AmiFamily::name).hasValue(family);
    }

    @Test
    void aCustomImageSaysNothing() {
        AmiType custom = TYPES.find("CUSTOM").orElseThrow();
        assertThat(custom.isCustom()).isTrue();
        assertThat(custom.operatingSystem()).isEmpty();
        assertThat(custom.architecture()).isEmpty();
        assertThat(custom.fips()).isEmpty();
        assertThat(TYPES.familyOf("CUSTOM")).isEmpty();
    }

    @Test
    void aTypeOrFamilyNobodyKnowsIsEmpty() {
        assertThat(TYPES.find("AL2028_x86_64")).isEmpty();
        assertThat(TYPES.familyOf("AL2028_x86_64")).isEmpty();
        assertThat(TYPES.family("UBUNTU")).isEmpty();
    }

    @Test
    void allTypesOfTheApiAreThere() {
        assertThat(TYPES.types()).hasSize(23);
        assertThat(TYPES.types().values())
                .filteredOn(t -> t.family().equals("AL2"))
                .hasSize(3)
                .allSatisfy(t -> assertThat(t.lastMinor()).hasValue(version("1.32")));
    }

    @Test
    void al2EndedOnADay() {
        AmiFamily al2 = TYPES.family("AL2").orElseThrow();
        assertThat(al2.isMaintained(LocalDate.of(2025, 11, 25))).isTrue();
        assertThat(al2.isMaintained(LocalDate.of(2025, 11, 26))).isFalse();
        assertThat(al2.osEnded()).hasValue(LocalDate.of(2026, 6, 30));
        assertThat(al2.lastMinor()).hasValue(version("1.32"));
        assertThat(al2.source()).startsWith("https://docs.aws.amazon.com/");
        assertThat(TYPES.family("AL2023").orElseThrow().isMaintained(LocalDate.of(2026, 11, 22)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.14, AL2", "1.29, AL2", "1.30, AL2023", "1.36, AL2023", "1.40, AL2023"})
    void theDefaultFamilyFollowsTheClustersVersion(String cluster, String family) {
        assertThat(TYPES.defaultFamily(version(cluster))).map(AmiFamily::name).hasValue(family);
    }

    @Test
    void beforeManagedNodeGroupsThereIsNoDefaultFamily() {
        assertThat(TYPES.defaultFamily(version("1.13"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AmazonLinux2, AL2",
        "AmazonLinux2023, AL2023",
        "Bottlerocket, BOTTLEROCKET",
        "BottlerocketFips, BOTTLEROCKET",
        "WindowsServer2022FullContainer, WINDOWS_2022",
        "UbuntuPro2404, UBUNTU",
    })
    void eksctlHasNamesOfItsOwn(String name, String family) {
        assertThat(EKSCTL.familyOf(name)).hasValue(family);
    }

    @Test
    void whatEksctlFillsInIsLikelyOnly() {
        assertThat(EKSCTL.version()).isEqualTo(version("1.34"));
        assertThat(EKSCTL.asOf()).isEqualTo(LocalDate.of(2026, 8, 21));
        assertThat(EKSCTL.familyOf(EKSCTL.amiFamily())).hasValue("AL2023");
        assertThat(EKSCTL.familyOf("amazonlinux2")).isEmpty();
        assertThat(EKSCTL.privateClusterEndpoints())
                .containsExactlyInAnyOrder("ec2", "ecr.api", "ecr.dkr", "s3", "sts");
        assertThat(EKSCTL.privateClusterLoggingEndpoints()).containsExactly("logs");
        assertThat(EKSCTL.privateClusterUnsupportedRegions()).containsExactly("eu-south-1");
    }

    private static MinorVersion version(String text) {
        return MinorVersion.parse(text).orElseThrow();
    }
}
