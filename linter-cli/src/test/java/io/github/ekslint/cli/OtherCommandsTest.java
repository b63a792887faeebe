package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

    @Test
    void explainTellsEverythingAboutARule() {
        Run run = Run.of("explain", "EKS-NET-001");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("EKS-NET-001 subnets-in-one-availability-zone")
                .contains("What it flags", "Why", "How to fix it", "References", "https://docs.aws.amazon.com/eks/")
                .contains("Example bad-one-zone.eksctl.yaml", "kind: ClusterConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks-net-001", "subnets-in-one-availability-zone"})
    void aRuleMayBeNamedInSeveralWays(String name) {
        assertThat(Run.of("explain", name)).isEqualTo(Run.of("explain", "EKS-NET-001"));
    }

    @Test
    void explainSuggestsTheNearestRule() {
        Run run = Run.of("explain", "EKS-NET-O01");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no rule “EKS-NET-O01”; the nearest is EKS-NET-001");
    }

    @Test
    void explainIsWrappedToTheTerminal() {
        Run run = Run.with("", Map.of("COLUMNS", "60", "NO_COLOR", "1"), true, "explain", "EKS-NET-001");
        String prose = run.out().substring(0, run.out().indexOf("References"));
        assertThat(prose.lines()).allMatch(l -> l.length() <= 60);
    }

    @Test
    void rulesAreListedByIdWithSeverityAndTitle() {
        Run run = Run.of("rules");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().filter(l -> l.startsWith("EKS-")))
                .isSorted()
                .anyMatch(l -> l.matches("EKS-NET-001 +error +Cluster subnets cover at least two Availability Zones"));
    }

    @Test
    void rulesAsJsonHaveAllMetadata() {
        Run run = Run.of("rules", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "\"id\": \"EKS-NET-001\"",
                        "\"outcomes\"",
                        "\"covers\"",
                        "\"supersededBy\"",
                        "\"parameters\"",
                        "\"references\"");
    }

    @Test
    void evidencePrintsAScriptForTheCluster() {
        Run run = Run.of("evidence", "--cluster", "it's mine", "--region", "eu-central-1");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("#!/").contains("'it'\\''s mine'", "eu-central-1");
    }

    @Test
    void evidenceNeedsAClusterAndARegion() {
        Run run = Run.of("evidence", "--cluster", "prod");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--region");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Run run = Run.of("--version");
        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("ekslint \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain", "rules", "evidence"})
    void everyCommandHasHelp(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: ekslint " + command);
        assertThat(Run.of("help", command).out()).isEqualTo(run.out());
    }

    @Test
    void aMissingCommandIsMisuse() {
        Run run = Run.of();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a command is missing", "ekslint --help");
    }

    @Test
    void aMisspeltCommandIsSuggested() {
        Run run = Run.of("chek");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("ekslint check");
    }
}
