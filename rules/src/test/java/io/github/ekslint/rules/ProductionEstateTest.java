package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A production cluster on subnets that others made: what its spec leaves open, its recordings settle. */
class ProductionEstateTest {

    private static final Options OPTIONS =
            new Options(LocalDate.of(2026, 11, 22), Optional.empty(), Map.of(), false, rule -> true, Map.of());
    private static final Path ESTATE = Estates.folder("production");

    private static Report lint(boolean withEvidence) throws IOException {
        List<Parsed> evidence = new ArrayList<>();
        if (withEvidence) {
            for (Path file : Estates.files(ESTATE.resolve("evidence"))) {
                evidence.add(parse(file));
            }
        }
        Linter linter = new Linter(RuleCatalogue.installed(), BuiltInData.load());
        return linter.lint(new Inputs(List.of(parse(ESTATE.resolve("cluster.yaml"))), evidence), OPTIONS);
    }

    private static Parsed parse(Path file) throws IOException {
        return Sources.parse(ESTATE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }

    @Test
    void withoutEvidenceEveryUnknownNamesTheCommandThatSettlesIt() throws IOException {
        List<Verdict> unknown = lint(false).with(Result.UNKNOWN);
        assertThat(unknown).isNotEmpty();
        assertThat(unknown)
                .allSatisfy(v -> assertThat(v.settledBy()).as(v.message()).isNotEmpty());
    }

    @Test
    void withEvidenceNothingIsUnknownAnyMore() throws IOException {
        Report report = lint(true);
        assertThat(report.problems()).isEmpty();
        assertThat(report.specs()).hasSize(1);
        assertThat(report.with(Result.UNKNOWN))
                .extracting(v -> v.rule().id() + " " + v.message())
                .isEmpty();
    }

    @Test
    void evidenceNeverTurnsAFailureOfTheSpecIntoAPassOrBack() throws IOException {
        List<Verdict> without = lint(false).verdicts();
        List<Verdict> with = lint(true).verdicts();
        List<String> opposite = new ArrayList<>();
        for (Verdict a : without) {
            for (Verdict b : with) {
                boolean same = a.rule().equals(b.rule())
                        && a.subject().key().equals(b.subject().key())
                        && a.part().equals(b.part());
                boolean turned = (a.result() == Result.PASS && b.result() == Result.FAIL)
                        || (a.result() == Result.FAIL && b.result() == Result.PASS);
                if (same && turned) {
                    opposite.add(a.rule().id() + " " + a.message() + " / " + b.message());
                }
            }
        }
        assertThat(opposite).isEmpty();
    }
}
