package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.request.BaselineFile;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Threshold;
import io.github.ekslint.request.Unknowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private static final Gate STRICT = new Gate(Threshold.INFO, Unknowns.FAIL);

    @TempDir
    private Path folder;

    @Test
    void whatIsRecordedNoLongerFails() throws IOException {
        Report report = SampleReport.report();
        assertThat(STRICT.failing(report)).isNotEmpty();

        Report known = written(report, true).applied(report);

        assertThat(STRICT.failing(known)).isEmpty();
        assertThat(known.verdicts()).hasSameSizeAs(report.verdicts());
    }

    @Test
    void unknownsAreRecordedOnRequestOnly() throws IOException {
        Report report = SampleReport.report();
        Report known = written(report, false).applied(report);
        assertThat(known.with(Result.FAIL)).isEmpty();
        assertThat(known.with(Result.UNKNOWN)).hasSameSizeAs(report.with(Result.UNKNOWN));
    }

    @Test
    void whereOneIsKnownASecondOneIsNew() {
        Verdict failure = SampleReport.failure();
        Report report = SampleReport.report().withVerdicts(List.of(failure, failure));
        Report known = new Baseline(List.of(Known.of(failure))).applied(report);
        assertThat(known.with(Result.FAIL)).hasSize(1);
    }

    @Test
    void whatIsKnownFailsNoStepOfAnUpgrade() throws IOException {
        Report report = SampleReport.upgrades();
        List<Verdict> failing = report.upgrades().stream()
                .flatMap(u -> u.firstFailing().stream())
                .flatMap(s -> s.failures().stream())
                .toList();
        assertThat(failing).isNotEmpty();
        Baseline baseline = new Baseline(failing.stream().map(Known::of).toList());
        Report known = baseline.applied(report);
        assertThat(known.upgrades()).hasSameSizeAs(report.upgrades());
        assertThat(known.upgrades()).allMatch(u -> u.firstFailing().isEmpty());
        assertThat(Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), known))
                .doesNotContain("the first that fails");
    }

    @Test
    void whatIsNotFoundAnyMoreIsGone() {
        Report report = SampleReport.report();
        Known there = Known.of(SampleReport.failure());
        Known solved = new Known("0".repeat(32), "EKS-NET-001", "", "clusters/prod eu.yaml", "cluster prod", "");
        Baseline baseline = new Baseline(List.of(there, solved, there));
        assertThat(baseline.gone(report, k -> true)).containsExactly(solved, there);
        assertThat(baseline.gone(report, k -> false)).isEmpty();
        assertThat(baseline.without(List.of(solved, there))).isEqualTo(new Baseline(List.of(there)));
    }

    @Test
    void aPassIsNeverBaselined() throws IOException {
        Report report = SampleReport.report();
        Report known = written(report, true).applied(report);
        assertThat(known.with(Result.PASS)).isEqualTo(report.with(Result.PASS)).isNotEmpty();
    }

    @Test
    void theFileSaysWhatAReviewerWantsToKnowAndNoLine() throws IOException {
        assertThat(Golden.write(new BaselineReporter(false), SampleReport.report()))
                .contains("\"rule\": \"EKS-NET-001\"", "\"file\": ", "\"subject\": ", "\"fingerprint\": ")
                .doesNotContain("\"line\"", "\"message\"");
        assertThat(new BaselineReporter(false).summary(SampleReport.report())).isEqualTo("1 known finding");
    }

    @Test
    void reportsTellWhatIsBaselined() throws IOException {
        Report report = written(SampleReport.report(), false).applied(SampleReport.report());
        Detail verbose = new Detail(true, true, false);
        assertThat(Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), report))
                .doesNotContain("error[EKS-NET-001]")
                .contains("0 errors", "1 baselined");
        assertThat(Golden.write(new TextReporter(Look.PLAIN, verbose), report)).contains("baselined EKS-NET-001 ");
        assertThat(Golden.write(new JsonReporter(Detail.USUAL), report))
                .contains("\"status\": \"baselined\"", "\"baselined\": 1", "\"fail\": 0");
        String sarif = Golden.write(new SarifReporter(Detail.USUAL, List.of(SampleReport.ZONES)), report);
        assertThat(sarif).containsOnlyOnce("\"baselineState\": \"unchanged\"").contains("\"kind\": \"external\"");
        assertThat(Schemas.errors(SpecificationVersion.DRAFT_4, Golden.Resource.text("sarif-schema-2.1.0.json"), sarif))
                .isEmpty();
    }

    private Baseline written(Report report, boolean unknowns) throws IOException {
        Path file = folder.resolve("baseline.json");
        return BaselineFile.read(Files.writeString(file, Golden.write(new BaselineReporter(unknowns), report)));
    }
}
