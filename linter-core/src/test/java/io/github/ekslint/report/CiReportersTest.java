package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formats of CI systems. */
class CiReportersTest {

    private static final Detail HIDING = new Detail(false, false, false);

    @Test
    void annotationsOfGitHub() throws IOException {
        Golden.matches("usual.github.txt", new GithubReporter(Detail.USUAL));
    }

    @Test
    void codeQualityOfGitLab() throws IOException {
        Golden.matches("usual.gitlab.json", new GitlabReporter(Detail.USUAL));
    }

    @Test
    void markdownOfAJobSummary() throws IOException {
        Golden.matches("usual.md", new MarkdownReporter(Detail.USUAL));
    }

    @Test
    void everyCodeQualityReportFitsItsSchema() throws IOException {
        String schema = Golden.Resource.text("gitlab-code-quality.schema.json");
        for (Report report : List.of(SampleReport.report(), SampleReport.empty())) {
            String written = Golden.write(new GitlabReporter(Detail.USUAL), report);
            assertThat(Schemas.errors(SpecificationVersion.DRAFT_2020_12, schema, written))
                    .isEmpty();
        }
        String written = Golden.write(new GitlabReporter(Detail.USUAL), SampleReport.report());
        assertThat(Schemas.errors(
                        SpecificationVersion.DRAFT_2020_12, schema, written.replace("\"critical\"", "\"fatal\"")))
                .isNotEmpty();
    }

    @Test
    void equalFindingsHaveFingerprintsOfTheirOwn() throws IOException {
        String written = Golden.write(
                new GitlabReporter(Detail.USUAL), report(Collections.nCopies(3, SampleReport.failure()), List.of()));
        assertThat(written.lines().filter(l -> l.contains("fingerprint")).distinct())
                .hasSize(3);
    }

    @Test
    void hiddenUnknownsAreNowhere() throws IOException {
        for (Reporter reporter :
                List.of(new GithubReporter(HIDING), new GitlabReporter(HIDING), new MarkdownReporter(HIDING))) {
            assertThat(Golden.write(reporter, report(List.of(SampleReport.conditional()), List.of())))
                    .doesNotContain("EKS-EP-001");
        }
    }

    @Test
    void namesAndMessagesCannotBreakOutOfACommand() throws IOException {
        Problem problem = Problem.error(
                "odd",
                SampleReport.at(new SourceFile("a,b:c%\n.yaml", List.of()), 1, 1, 2, 1),
                "100%\n::error::injected");
        String written = Golden.write(new GithubReporter(HIDING), report(List.of(), List.of(problem)));
        assertThat(written)
                .isEqualTo("::error file=a%2Cb%3Ac%25%0A.yaml,line=1,endLine=2,title=odd"
                        + "::100%25 ::error::injected\n");
    }

    @Test
    void namesAndMessagesCannotBreakOutOfATable() throws IOException {
        Problem problem = Problem.error(
                "odd",
                SampleReport.at(new SourceFile("a|b`c.yaml", List.of()), 1, 1, 2, 1),
                "x | <b>y</b>\n@everyone *z* [l](m)");
        String written = Golden.write(new MarkdownReporter(HIDING), report(List.of(), List.of(problem)));
        assertThat(written.lines().filter(l -> l.contains("odd")))
                .containsExactly("| **error** | odd | a\\|b\\`c.yaml:1:1 | x \\| &lt;b&gt;y&lt;/b&gt; \\@everyone"
                        + " \\*z\\* \\[l\\](m) |");
    }

    @Test
    void aLongTableEnds() throws IOException {
        String written = Golden.write(
                new MarkdownReporter(Detail.USUAL),
                report(Collections.nCopies(1000, SampleReport.failure()), List.of()));
        assertThat(written).contains("800 more are not shown");
        assertThat(written.lines()).hasSizeLessThan(250);
    }

    private static Report report(List<Verdict> verdicts, List<Problem> problems) {
        return new Report(LocalDate.of(2026, 11, 22), List.of(), verdicts, problems, List.of(), 1, 2);
    }
}
