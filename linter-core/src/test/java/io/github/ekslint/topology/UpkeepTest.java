package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpkeepTest {

    @ParameterizedTest
    @CsvSource({"1.31.2-20241109,2024-11-09", "1.34-2026.06.17,2026-06-17"})
    void aReleaseTellsItsDay(String release, LocalDate day) {
        assertThat(Upkeep.day(release)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.26.1-943d9a41", "1.31.2", "1.31.2-20241399", "ami-0123456789abcdef0", ""})
    void whatIsNoDayIsNone(String release) {
        assertThat(Upkeep.day(release)).isEmpty();
    }

    @Test
    void aReleaseIsOldOnlyAfterTheLastDay() {
        NodeGroupUpkeep upkeep = new NodeGroupUpkeep(
                group(),
                Truth.no(),
                Value.absent(Fleet.PLACE),
                Fleet.observed(LocalDate.of(2026, 9, 23)),
                LocalDate.of(2026, 11, 22));

        assertThat(upkeep.isReleaseOlderThan(60).isFalse()).isTrue();
        assertThat(upkeep.isReleaseOlderThan(59).isTrue()).isTrue();
        assertThat(upkeep.releaseAge()).isEqualTo("60");
    }

    private static NodeGroup group() {
        return Fleet.of("1.34")
                .managed("workers", b -> {})
                .estate()
                .all(NodeGroup.class)
                .get(0);
    }
}
