package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real inputs that nobody here wrote. Skipped for those who do not have them. */
class CorpusTest {

    private static final Options OPTIONS = Options.asOf(LocalDate.of(2026, 11, 22));
    private static final Linter LINTER = new Linter(RuleCatalogue.installed(), BuiltInData.load());

    private static Report lint(List<Path> files) throws IOException {
        Path root = Corpus.folder().orElseThrow();
        List<Parsed> parsed = new ArrayList<>();
        for (Path file : files) {
            parsed.add(Sources.parse(root.relativize(file).toString(), Files.readAllBytes(file)));
        }
        return LINTER.lint(new Inputs(parsed, List.of()), OPTIONS);
    }

    @Test
    void everyFileAloneIsJudgedOrSkippedOrAProblem() throws IOException {
        assumeThat(Corpus.folder()).isPresent();
        Map<String, Map<Result, Integer>> distribution = new TreeMap<>();
        for (Path file : Corpus.files("")) {
            if (Files.size(file) > 2_000_000 || !Files.isReadable(file)) {
                continue;
            }
            Report report = lint(List.of(file));
            boolean answered = !report.specs().isEmpty()
                    || !report.skipped().isEmpty()
                    || !report.problems().isEmpty();
            assertThat(answered).as(file.toString()).isTrue();
            for (Verdict verdict : report.verdicts()) {
                distribution
                        .computeIfAbsent(verdict.rule().id(), id -> new EnumMap<>(Result.class))
                        .merge(verdict.result(), 1, Integer::sum);
                assertInside(verdict);
            }
        }
        distribution.forEach((rule, counts) -> System.out.println(rule + " " + counts));
    }

    private static void assertInside(Verdict verdict) {
        Place place = verdict.place();
        assertThat(place.file().line(place.line())).as(verdict.message()).isPresent();
    }

    @Test
    void everyClusterConfigIsRecognised() throws IOException {
        assumeThat(Corpus.folder()).isPresent();
        List<Path> files = Corpus.files("eksctl");
        Report report = lint(files);
        assertThat(report.specs().size()).isGreaterThan(files.size() * 9 / 10);
        assertThat(report.skipped())
                .allSatisfy(skipped -> assertThat(Corpus.folder().orElseThrow().resolve(skipped.uri()))
                        .content()
                        .doesNotContainPattern("(?m)^kind: ClusterConfig"));
    }
}
