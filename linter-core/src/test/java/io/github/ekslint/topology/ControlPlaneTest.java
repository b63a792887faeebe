package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPlaneTest {

    private static final String TODAY = "2026-11-22";
    private static final Settlement VERSIONS = Settlement.command("aws eks describe-cluster-versions --output json");

    @ParameterizedTest
    @CsvSource({
        "1.36, 2026-11-22, TRUE, FALSE, FALSE",
        "1.34, 2026-12-01, TRUE, FALSE, FALSE",
        "1.34, 2026-12-02, FALSE, TRUE, FALSE",
        "1.31, 2026-11-25, FALSE, TRUE, FALSE",
        "1.31, 2026-11-26, FALSE, FALSE, TRUE",
        "1.22, 2026-11-22, FALSE, FALSE, TRUE",
        "1.14, 2026-11-22, FALSE, FALSE, TRUE",
        "1.37, 2026-11-22, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void theDayDecidesTheSupport(String version, String day, Logic standard, Logic extended, Logic ended) {
        ControlPlane plane = Fleet.of(version).controlPlane(day);
        assertThat(plane.inStandardSupport().logic()).isEqualTo(standard);
        assertThat(plane.inExtendedSupport().logic()).isEqualTo(extended);
        assertThat(plane.isUnsupported().logic()).isEqualTo(ended);
    }

    @Test
    void aVersionNewerThanTheDataIsSettledByTheLiveList() {
        assertThat(Fleet.of("1.37").controlPlane(TODAY).isOffered().settledBy()).containsExactly(VERSIONS);
    }

    @Test
    void aRecordedAnswerWinsOverTheTable() {
        ControlPlane plane = Fleet.of("1.30")
                .offered("1.30", row -> row.set(
                                ClusterVersion.END_OF_STANDARD_SUPPORT_DATE, Fleet.observed(LocalDate.of(2026, 7, 1)))
                        .set(ClusterVersion.END_OF_EXTENDED_SUPPORT_DATE, Fleet.observed(LocalDate.of(2027, 7, 1))))
                .controlPlane(TODAY);
        assertThat(plane.inExtendedSupport().isTrue()).isTrue();
        assertThat(plane.endOfExtendedSupport().shown()).isEqualTo("2027-07-01");
    }

    @Test
    void aRecordedStatusCountsWhereDatesAreMissing() {
        ControlPlane plane = Fleet.of("1.38")
                .offered("1.38", row -> row.set(ClusterVersion.VERSION_STATUS, Fleet.observed("STANDARD_SUPPORT")))
                .controlPlane(TODAY);
        assertThat(plane.isOffered().isTrue()).isTrue();
        assertThat(plane.endOfStandardSupport().isUnresolved()).isTrue();
    }

    @Test
    void aWholeRecordedListSaysWhatIsNotReleased() {
        Fleet fleet = Fleet.of("1.39")
                .offered("1.36", row -> row.set(ClusterVersion.DEFAULT_VERSION, Fleet.observed(true)))
                .offered("1.37", row -> {});
        assertThat(fleet.controlPlane(TODAY).isReleased().isFalse()).isTrue();
        assertThat(fleet.controlPlane(TODAY).isOffered().isFalse()).isTrue();
    }

    @Test
    void aNarrowedRecordingSaysNothingAboutOtherVersions() {
        Fleet fleet = Fleet.of("1.39").offered("1.37", row -> {});
        assertThat(fleet.controlPlane(TODAY).isReleased().isUnknown()).isTrue();
    }

    @Test
    void aVersionThatIsNotWrittenIsTheRecordedDefault() {
        Fleet fleet = Fleet.of(Value.absent(Fleet.PLACE));
        assertThat(fleet.controlPlane(TODAY).isOffered().settledBy()).containsExactly(VERSIONS);
        fleet.offered("1.35", row -> row.set(ClusterVersion.DEFAULT_VERSION, Fleet.observed(true)));
        assertThat(fleet.controlPlane(TODAY).version().shown()).isEqualTo("1.35 (default of EKS)");
    }

    @Test
    void aPlaceholderIsSettledByItsParameter() {
        ControlPlane plane = Fleet.ofPlaceholder().controlPlane(TODAY);
        assertThat(plane.isReadable().isTrue()).isTrue();
        assertThat(plane.isUnsupported().settledBy()).containsExactly(Fleet.PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "1.3", "stable", "1"})
    void whatIsNoVersionCannotBeRead(String version) {
        ControlPlane plane = Fleet.of(version).controlPlane(TODAY);
        assertThat(plane.isReadable().isFalse()).isTrue();
        assertThat(plane.isMalformed().isTrue()).isTrue();
    }

    @Test
    void aPatchIsReadButMalformed() {
        ControlPlane plane = Fleet.of("1.31.2").controlPlane(TODAY);
        assertThat(plane.isReadable().isTrue()).isTrue();
        assertThat(plane.isMalformed().isTrue()).isTrue();
        assertThat(plane.version().shown()).isEqualTo("1.31");
    }

    @Test
    void aNumberThatEndsInZeroIsShortened() {
        ControlPlane thirty = number("1.30");
        assertThat(thirty.isShortenedNumber().isTrue()).isTrue();
        assertThat(thirty.isPlainNumber().isFalse()).isTrue();
        assertThat(thirty.readAs()).isEqualTo("1.3");
        assertThat(number("1.31").isPlainNumber().isTrue()).isTrue();
        assertThat(Fleet.of("1.30").controlPlane(TODAY).isShortenedNumber().isFalse())
                .isTrue();
    }

    private static ControlPlane number(String version) {
        return Fleet.with(b -> b.set(Cluster.VERSION, Fleet.written(version))
                        .set(Cluster.VERSION_IS_TEXT, Fleet.written(false)))
                .controlPlane(TODAY);
    }

    @Test
    void aRecordedVersionIsNotWritten() {
        ControlPlane plane = Fleet.of(Fleet.observed("1.31.2")).controlPlane(TODAY);
        assertThat(plane.isWritten().isFalse()).isTrue();
        assertThat(plane.isMalformed().isFalse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-03, 60, FALSE",
        "2026-10-04, 60, TRUE",
        "2026-12-01, 60, TRUE",
        "2026-12-01, 1, FALSE",
        "2026-12-02, 60, FALSE",
    })
    void standardSupportEndsInFewerThanSoManyDays(String day, int days, Logic expected) {
        ControlPlane plane = Fleet.of("1.34").controlPlane(day);
        assertThat(plane.standardSupportEndsWithin(days).logic()).isEqualTo(expected);
    }

    @Test
    void extendedSupportMattersUnlessTheClusterLeavesItOut() {
        assertThat(supported("EXTENDED").extendedSupportEndsWithin(60).isTrue()).isTrue();
        assertThat(supported("EXTENDED").daysOfExtendedSupport()).isEqualTo("4");
        assertThat(supported("STANDARD").extendedSupportEndsWithin(60).isFalse())
                .isTrue();
    }

    private static ControlPlane supported(String type) {
        return Fleet.with(b ->
                        b.set(Cluster.VERSION, Fleet.written("1.31")).set(Cluster.SUPPORT_TYPE, Fleet.written(type)))
                .controlPlane(TODAY);
    }

    @Test
    void aPlannedUpgradeIsJudgedInPlaceOfTheVersion() {
        ControlPlane plane = new ControlPlanes()
                .derive(Fleet.of("1.31").estate(), Fleet.planned("1.35"))
                .findFirst()
                .orElseThrow();
        assertThat(plane.version().shown()).isEqualTo("1.35");
        assertThat(plane.current().shown()).isEqualTo("1.31");
        assertThat(plane.inStandardSupport().isTrue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.33, 1.33, FALSE, FALSE, FALSE",
        "1.33, 1.34, FALSE, FALSE, FALSE",
        "1.33, 1.35, TRUE, FALSE, FALSE",
        "1.33, 1.32, FALSE, TRUE, FALSE",
        "1.33, 1.31, FALSE, FALSE, TRUE",
    })
    void aSpecThatChangesTheVersionIsAnUpgradeOrARollback(
            String running, String written, Logic skips, Logic back, Logic furtherBack) {
        ControlPlane plane = Fleet.of(written).running(running).controlPlane(TODAY);
        assertThat(plane.isRunning().isTrue()).isTrue();
        assertThat(plane.skipsMinors().logic()).isEqualTo(skips);
        assertThat(plane.isOneMinorBack().logic()).isEqualTo(back);
        assertThat(plane.isFurtherBack().logic()).isEqualTo(furtherBack);
    }

    @Test
    void whatRunsIsNotKnownUnlessItIsRecordedOrAskedAbout() {
        ControlPlane alone = Fleet.of("1.33").controlPlane(TODAY);
        assertThat(alone.isRunning().isUnknown()).isTrue();
        assertThat(alone.skipsMinors().settledBy())
                .containsExactly(Settlement.command("aws eks describe-cluster --name {cluster} --output json"));
        assertThat(planned(Fleet.of("1.33"), "1.35").skipsMinors().isTrue()).isTrue();
        assertThat(planned(Fleet.ofPlaceholder(), "1.35").skipsMinors().settledBy())
                .containsExactly(Fleet.PARAMETER);
    }

    @Test
    void theEndOfSupportIsTheLastOneThereWas() {
        assertThat(Fleet.of("1.22").controlPlane(TODAY).endOfSupport())
                .isEqualTo("extended support ended on 2024-09-01");
        assertThat(Fleet.of("1.18").controlPlane(TODAY).endOfSupport())
                .isEqualTo("standard support ended on 2022-08-15");
        assertThat(Fleet.of("1.11").controlPlane(TODAY).endOfSupport())
                .isEqualTo("the release calendar no longer lists it");
    }

    private static ControlPlane planned(Fleet fleet, String target) {
        return new ControlPlanes()
                .derive(fleet.estate(), Fleet.planned(target))
                .findFirst()
                .orElseThrow();
    }
}
