package io.github.ekslint.finding;

import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.finding.Verdict.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that a project knows of and lives with for now. Two findings with one fingerprint count twice: where one is known and
 * another comes, one is new.
 *
 * @param fingerprints how often each is known, at least once
 */
public record Baseline(Map<String, Integer> fingerprints) {

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(Map.of());

    /** Keeps its own copy. */
    public Baseline {
        fingerprints = Map.copyOf(fingerprints);
    }

    /** The report in which the known findings have the status {@link Status#BASELINED}. */
    public Report applied(Report report) {
        if (fingerprints.isEmpty()) {
            return report;
        }
        Map<String, Integer> left = new HashMap<>(fingerprints);
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            boolean finding = verdict.result() == Result.FAIL || verdict.result() == Result.UNKNOWN;
            boolean known = finding && left.merge(Fingerprints.of(verdict), -1, Integer::sum) >= 0;
            verdicts.add(known ? verdict.withStatus(Status.BASELINED) : verdict);
        }
        return report.withVerdicts(verdicts);
    }
}
