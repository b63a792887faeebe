package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.config.Config;
import io.github.ekslint.config.ConfigReader;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Sources;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a configuration changes about a run with the built-in rules. */
class ConfigurationTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.installed();
    private static final Linter LINTER = new Linter(CATALOGUE, BuiltInData.load());
    private static final String SPEC =
            """
            apiVersion: eksctl.io/v1alpha5
            kind: ClusterConfig
            metadata: {name: orders, region: eu-central-1, version: "%s"}
            """;

    /** A cluster in extended support. */
    private static Report lint(String config) {
        return lint("1.31", config);
    }

    private static Report lint(String version, String config) {
        Config read = new ConfigReader(CATALOGUE, "/repo", "/repo").read(Sources.parse(".ekslint.yaml", config));
        Options options = Options.asOf(LocalDate.of(2026, 6, 1)).with(read);
        return LINTER.lint(
                new Inputs(List.of(Sources.parse("cluster.yaml", SPEC.formatted(version))), List.of()), options);
    }

    private static Verdict only(Report report, String rule) {
        List<Verdict> verdicts = report.verdicts().stream()
                .filter(v -> v.rule().id().equals(rule))
                .toList();
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    @Test
    void aParameterChangesAVerdict() {
        assertThat(only(lint("1.34", "{}"), "EKS-VER-003").result()).isEqualTo(Result.PASS);
        assertThat(only(lint("1.34", "rules: {EKS-VER-003: {parameters: {days: 300}}}"), "EKS-VER-003")
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aSeverityReachesTheVerdict() {
        assertThat(only(lint("{}"), "EKS-VER-002").severity()).isEqualTo(Severity.WARNING);
        assertThat(only(lint("rules: {EKS-VER-002: {severity: error}}"), "EKS-VER-002")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void aRuleThatIsOffIsNotJudged() {
        Report all = lint("{}");
        Report without = lint("rules: {EKS-VER-002: {severity: off}}");
        assertThat(without.rules()).isEqualTo(all.rules() - 1);
        assertThat(without.verdicts())
                .noneMatch(v -> v.rule().id().equals("EKS-VER-002"))
                .hasSizeLessThan(all.verdicts().size());
    }

    @Test
    void whatIsWrongInAConfigurationIsAProblemOfTheRun() {
        Report report = lint("colours: {}");
        assertThat(report.hasErrors()).isTrue();
        assertThat(report.problems()).anySatisfy(p -> assertThat(p.place()).hasToString(".ekslint.yaml:1:1"));
    }
}
