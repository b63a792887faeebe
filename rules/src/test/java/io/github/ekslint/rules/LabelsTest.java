package io.github.ekslint.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Corpus;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What other linters expect of their own examples in CloudFormation. Where ekslint differs, docs/cloudformation.md says why; a
 * difference that is not listed here fails. Skipped for those who do not have the examples.
 */
class LabelsTest {

    private static final Linter LINTER = new Linter(RuleCatalogue.installed(), BuiltInData.load());
    private static final String NONE = "";

    /** The rule that looks at what a peer's check looks at. */
    private static final Map<String, String> COUNTERPARTS = Map.ofEntries(
            entry("AWS-0038", "EKS-SEC-003"),
            entry("AWS-0039", "EKS-SEC-001"),
            entry("AWS-0040", "EKS-EP-002"),
            entry("AWS-0041", "EKS-EP-002"),
            entry("CKV_AWS_58", "EKS-SEC-001"),
            entry("CKV_AWS_100", NONE),
            entry("EKS_CLUSTER_ENCRYPTION_RULE", "EKS-SEC-001"),
            entry("EKS_ENDPOINT_NO_PUBLIC_ACCESS", "EKS-EP-002"));

    /** Check, example, what the peer expects, what ekslint says. */
    private static final Set<String> DIFFERENCES = Set.of(
            "AWS-0039 encrypt_secrets.yaml__cloudformation_bad1.yaml FAIL UNKNOWN",
            "AWS-0040 no_public_cluster_access.yaml__cloudformation_good1.yaml PASS NOT_APPLICABLE",
            "AWS-0041 no_public_cluster_access_to_cidr.yaml__cloudformation_good1.yaml PASS NOT_APPLICABLE",
            "CKV_AWS_58 EKSSecretEncryption-PASSED.yml PASS FAIL",
            "CKV_AWS_100 EKSNodeGroupRemoteAccess-FAILED.yml FAIL NOT_JUDGED",
            "CKV_AWS_100 EKSNodeGroupRemoteAccess-PASSED.yml PASS NOT_JUDGED",
            "EKS_CLUSTER_ENCRYPTION_RULE eks_cluster_encryption_rule_tests.yml__case06.yaml FAIL PASS",
            "EKS_CLUSTER_ENCRYPTION_RULE eks_cluster_encryption_rule_tests.yml__case07.yaml SKIP PASS",
            "EKS_CLUSTER_ENCRYPTION_RULE eks_cluster_encryption_rule_tests.yml__case08.yaml SKIP PASS",
            "EKS_CLUSTER_ENCRYPTION_RULE eks_cluster_encryption_rule_tests.yml__case09.yaml SKIP PASS",
            "EKS_ENDPOINT_NO_PUBLIC_ACCESS eks_endpoint_no_public_access_tests.yml__case03.yaml PASS NOT_APPLICABLE",
            "EKS_ENDPOINT_NO_PUBLIC_ACCESS eks_endpoint_no_public_access_tests.yml__case06.yaml SKIP FAIL");

    /** One row of the labels. */
    private record Label(String file, String check, String expected) {
        static Label of(String row) {
            String[] cells = row.split(",", 7);
            return new Label(cells[0], cells[4], cells[5]);
        }

        boolean isOfCloudFormation() {
            String name = file.substring(file.lastIndexOf('/') + 1);
            boolean terraform = file.endsWith(".tf") || name.contains("terraform") || file.contains("/terraform/");
            return !terraform && (file.contains("cloudformation") || file.contains("guard-rules"));
        }

        String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    @Test
    void whereEkslintDiffersTheReasonIsWrittenDown() throws IOException {
        assumeThat(Corpus.folder()).isPresent();
        Path root = Corpus.folder().orElseThrow();
        List<Label> labels = Files.readAllLines(root.resolve("labelled/labels.csv")).stream()
                .skip(1)
                .map(Label::of)
                .filter(Label::isOfCloudFormation)
                .toList();
        assertThat(labels).hasSizeGreaterThan(300);
        List<String> differences = new ArrayList<>();
        int judged = 0;
        for (Label label : labels) {
            Report report = lint(root.resolve(label.file()));
            if (report.specs().isEmpty()) {
                assertThat(COUNTERPARTS.containsKey(label.check())
                                && !label.expected().equals("SKIP"))
                        .as("%s is about EKS, but is not judged", label.file())
                        .isFalse();
                continue;
            }
            judged++;
            assertThat(COUNTERPARTS).as(label.file()).containsKey(label.check());
            String answer = answer(report, COUNTERPARTS.get(label.check()));
            if (!answer.equals(label.expected())) {
                differences.add(String.join(" ", label.check(), label.name(), label.expected(), answer));
            }
        }
        assertThat(judged).isGreaterThan(20);
        assertThat(differences).containsExactlyInAnyOrderElementsOf(DIFFERENCES);
    }

    @Test
    void everyDifferenceIsInTheDocumentation() throws IOException {
        String page = Files.readString(Estates.root().resolve("docs/cloudformation.md"));
        String section = page.substring(page.indexOf("## Where others judge the same template differently"));
        assertThat(DIFFERENCES.stream().map(d -> d.split(" ")[0]).collect(Collectors.toSet()))
                .allSatisfy(check -> assertThat(section).contains(check));
    }

    private static Report lint(Path file) throws IOException {
        return LINTER.lint(
                new Inputs(List.of(Sources.parse(file.toString(), Files.readAllBytes(file))), List.of()),
                Options.asOf(LocalDate.of(2026, 11, 22)));
    }

    /** The worst verdict of the rule. */
    private static String answer(Report report, String rule) {
        List<Result> results = report.verdicts().stream()
                .filter(v -> v.rule().id().equals(rule))
                .map(Verdict::result)
                .toList();
        for (Result worst : List.of(Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NOT_APPLICABLE)) {
            if (results.contains(worst)) {
                return worst.name();
            }
        }
        return "NOT_JUDGED";
    }
}
