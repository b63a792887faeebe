package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands when a spec and a recording speak of the same resource. */
class AttributesTest {

    private static final SourceFile FILE = new SourceFile("cluster.yaml", List.of("x"));

    private static Cluster cluster(Attributes attributes) {
        return new Cluster("Cluster/prod", FILE.start(), Truth.yes(), null, attributes);
    }

    private static Attributes publicAccess(Value<Boolean> value) {
        return Attributes.builder().set(Cluster.ENDPOINT_PUBLIC_ACCESS, value).build();
    }

    private static final Attributes OBSERVED_FALSE = publicAccess(Value.observed(false, "recorded"));

    @Test
    void whatIsWrittenStandsOverWhatWasRecorded() {
        Attributes merged = publicAccess(Value.explicit(true)).over(OBSERVED_FALSE, false);
        assertThat(cluster(merged).endpointPublicAccess()).isEqualTo(Value.explicit(true));
    }

    @Test
    void beforeTheIdIsKnownWhatTellsItSettlesTheRest() {
        Value<String> open = Value.unresolved("parameter Name is open", List.of(), Settlement.parameter("Name"));
        Cluster cluster = cluster(Attributes.builder().set(Cluster.NAME, open).build());
        assertThat(cluster.version().ground("version").settledBy()).containsExactly(Settlement.parameter("Name"));
    }

    @Test
    void aDefaultStandsOnlyWhereAnApplyResets() {
        Attributes spec = publicAccess(Value.byDefault(true, "AWS"));
        assertThat(cluster(spec.over(OBSERVED_FALSE, false))
                        .endpointPublicAccess()
                        .known())
                .contains(false);
        assertThat(cluster(spec.over(OBSERVED_FALSE, true))
                        .endpointPublicAccess()
                        .known())
                .contains(true);
    }

    @Test
    void aRecordingFillsWhatTheSpecDoesNotSay() {
        Attributes spec = publicAccess(Value.unresolved("a placeholder", List.of()));
        assertThat(cluster(spec.over(OBSERVED_FALSE, false))
                        .endpointPublicAccess()
                        .known())
                .contains(false);
        assertThat(cluster(Attributes.NONE.over(OBSERVED_FALSE, false))
                        .endpointPublicAccess()
                        .known())
                .contains(false);
    }

    @Test
    void whatNobodySaysIsUnresolvedAndNamesTheCommand() {
        Attributes name =
                Attributes.builder().set(Cluster.NAME, Value.explicit("prod")).build();
        assertThat(cluster(name).roleArn())
                .isInstanceOfSatisfying(Value.Unresolved.class, open -> assertThat(open.settledBy())
                        .isEqualTo(List.of(Settlement.command("aws eks describe-cluster --name prod --output json"))));
    }
}
