package io.github.ekslint.request;

import io.github.ekslint.rule.Severity;

/** From which severity on a finding makes a run fail. */
public enum Threshold {
    /** Errors. */
    ERROR,
    /** Errors and warnings. */
    WARNING,
    /** Every finding. */
    INFO,
    /** None. */
    NEVER;

    /** Whether a finding of that severity makes the run fail. */
    public boolean reached(Severity severity) {
        return this != NEVER && severity.ordinal() <= ordinal();
    }
}
