package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlPlaneLogsTest {

    private static final List<String> WANTED = List.of("audit", "authenticator");

    @Test
    void everyWantedTypeCounts() {
        assertThat(logs("api", "audit", "authenticator").areEnabled(WANTED).isTrue())
                .isTrue();
        ControlPlaneLogs some = logs("audit");
        assertThat(some.areEnabled(WANTED).isFalse()).isTrue();
        assertThat(some.missing(WANTED)).isEqualTo("authenticator");
    }

    @Test
    void allTypesHaveNamesOfTheirOwnInEksctl() {
        assertThat(logs("*").areEnabled(WANTED).isTrue()).isTrue();
        assertThat(logs("all").areEnabled(WANTED).isTrue()).isTrue();
    }

    @Test
    void noneAreSentByDefault() {
        ControlPlaneLogs none = of(Listing.absent(Fleet.PLACE));
        assertThat(none.areEnabled(WANTED).isFalse()).isTrue();
        assertThat(none.missing(WANTED)).isEqualTo("audit, authenticator");
    }

    @Test
    void aPlaceholderMayStandForAll() {
        ControlPlaneLogs open =
                of(Listing.unresolved("${LOGS} stands in for it", List.of(Fleet.PLACE), Fleet.PARAMETER));
        assertThat(open.areEnabled(WANTED).settledBy()).containsExactly(Fleet.PARAMETER);
    }

    private static ControlPlaneLogs logs(String... types) {
        return of(Fleet.types(types));
    }

    private static ControlPlaneLogs of(Listing<io.github.ekslint.model.Value<String>> types) {
        return new ControlPlaneLogging()
                .derive(Fleet.with(b -> b.set(Cluster.LOGGING_TYPES, types)).estate(), Fleet.on("2026-11-22"))
                .findFirst()
                .orElseThrow();
    }
}
