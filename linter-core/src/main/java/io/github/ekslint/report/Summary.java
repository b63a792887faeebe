package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of a report.
 *
 * @param results how many verdicts of rule × subject ended how
 * @param failures how many of those that failed are how bad
 * @param baselined how many more are in the baseline
 */
record Summary(Map<Result, Integer> results, Map<Severity, Integer> failures, int baselined) {

    static Summary of(Report report) {
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        Map<Severity, Integer> failures = new EnumMap<>(Severity.class);
        int baselined = 0;
        for (Verdict verdict : report.verdicts()) {
            if (!verdict.isActive()) {
                baselined++;
                continue;
            }
            results.merge(verdict.result(), 1, Integer::sum);
            if (verdict.result() == Result.FAIL) {
                failures.merge(verdict.severity(), 1, Integer::sum);
            }
        }
        return new Summary(results, failures, baselined);
    }

    int count(Result result) {
        return results.getOrDefault(result, 0);
    }

    int count(Severity severity) {
        return failures.getOrDefault(severity, 0);
    }
}
