package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Logic;
import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionCalendarTest {

    private static final VersionCalendar CALENDAR = TestReferenceData.data().versions();

    @ParameterizedTest
    @CsvSource({
        "1.31, 2024-08-12, NOT_RELEASED",
        "1.31, 2024-09-25, NOT_RELEASED",
        "1.31, 2024-09-26, STANDARD_SUPPORT",
        "1.31, 2025-11-25, STANDARD_SUPPORT",
        "1.31, 2025-11-26, EXTENDED_SUPPORT",
        "1.31, 2026-11-25, EXTENDED_SUPPORT",
        "1.31, 2026-11-26, UNSUPPORTED",
        "1.31, 2030-01-01, UNSUPPORTED",
        "1.34, 2026-12-01, STANDARD_SUPPORT",
        "1.34, 2026-12-02, EXTENDED_SUPPORT",
    })
    void anEndDateIsTheFirstDayOfTheNextPhase(String minor, LocalDate today, SupportStatus status) {
        assertThat(CALENDAR.status(version(minor), today)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "1.20, 2022-10-31, STANDARD_SUPPORT",
        "1.20, 2022-11-01, UNKNOWN",
        "1.20, 2026-11-21, UNKNOWN",
        "1.20, 2026-11-22, UNSUPPORTED",
    })
    void withoutAnExactEndAVersionIsUnknownUntilItWasSeenWithoutSupport(
            String minor, LocalDate today, SupportStatus status) {
        assertThat(CALENDAR.status(version(minor), today)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1.37, 2026-08-25, NOT_RELEASED", "1.37, 2026-08-26, UNKNOWN", "1.37, 2026-11-22, UNKNOWN"})
    void aVersionWithoutAReleaseOnEksIsUnknownOnceUpstreamHasIt(String minor, LocalDate today, SupportStatus status) {
        assertThat(CALENDAR.status(version(minor), today)).isEqualTo(status);
        assertThat(CALENDAR.find(version(minor))).isPresent();
    }

    @Test
    void aVersionNewerThanTheTableIsUnknownAndNoFailure() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(CALENDAR.status(version("1.38"), today)).isEqualTo(SupportStatus.UNKNOWN);
        assertThat(CALENDAR.isOffered(version("1.38"), today)).isEqualTo(Logic.UNKNOWN);
        assertThat(CALENDAR.isOffered(version("2.0"), today)).isEqualTo(Logic.UNKNOWN);
        assertThat(CALENDAR.find(version("1.38"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.12, 2026-11-22, UNSUPPORTED", "1.17, 2022-08-15, UNSUPPORTED", "1.17, 2022-08-14, UNKNOWN"})
    void aVersionOlderThanTheTableIsUnsupportedOnceTheOldestOfTheTableIs(
            String minor, LocalDate today, SupportStatus status) {
        assertThat(CALENDAR.status(version(minor), today)).isEqualTo(status);
    }

    @Test
    void offeredAreStandardAndExtendedSupport() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(CALENDAR.isOffered(version("1.36"), today)).isEqualTo(Logic.TRUE);
        assertThat(CALENDAR.isOffered(version("1.31"), today)).isEqualTo(Logic.TRUE);
        assertThat(CALENDAR.isOffered(version("1.30"), today)).isEqualTo(Logic.FALSE);
    }

    @Test
    void newestAndOldestFollowTheDay() {
        assertThat(CALENDAR.newestListed()).hasToString("1.37");
        assertThat(CALENDAR.oldestListed()).hasToString("1.18");
        assertThat(CALENDAR.newestReleased(LocalDate.of(2026, 6, 1))).hasValue(version("1.35"));
        assertThat(CALENDAR.newestReleased(LocalDate.of(2026, 6, 2))).hasValue(version("1.36"));
        assertThat(CALENDAR.oldestOffered(LocalDate.of(2026, 11, 25))).hasValue(version("1.31"));
        assertThat(CALENDAR.oldestOffered(LocalDate.of(2026, 11, 26))).hasValue(version("1.32"));
    }

    @Test
    void noRowContradictsItself() {
        assertThat(CALENDAR.versions().values()).allSatisfy(v -> v.release().ifPresent(release -> {
            assertThat(v.upstreamRelease().orElse(release)).isBeforeOrEqualTo(release);
            assertThat(v.endOfStandardSupport().orElseThrow()).isAfter(release);
            assertThat(v.endOfExtendedSupport().or(v::unsupportedBy).orElseThrow())
                    .isAfter(v.endOfStandardSupport().orElseThrow());
        }));
    }

    private static MinorVersion version(String text) {
        return MinorVersion.parse(text).orElseThrow();
    }
}
