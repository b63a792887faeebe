package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import java.util.List;

/** What of a report is worth a place beside a line of code: few and certain, since people switch off what is not. */
final class Findings {

    private Findings() {}

    /** What fails, and, unless unknowns are hidden, what fails under a condition that can be named; in the report's order. */
    static List<Verdict> of(Report report, Detail detail) {
        return report.verdicts().stream()
                .filter(Verdict::isActive)
                .filter(v -> v.result() == Result.FAIL || (conditional(v) && detail.unknowns()))
                .toList();
    }

    private static boolean conditional(Verdict verdict) {
        return verdict.result() == Result.UNKNOWN && !verdict.when().isEmpty();
    }

    /** The message, with the condition under which it holds. */
    static String message(Verdict verdict) {
        return verdict.when().isEmpty()
                ? verdict.message()
                : verdict.message() + " (it fails when " + String.join(", or ", verdict.when()) + ")";
    }
}
