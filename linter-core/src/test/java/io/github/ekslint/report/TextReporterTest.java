package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReporterTest {

    private static final Detail VERBOSE = new Detail(true, true, false);
    private static final Detail HIDDEN = new Detail(false, false, false);
    private static final Detail QUIET = new Detail(true, false, true);

    @Test
    void writesFindingsOpenQuestionsProblemsAndASummary() throws IOException {
        Golden.matches("usual.txt", new TextReporter(Look.PLAIN, Detail.USUAL));
    }

    @Test
    void writesEverythingWhenVerboseInColoursAndNarrow() throws IOException {
        Golden.matches("verbose.txt", new TextReporter(new Look(true, 60), VERBOSE));
    }

    @Test
    void plainTextHasNoEscapes() throws IOException {
        assertThat(text(Look.PLAIN, VERBOSE)).doesNotContain("\u001b");
    }

    @Test
    void hiddenUnknownsAreStillCounted() throws IOException {
        assertThat(text(Look.PLAIN, HIDDEN))
                .doesNotContain("unknown:", "unknown[")
                .contains("2 unknown");
    }

    @Test
    void quietIsFindingsAndProblemsOnly() throws IOException {
        assertThat(text(Look.PLAIN, QUIET))
                .contains("error[EKS-NET-001]", "problem[wrong-type]")
                .doesNotContain("passed", "unknown");
    }

    @Test
    void saysHowFarAnUpgradeGets() throws IOException {
        String text = Golden.write(new TextReporter(new Look(false, 140), Detail.USUAL), SampleReport.upgrades());
        assertThat(text)
                .contains(
                        "upgrade of prod from 1.34 to 1.36: 2 steps; the first that fails is 1.36, by EKS-NET-001;",
                        "1 check on the way is unknown; 1 error is there",
                        "    EKS-NET-001: the subnets of cluster prod lie in eu-central-1a only",
                        "upgrade of dev from a version that is not known to 1.36: the steps cannot be told",
                        "upgrade of test from 1.35 to 1.36: 1 step; none fails\n");
    }

    @Test
    void saysThatThereIsNoSpec() throws IOException {
        assertThat(Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), SampleReport.empty()))
                .isEqualTo("no EKS spec in 212 files\n");
    }

    @Test
    void commandsThatDifferInAnIdAreOneCommand() throws IOException {
        assertThat(text(Look.PLAIN, Detail.USUAL))
                .contains("2 checks wait for 2 commands and 1 parameter")
                .contains(
                        "aws ec2 describe-subnets --subnet-ids subnet-1 subnet-2 --output json --region eu-central-1\n")
                .contains("aws eks describe-cluster --name prod --region eu-central-1\n");
    }

    @Test
    void whatASpecSaysCannotCommandTheTerminal() throws IOException {
        SourceFile hostile = new SourceFile("a\u001b[2Jb.yaml", List.of("name: \u001b]0;owned\u0007 \u202Eevil"));
        Report report = withProblem(hostile, 1, 7, 1, 9, "x\u001b[31m\u009b");
        assertThat(Golden.write(new TextReporter(Look.PLAIN, VERBOSE), report))
                .doesNotContain("\u001b", "\u0007", "\u202E", "\u009b");
    }

    @Test
    void secretsAreCoveredAndCaretsStayInPlace() throws IOException {
        SourceFile file =
                new SourceFile("a.json", List.of("{\"dbPassword\": \"hunter2\", \"name\": \"x\", userData: abc}"));
        String text = Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), withProblem(file, 1, 26, 1, 32, "odd"));
        assertThat(text)
                .doesNotContain("hunter2", "abc")
                .contains("1 | {\"dbPassword\": *********, \"name\": \"x\", userData: ***}\n" + "  | " + " ".repeat(25)
                        + "^^^^^^\n");
    }

    @Test
    void longLinesAreClippedAroundTheRegion() throws IOException {
        SourceFile file = new SourceFile("a.json", List.of("x".repeat(2_000) + "HERE" + "y".repeat(2_000)));
        String text =
                Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), withProblem(file, 1, 2_001, 1, 2_005, "odd"));
        assertThat(text).contains("… " + "x".repeat(24) + "HEREy").contains(" ".repeat(26) + "^^^^\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 101);
    }

    @Test
    void ofVeryLongLinesOnlyTheRegionIsShown() throws IOException {
        SourceFile file = new SourceFile("a.json", List.of("x".repeat(50_000) + "HERE" + "y".repeat(50_000)));
        String text = Golden.write(
                new TextReporter(Look.PLAIN, Detail.USUAL), withProblem(file, 1, 50_001, 1, 50_005, "odd"));
        assertThat(text).contains("… HERE …\n").contains("  ^^^^\n");
    }

    @Test
    void aRegionBeyondTheKeptTextIsOnlyNamed() throws IOException {
        SourceFile file = new SourceFile("big.json", List.of());
        assertThat(Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), withProblem(file, 7, 3, 8, 1, "odd")))
                .contains("--> big.json:7:3");
    }

    @Test
    void remediesAreGivenOnceForARule() throws IOException {
        Report report = new Report(
                LocalDate.of(2026, 11, 22),
                List.of(),
                List.of(
                        SampleReport.failure(),
                        SampleReport.verdict(
                                SampleReport.ZONES,
                                Result.FAIL,
                                "violated",
                                Severity.ERROR,
                                "again",
                                SampleReport.at(SampleReport.SPEC, 1, 1, 1, 3),
                                List.of(),
                                List.of(),
                                List.of())),
                List.of(),
                List.of(),
                1,
                1);
        assertThat(Golden.write(new TextReporter(Look.PLAIN, Detail.USUAL), report))
                .containsOnlyOnce("help: ");
    }

    private static Report withProblem(
            SourceFile file, int line, int column, int endLine, int endColumn, String message) {
        return new Report(
                LocalDate.of(2026, 11, 22),
                List.of(),
                List.of(),
                List.of(Problem.error("odd", SampleReport.at(file, line, column, endLine, endColumn), message)),
                List.of(),
                1,
                1);
    }

    private static String text(Look look, Detail detail) throws IOException {
        return Golden.write(new TextReporter(look, detail), SampleReport.report());
    }
}
