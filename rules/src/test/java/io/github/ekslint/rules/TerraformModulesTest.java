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
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual root module, with the vpc and eks modules, is judged without a plan and without AWS. */
class TerraformModulesTest {

    private static List<Verdict> verdicts = List.of();
    private static Report report;

    @BeforeAll
    static void judge() throws IOException {
        Path folder = Estates.folder("terraform-modules");
        List<Parsed> files = new ArrayList<>();
        for (Path file : Estates.files(folder)) {
            files.add(Sources.parse(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file)));
        }
        report = new Linter(RuleCatalogue.installed(), BuiltInData.load())
                .lint(new Inputs(files, List.of()), Options.asOf(LocalDate.of(2026, 11, 22)));
        verdicts = report.verdicts();
    }

    @Test
    void itIsOneEstateWithoutProblems() {
        assertThat(report.problems()).isEmpty();
        assertThat(report.specs()).singleElement().satisfies(s -> {
            assertThat(s.dialect()).isEqualTo("terraform");
            assertThat(s.clusters()).singleElement().satisfies(c -> {
                assertThat(c.name()).isEqualTo("shop");
                assertThat(c.region()).isEqualTo("eu-west-1");
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            EKS-NET-001, PASS
            EKS-NET-004, PASS
            EKS-NET-006, PASS
            EKS-NET-007, PASS
            EKS-NET-009, PASS
            EKS-NET-012, PASS
            EKS-NET-011, FAIL
            EKS-TAG-001, PASS
            EKS-TAG-002, PASS
            EKS-DNS-001, PASS
            EKS-DNS-002, PASS
            EKS-EP-001, PASS
            EKS-EP-002, FAIL
            EKS-EP-003, PASS
            EKS-VER-001, PASS
            EKS-IP-001, PASS
            EKS-SG-003, PASS
            EKS-SG-005, PASS
            EKS-NG-013, PASS
            EKS-SEC-001, PASS
            EKS-SEC-003, PASS
            """)
    void aRuleIsDecided(String rule, Result result) {
        assertThat(verdicts)
                .filteredOn(v -> v.rule().id().equals(rule) && v.result() != Result.NOT_APPLICABLE)
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v.result()).isEqualTo(result));
    }

    @Test
    void nodeGroupsAreJudgedEachAtItsArgument() {
        List<Place> places = verdicts.stream()
                .filter(v -> v.rule().id().equals("EKS-NG-001") && v.result() == Result.FAIL)
                .map(Verdict::place)
                .toList();
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.file().uri()).isEqualTo("main.tf");
            assertThat(place.text()).isEqualTo("\"AL2_x86_64\"");
        });
    }

    @Test
    void everyPlaceIsInTheFilesOfTheUser() {
        assertThat(verdicts).allSatisfy(v -> assertThat(v.place().file().uri()).isEqualTo("main.tf"));
    }
}
