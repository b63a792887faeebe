package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTypesTest {

    private static final InstanceFamilies FAMILIES = TestReferenceData.data().instanceFamilies();
    private static final InstanceLimits LIMITS = TestReferenceData.data().instanceLimits();

    @ParameterizedTest
    @CsvSource({
        "m6g.large, arm64",
        "c7gn.16xlarge, arm64",
        "t4g.nano, arm64",
        "a1.medium, arm64",
        "x2gd.metal, arm64",
        "im4gn.large, arm64",
        "is4gen.medium, arm64",
        "i4g.large, arm64",
        "g5g.xlarge, arm64",
        "hpc7g.4xlarge, arm64",
        "r8gd.24xlarge, arm64",
        "m8gn.large, arm64",
        "p6e-gb200.36xlarge, arm64",
        "m5.large, x86_64",
        "t3a.small, x86_64",
        "c7i-flex.large, x86_64",
        "g4dn.xlarge, x86_64",
        "g6e.xlarge, x86_64",
        "gr6.4xlarge, x86_64",
        "i4i.large, x86_64",
        "p5en.48xlarge, x86_64",
        "inf2.xlarge, x86_64",
        "trn1n.32xlarge, x86_64",
        "u-12tb1.112xlarge, x86_64",
        "u7in-24tb.224xlarge, x86_64",
        "z1d.large, x86_64",
        "mac1.metal, x86_64_mac",
        "mac2-m2pro.metal, arm64_mac",
        "m6g, arm64",
    })
    void theFamilySaysTheArchitecture(String type, String architecture) {
        assertThat(FAMILIES.architecture(type)).hasValue(architecture);
        assertThat(FAMILIES.of(type).orElseThrow().derived()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"m12g.large, arm64", "c11gd.large, arm64", "r9i.large, x86_64", "m9a-flex.large, x86_64"})
    void aFamilyNewerThanTheTableIsReadByTheNamingConvention(String type, String architecture) {
        InstanceFamily family = FAMILIES.of(type).orElseThrow();
        assertThat(family.architecture()).isEqualTo(architecture);
        assertThat(family.derived()).isTrue();
        assertThat(family.accelerator()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "q9.large", "p9-x300.large", "g9e.large", "Standard_D4", "m9n.large", "${TYPE}", ".large"})
    void aNameThatDoesNotTellIsUnknown(String type) {
        assertThat(FAMILIES.architecture(type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "g5.xlarge, nvidia, nitro", "g5g.xlarge, nvidia, nitro", "p4de.24xlarge, nvidia, nitro",
                "p3.2xlarge, nvidia, xen",
        "inf1.xlarge, neuron, nitro", "trn2.48xlarge, neuron, nitro", "g4ad.xlarge, amd, nitro", "m4.large, , xen",
        "m5.large, , nitro", "mac1.metal, , ",
    })
    void theFamilySaysAcceleratorAndHypervisor(String type, String accelerator, String hypervisor) {
        InstanceFamily family = FAMILIES.of(type).orElseThrow();
        assertThat(family.accelerator().orElse(null)).isEqualTo(accelerator);
        assertThat(family.hypervisor().orElse(null)).isEqualTo(hypervisor);
    }

    @Test
    void theConventionAgreesWithEveryListedFamilyThatFollowsIt() {
        InstanceFamilies convention = new InstanceFamilies(java.util.Map.of(), FAMILIES.processors());
        assertThat(FAMILIES.families().values())
                .filteredOn(f -> convention.of(f.name()).isPresent())
                .hasSizeGreaterThan(80)
                .allSatisfy(f -> assertThat(convention.architecture(f.name()))
                        .as(f.name())
                        .hasValue(f.architecture()));
    }

    @ParameterizedTest
    @CsvSource({"m5.large, 3, 10, 29", "t3.nano, 2, 2, 4", "a1.medium, 2, 4, 8"})
    void limitsGiveTheDefaultNumberOfPods(String type, int interfaces, int addresses, int pods) {
        InstanceLimits.Limit limit = LIMITS.find(type).orElseThrow();
        assertThat(limit.networkInterfaces()).isEqualTo(interfaces);
        assertThat(limit.ipv4PerInterface()).isEqualTo(addresses);
        assertThat(limit.maxPods()).isEqualTo(pods);
    }

    @Test
    void aTypeWithoutLimitsIsUnknown() {
        assertThat(LIMITS.find("m99.large")).isEmpty();
        assertThat(LIMITS.byType()).hasSize(1391);
    }
}
