package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrSetTest {

    @Test
    void twoHalvesOfTheInternetAreTheInternet() {
        CidrSet set = CidrSet.of(List.of("0.0.0.0/1", "128.0.0.0/1"));
        assertThat(set.covers("0.0.0.0/0")).isTrue();
        assertThat(set.isEverything()).isTrue();
    }

    @Test
    void halfOfTheInternetIsNotTheInternet() {
        CidrSet set = CidrSet.of(List.of("0.0.0.0/1"));
        assertThat(set.covers("0.0.0.0/0")).isFalse();
        assertThat(set.covers("10.0.0.0/8")).isTrue();
        assertThat(set.covers("192.0.2.0/24")).isFalse();
    }

    @Test
    void aBlockMayBeCoveredByPartsOfDifferentSize() {
        CidrSet set = CidrSet.of(List.of("10.0.0.0/17", "10.0.128.0/18", "10.0.192.0/18"));
        assertThat(set.covers("10.0.0.0/16")).isTrue();
        assertThat(set.covers("10.0.0.0/15")).isFalse();
    }

    @Test
    void familiesDoNotCoverEachOther() {
        CidrSet set = CidrSet.of(List.of("::/0"));
        assertThat(set.covers("0.0.0.0/0")).isFalse();
        assertThat(set.covers("2001:db8::/32")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 8, false",
        "10.0.0.0/7, 8, true",
        "0.0.0.0/0, 8, true",
        "10.0.0.0/8;12.0.0.0/8, 8, true",
        "10.0.0.0/9;10.128.0.0/9, 8, false",
        "203.0.113.0/24, 25, true",
        "2001::/20, 8, false",
        "2001::/19, 8, true"
    })
    void widthCountsTheUnion(String cidrs, int ipv4Prefix, boolean wider) {
        assertThat(CidrSet.of(List.of(cidrs.split(";"))).isWiderThan(ipv4Prefix, 20))
                .isEqualTo(wider);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "203.0.113.7",
                "203.0.113.0/33",
                "203.0.113/24",
                "*/0",
                "300.0.0.0/8",
                "2001:db8::/129",
                "a b/8"
            })
    void otherTextIsNoBlock(String text) {
        assertThat(CidrSet.parse(text)).isEmpty();
        assertThat(CidrSet.of(List.of(text)).isEmpty()).isTrue();
    }

    @Test
    void hostBitsAreSeen() {
        assertThat(CidrSet.hasHostBits("198.51.100.7/24")).isTrue();
        assertThat(CidrSet.hasHostBits("198.51.100.0/24")).isFalse();
        assertThat(CidrSet.hasHostBits("198.51.100.7/32")).isFalse();
        assertThat(CidrSet.hasHostBits("2001:db8::1/64")).isTrue();
        assertThat(CidrSet.hasHostBits("nonsense")).isFalse();
    }
}
