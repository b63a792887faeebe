package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.MinorVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkewPolicyTest {

    private static final SkewPolicy POLICY = TestReferenceData.data().skewPolicy();

    @ParameterizedTest
    @CsvSource({
        "1.23, 1.21", "1.24, 1.22", "1.25, 1.23", "1.26, 1.24", "1.27, 1.25", "1.28, 1.25", "1.29, 1.26", "1.30, 1.27",
        "1.31, 1.28", "1.32, 1.29", "1.33, 1.30", "1.34, 1.31", "1.35, 1.32", "1.36, 1.33", "1.37, 1.34", "1.1, 1.0",
        "1.0, 1.0",
    })
    void theOldestKubeletIsThreeBehindFrom125OnAndTwoBelow(String controlPlane, String kubelet) {
        assertThat(POLICY.oldestKubelet(version(controlPlane))).isEqualTo(version(kubelet));
        assertThat(POLICY.allows(version(controlPlane), version(kubelet))).isTrue();
        if (version(kubelet).minor() > 0) {
            assertThat(POLICY.allows(version(controlPlane), version(kubelet).plus(-1)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.30, 1.31, false",
        "1.30, 1.30, true",
        "1.28, 1.25, true",
        "1.27, 1.24, false",
        "1.26, 1.24, true",
        "2.0, 1.36, false",
    })
    void aKubeletIsNeverAheadAndNeverTooFarBehind(String controlPlane, String kubelet, boolean allowed) {
        assertThat(POLICY.allows(version(controlPlane), version(kubelet))).isEqualTo(allowed);
    }

    private static MinorVersion version(String text) {
        return MinorVersion.parse(text).orElseThrow();
    }
}
