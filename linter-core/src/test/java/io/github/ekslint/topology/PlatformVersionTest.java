package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformVersionTest {

    @Test
    void countsFromTheNewestOfTheSameMinorVersion() {
        List<String> newest = List.of("1.33=eks.40", "1.34=eks.12");

        assertThat(running(9).isBehind(newest, 2).isTrue()).isTrue();
        assertThat(running(10).isBehind(newest, 2).isFalse()).isTrue();
        assertThat(running(9).newestShown(newest)).isEqualTo("eks.12");
    }

    @Test
    void isUnknownWithoutTheNewestOne() {
        Truth behind = running(9).isBehind(List.of("none", "1.33=eks.40"), 2);

        assertThat(behind.isUnknown()).isTrue();
        assertThat(behind.settledBy()).hasSize(1);
    }

    @Test
    void countsFromThatOfNewClustersWhereNoneIsGiven() {
        assertThat(running(9, Fleet.observed(12)).isBehind(List.of("none"), 2).isTrue())
                .isTrue();
        assertThat(running(10, Fleet.observed(12)).isBehind(List.of("none"), 2).isFalse())
                .isTrue();
        assertThat(running(10, Fleet.observed(12))
                        .isBehind(List.of("1.34=eks.13"), 2)
                        .isTrue())
                .isTrue();
        assertThat(running(9, Fleet.observed(12)).newestShown(List.of("none"))).isEqualTo("eks.12");
    }

    private static PlatformVersion running(int number) {
        return running(
                number,
                Value.unresolved("not recorded", List.of(), Settlement.command("aws eks describe-cluster-versions")));
    }

    private static PlatformVersion running(int number, Value<Integer> ofNew) {
        Cluster cluster = Fleet.of("1.34").estate().all(Cluster.class).get(0);
        Value<MinorVersion> minor = Fleet.observed(new MinorVersion(1, 34));
        return new PlatformVersion(cluster, cluster.key(), Fleet.observed(number), minor, ofNew);
    }
}
