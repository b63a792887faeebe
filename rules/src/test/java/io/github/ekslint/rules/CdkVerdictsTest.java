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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdicts on stacks that a current CDK synthesises: those that a person would give. */
class CdkVerdictsTest {

    private static Report report;

    @BeforeAll
    static void judge() throws IOException {
        Path folder = Estates.root().resolve("testdata/src/main/resources/cdk");
        List<Parsed> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                inputs.add(Sources.parse(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        Linter linter = new Linter(RuleCatalogue.installed(), BuiltInData.load());
        report = linter.lint(new Inputs(inputs, List.of()), Options.asOf(LocalDate.of(2026, 11, 22)));
    }

    private static List<Verdict> of(String stack, String rule) {
        return report.verdicts().stream()
                .filter(v -> v.rule().id().equals(rule))
                .filter(v -> v.estate().equals(stack + ".template.json"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // two zones are proved though neither has a name, in one stack and over two
        "DefaultCluster, EKS-NET-001, PASS",
        "Fargate,        EKS-NET-001, PASS",
        "Apart,          EKS-NET-001, PASS",
        "Isolated,       EKS-NET-001, PASS",
        "OneZone,        EKS-NET-001, FAIL",
        "OneZone,        EKS-NET-012, FAIL",
        "DefaultCluster, EKS-EP-002,  FAIL",
        "PrivateEndpoint,EKS-EP-002,  NOT_APPLICABLE",
        "AutoMode,       EKS-EP-003,  PASS",
        "DefaultCluster, EKS-NET-009, PASS",
        "Fargate,        EKS-NET-009, PASS",
        "Apart,          EKS-NET-009, PASS",
        "Apart,          EKS-NET-003, PASS",
        "Al2Spot,        EKS-NG-002,  FAIL",
        "Al2Spot,        EKS-NG-007,  FAIL",
        "Al2Spot,        EKS-VER-002, FAIL",
        "DefaultCluster, EKS-NG-001,  FAIL",
        "DefaultCluster, EKS-TAG-001, PASS",
        "DefaultCluster, EKS-DNS-001, PASS",
    })
    void areThoseAPersonWouldGive(String stack, String rule, Result result) {
        List<Verdict> verdicts = of(stack, rule).stream()
                .filter(v -> result == Result.NOT_APPLICABLE || v.result() != Result.NOT_APPLICABLE)
                .toList();
        assertThat(verdicts)
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v.result()).as(v.message()).isEqualTo(result));
    }

    @Test
    void theIsolatedClusterListsExactlyTheVpcEndpointsThatAreMissing() {
        Set<String> missing = of("Isolated", "EKS-EP-009").stream()
                .filter(v -> v.result() == Result.FAIL)
                .map(Verdict::part)
                .collect(Collectors.toSet());
        assertThat(missing).containsExactlyInAnyOrder("ec2", "ecr.dkr");
        assertThat(of("Isolated", "EKS-EP-009")).noneMatch(v -> v.result() == Result.UNKNOWN);
        assertThat(of("DefaultCluster", "EKS-EP-009")).noneMatch(v -> v.result() == Result.FAIL);
    }

    @Test
    void everyStackWithAClusterIsOneEstateAndNothingIsAProblem() {
        assertThat(report.problems()).isEmpty();
        assertThat(report.specs()).hasSize(8);
    }
}
