package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.source.Sources;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z,               2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.250000-05:00,   2026-03-01T17:00:00.250Z",
        "2026-03-01 12:00:00.250000+02:00,   2026-03-01T10:00:00.250Z",
        "2026-03-01T12:00:00+0200,           2026-03-01T10:00:00Z",
        "2026-03-01T12:00:00+02,             2026-03-01T10:00:00Z",
        "2026-03-01T12:00:00,                2026-03-01T12:00:00Z",
        "2026-03-01,                         2026-03-01T00:00:00Z",
        "1772366400,                         2026-03-01T12:00:00Z",
        "1772366400.5,                       2026-03-01T12:00:00.500Z",
        "1.7723664E9,                        2026-03-01T12:00:00Z",
    })
    void everyFormBecomesUtc(String written, Instant expected) {
        assertThat(Times.instant(written)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-13-01T00:00:00Z", "2026-02-30", "12:00", "1e99999", "-5"})
    void whatIsNoTimestampIsNone(String written) {
        assertThat(Times.instant(written)).isEmpty();
    }

    @Test
    void thePartsOfAPythonDatetimeBecomeUtc() {
        var node = Sources.parse(
                        "t.json",
                        """
                        {"__class__": "datetime", "year": 2022, "month": 8, "day": 29, "hour": 12, "minute": 7, "second": 22}
                        """)
                .documents()
                .get(0)
                .root();

        assertThat(Times.instant(node)).contains(Instant.parse("2022-08-29T12:07:22Z"));
    }
}
