package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.model.MinorVersion;
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
import org.junit.jupiter.api.Test;

/** An upgrade is a question: which of its steps is the first that fails, and why. */
class UpgradeTest {

    private static final Path ESTATE = Estates.folder("production");
    private static final Linter LINTER = new Linter(RuleCatalogue.installed(), BuiltInData.load());

    private static List<Upgrade> upgrades(List<Parsed> specs, List<Parsed> evidence, String target) {
        Options options = Options.asOf(LocalDate.of(2026, 11, 22))
                .upgradingTo(MinorVersion.parse(target).orElseThrow());
        return LINTER.lint(new Inputs(specs, evidence), options).upgrades();
    }

    private static Upgrade production(String target) throws IOException {
        List<Parsed> evidence = new ArrayList<>();
        for (Path file : Estates.files(ESTATE.resolve("evidence"))) {
            evidence.add(Sources.parse(ESTATE.relativize(file).toString(), Files.readAllBytes(file)));
        }
        Parsed spec = Sources.parse("cluster.yaml", Files.readAllBytes(ESTATE.resolve("cluster.yaml")));
        List<Upgrade> upgrades = upgrades(List.of(spec), evidence, target);
        assertThat(upgrades).hasSize(1);
        return upgrades.get(0);
    }

    private static Upgrade cluster(String version, String nodeGroup, String target) {
        String spec =
                """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata: {name: orders, region: eu-central-1%s}
                managedNodeGroups:
                  - {name: workers, instanceType: m5.large, %s}
                """
                        .formatted(version, nodeGroup);
        List<Upgrade> upgrades = upgrades(List.of(Sources.parse("cluster.yaml", spec)), List.of(), target);
        assertThat(upgrades).hasSize(1);
        return upgrades.get(0);
    }

    @Test
    void theProductionClusterCanBeUpgraded() throws IOException {
        Upgrade upgrade = production("1.36");
        assertThat(upgrade.from()).contains(new MinorVersion(1, 35));
        assertThat(upgrade.steps()).hasSize(1);
        assertThat(upgrade.firstFailing()).isEmpty();
        assertThat(upgrade.today()).isEmpty();
        assertThat(upgrade.summary()).startsWith("upgrade of orders-prod from 1.35 to 1.36: 1 step; none fails");
    }

    @Test
    void theFirstStepThatFailsIsNamedWithItsRules() {
        Upgrade upgrade = cluster(", version: \"1.31\"", "amiFamily: AmazonLinux2", "1.34");
        assertThat(upgrade.steps()).extracting(s -> s.version().toString()).containsExactly("1.32", "1.33", "1.34");
        Upgrade.Step first = upgrade.firstFailing().orElseThrow();
        assertThat(first.version()).isEqualTo(new MinorVersion(1, 33));
        assertThat(first.rules()).contains("EKS-NG-001");
        assertThat(upgrade.summary())
                .contains("upgrade of orders from 1.31 to 1.34: 3 steps; the first that fails is 1.33, by EKS-NG-001");
    }

    @Test
    void everyStepIsOneMinorSoThatNoneIsRefusedForSkipping() {
        Upgrade upgrade = cluster(", version: \"1.33\"", "amiFamily: AmazonLinux2023", "1.36");
        assertThat(upgrade.steps()).hasSize(3).allSatisfy(s -> assertThat(s.rules())
                .doesNotContain("EKS-VER-011", "EKS-VER-012"));
    }

    @Test
    void aVersionThatIsNotKnownHasNoSteps() {
        Upgrade upgrade = cluster(", version: \"${VERSION}\"", "amiFamily: AmazonLinux2023", "1.36");
        assertThat(upgrade.from()).isEmpty();
        assertThat(upgrade.steps()).isEmpty();
        assertThat(upgrade.summary())
                .isEqualTo("upgrade of orders from a version that is not known to 1.36: the steps cannot be told");
    }

    @Test
    void thereIsNothingToUpgradeToTheSameOrALowerVersion() {
        assertThat(cluster(", version: \"1.36\"", "amiFamily: AmazonLinux2023", "1.36")
                        .steps())
                .isEmpty();
        assertThat(cluster(", version: \"1.36\"", "amiFamily: AmazonLinux2023", "1.34")
                        .summary())
                .isEqualTo("upgrade of orders from 1.36 to 1.34: there is nothing to upgrade");
    }

    @Test
    void aTargetInTheFarFutureIsNotJudgedStepByStep() {
        assertThat(cluster(", version: \"1.36\"", "amiFamily: AmazonLinux2023", "1.999")
                        .summary())
                .isEqualTo("upgrade of orders from 1.36 to 1.999: it is too far away to be judged step by step");
    }

    @Test
    void withoutATargetNothingIsAsked() {
        Parsed spec = Sources.parse(
                "cluster.yaml",
                "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: a, region: eu-west-1}\n");
        Options options = Options.asOf(LocalDate.of(2026, 11, 22));
        assertThat(LINTER.lint(new Inputs(List.of(spec), List.of()), options).upgrades())
                .isEmpty();
    }
}
