package io.github.ekslint.request;

/** What becomes of verdicts that are unknown. */
public enum Unknowns {
    /** They are shown. */
    REPORT,
    /** They make the run fail, as a finding of their severity would. */
    FAIL,
    /** They are only counted. */
    HIDE
}
