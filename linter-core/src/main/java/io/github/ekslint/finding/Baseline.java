package io.github.ekslint.finding;

import io.github.ekslint.finding.Upgrade.Step;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.finding.Verdict.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Findings that a project knows of and lives with for now. Two findings with one fingerprint count twice: where one is known and
 * another comes, one is new.
 *
 * @param findings in the order of the file
 */
public record Baseline(List<Known> findings) {

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(List.of());

    /** Keeps its own copy. */
    public Baseline {
        findings = List.copyOf(findings);
    }

    /**
     * The report in which the known findings have the status {@link Status#BASELINED}. A planned upgrade is judged once for every
     * step; what is known is left out of each of them.
     */
    public Report applied(Report report) {
        if (findings.isEmpty()) {
            return report;
        }
        Map<String, Integer> left = counted();
        List<Verdict> verdicts = report.verdicts().stream()
                .map(v -> take(left, v) ? v.withStatus(Status.BASELINED) : v)
                .toList();
        List<Upgrade> upgrades = report.upgrades().stream().map(this::applied).toList();
        return report.withVerdicts(verdicts).withUpgrades(upgrades);
    }

    private Upgrade applied(Upgrade upgrade) {
        List<Step> steps = upgrade.steps().stream()
                .map(s -> new Step(s.version(), fresh(s.failures()), fresh(s.open())))
                .toList();
        return new Upgrade(
                upgrade.estate(), upgrade.cluster(), upgrade.from(), upgrade.to(), steps, fresh(upgrade.today()));
    }

    private List<Verdict> fresh(List<Verdict> verdicts) {
        Map<String, Integer> left = counted();
        return verdicts.stream().filter(v -> !take(left, v)).toList();
    }

    /**
     * The known findings that a report no longer has.
     *
     * @param judged which of them the run would have found: it was about their rule and their file
     */
    public List<Known> gone(Report report, Predicate<Known> judged) {
        Map<String, Integer> found = new HashMap<>();
        report.verdicts().stream()
                .filter(Baseline::isFinding)
                .forEach(v -> found.merge(Fingerprints.of(v), 1, Integer::sum));
        return findings.stream()
                .filter(k -> found.merge(k.fingerprint(), -1, Integer::sum) < 0)
                .filter(judged)
                .toList();
    }

    /** What is left without some of its findings. */
    public Baseline without(List<Known> some) {
        List<Known> left = new ArrayList<>(findings);
        some.forEach(left::remove);
        return new Baseline(left);
    }

    private Map<String, Integer> counted() {
        Map<String, Integer> counted = new HashMap<>();
        findings.forEach(k -> counted.merge(k.fingerprint(), 1, Integer::sum));
        return counted;
    }

    /** Takes a finding off what is left of the known ones. */
    private static boolean take(Map<String, Integer> left, Verdict verdict) {
        return isFinding(verdict) && left.merge(Fingerprints.of(verdict), -1, Integer::sum) >= 0;
    }

    private static boolean isFinding(Verdict verdict) {
        return verdict.result() == Result.FAIL || verdict.result() == Result.UNKNOWN;
    }
}
