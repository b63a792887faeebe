package io.github.ekslint.request;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import java.util.List;

/** Decides which findings make a run fail. */
public record Gate(Threshold failOn, Unknowns unknowns) {

    /** The findings that make the run fail, in the order of the report. */
    public List<Verdict> failing(Report report) {
        return report.verdicts().stream().filter(this::stops).toList();
    }

    private boolean stops(Verdict verdict) {
        boolean counts =
                verdict.result() == Result.FAIL || (verdict.result() == Result.UNKNOWN && unknowns == Unknowns.FAIL);
        return counts && verdict.isActive() && failOn.reached(verdict.severity());
    }
}
