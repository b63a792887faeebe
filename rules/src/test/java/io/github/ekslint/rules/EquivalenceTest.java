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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The production estate as a ClusterConfig with recordings, as CloudFormation, as a Terraform plan and its source: the
 * verdicts agree. */
class EquivalenceTest {

    /** Rules that one form decides and the other leaves out, with the reason. */
    private static final Map<String, String> ONE_FORM_ONLY = Map.ofEntries(
            Map.entry("EKS-DNS-003", "the template names no DHCP option set, so that of the Region is in use"),
            Map.entry("EKS-IMG-003", "the template's IAM roles are references; recorded roles show their policies"),
            Map.entry("EKS-IP-001", "the recorded cluster runs: its interfaces have their addresses already"),
            Map.entry("EKS-IP-002", "an upgrade needs a cluster that is known to run"),
            Map.entry("EKS-LB-001", "Services, Ingresses and the controller are recorded only"),
            Map.entry("EKS-LB-002", "Services, Ingresses and the controller are recorded only"),
            Map.entry("EKS-LB-005", "Services, Ingresses and the controller are recorded only"),
            Map.entry("EKS-LB-007", "Services, Ingresses and the controller are recorded only"),
            Map.entry("EKS-NET-005", "a change of subnets needs a recorded cluster"),
            Map.entry("EKS-NG-012", "the template leaves the update settings to EKS"),
            Map.entry("EKS-NG-013", "the template's IAM roles are references; recorded roles show their policies"),
            Map.entry("EKS-NG-022", "the template leaves the release of the image to EKS"),
            Map.entry("EKS-NG-027", "PodDisruptionBudgets are recorded only"),
            Map.entry("EKS-SEC-002", "the state of a KMS key is recorded only"),
            Map.entry("EKS-SEC-006", "the template's IAM roles are references; recorded roles show their policies"),
            Map.entry("EKS-SEC-008", "the template's IAM roles are references; recorded roles show their policies"),
            Map.entry("EKS-UPG-001", "EKS makes insights of a running cluster only"),
            Map.entry("EKS-VER-011", "an upgrade needs a recorded version, or a plan that makes the cluster"),
            Map.entry("EKS-VER-012", "an upgrade needs a recorded version, or a plan that makes the cluster"),
            Map.entry("EKS-VER-013", "the platform version of a cluster is recorded only"),
            Map.entry("EKS-VER-015", "the template takes the version from a parameter, whose values are always text"));

    /** Rules that the plan decides and the template does not, with the reason. */
    private static final Map<String, String> PLAN_ONLY = Map.of(
            "EKS-UPG-001", "a plan says that the cluster is new",
            "EKS-VER-011", "a plan says that the cluster is new",
            "EKS-VER-012", "a plan says that the cluster is new",
            "EKS-VER-015", "a plan says which text the provider sends, wherever the version comes from");

    /** Rules that the plan decides and its source does not, with the reason. */
    private static final Map<String, String> NOT_IN_SOURCE = Map.of(
            "EKS-NET-003", "the names of the zones are looked up when Terraform runs",
            "EKS-NET-023", "the names of the zones are looked up when Terraform runs",
            "EKS-UPG-001", "whether the cluster runs already only a plan or a recording tells",
            "EKS-VER-011", "whether the cluster runs already only a plan or a recording tells",
            "EKS-VER-012", "whether the cluster runs already only a plan or a recording tells",
            "EKS-VER-015", "the source takes the version from a variable, whose values are converted to text");

    private static Map<String, Set<Result>> recorded = Map.of();
    private static Map<String, Set<Result>> template = Map.of();
    private static Map<String, Set<Result>> plan = Map.of();
    private static Map<String, Set<Result>> source = Map.of();

    @BeforeAll
    static void judge() throws IOException {
        Path production = Estates.folder("production");
        List<Parsed> evidence = new ArrayList<>();
        for (Path file : Estates.files(production.resolve("evidence"))) {
            evidence.add(parse(production, file));
        }
        recorded = lint(List.of(parse(production, production.resolve("cluster.yaml"))), evidence);
        Path cloudFormation = Estates.folder("production-cloudformation");
        List<Parsed> templates = new ArrayList<>();
        for (Path file : Estates.files(cloudFormation)) {
            templates.add(parse(cloudFormation, file));
        }
        template = lint(templates, List.of());
        Path terraform = Estates.folder("production-terraform");
        plan = lint(List.of(parse(terraform, terraform.resolve("plan.json"))), List.of());
        source = lint(
                List.of(
                        parse(terraform, terraform.resolve("main.tf")),
                        parse(terraform, terraform.resolve("variables.tf"))),
                List.of());
    }

    private static Parsed parse(Path folder, Path file) throws IOException {
        return Sources.parse(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }

    private static Map<String, Set<Result>> lint(List<Parsed> specs, List<Parsed> evidence) {
        Linter linter = new Linter(RuleCatalogue.installed(), BuiltInData.load());
        Report report = linter.lint(new Inputs(specs, evidence), Options.asOf(LocalDate.of(2026, 11, 22)));
        assertThat(report.problems()).isEmpty();
        assertThat(report.specs()).hasSize(1);
        Map<String, Set<Result>> results = new TreeMap<>();
        for (Verdict verdict : report.verdicts()) {
            if (verdict.result() != Result.NOT_APPLICABLE) {
                results.computeIfAbsent(verdict.rule().id(), id -> EnumSet.noneOf(Result.class))
                        .add(verdict.result());
            }
        }
        return results;
    }

    @Test
    void noRuleGivesOppositeVerdicts() {
        assertThatNoneIsOpposite(recorded, template);
        assertThatNoneIsOpposite(recorded, plan);
        assertThatNoneIsOpposite(template, plan);
        assertThatNoneIsOpposite(recorded, source);
        assertThatNoneIsOpposite(plan, source);
    }

    private static void assertThatNoneIsOpposite(Map<String, Set<Result>> one, Map<String, Set<Result>> other) {
        one.forEach((rule, results) -> {
            Set<Result> others = other.getOrDefault(rule, results);
            assertThat(others.contains(Result.FAIL)).as(rule).isEqualTo(results.contains(Result.FAIL));
        });
    }

    @Test
    void whatOnlyOneFormDecidesIsListedWithTheReason() {
        assertThat(decidedByOne(recorded, template)).isSubsetOf(ONE_FORM_ONLY.keySet());
        assertThat(decidedByOne(recorded, plan)).isSubsetOf(ONE_FORM_ONLY.keySet());
    }

    @Test
    void aPlanDecidesWhatTheTemplateDecides() {
        assertThat(decidedByOne(template, plan)).isSubsetOf(PLAN_ONLY.keySet());
    }

    @Test
    void sourceDecidesWhatItsPlanDecides() {
        assertThat(decidedByOne(plan, source)).isSubsetOf(NOT_IN_SOURCE.keySet());
    }

    private static Set<String> decidedByOne(Map<String, Set<Result>> one, Map<String, Set<Result>> other) {
        Set<String> rules = new TreeSet<>(one.keySet());
        rules.addAll(other.keySet());
        rules.removeIf(rule -> one.getOrDefault(rule, Set.of()).equals(other.getOrDefault(rule, Set.of())));
        return rules;
    }
}
