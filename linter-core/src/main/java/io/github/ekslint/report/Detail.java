package io.github.ekslint.report;

/**
 * How much of a report is rendered.
 *
 * @param unknowns whether unknown verdicts are rendered one by one; they are counted in any case
 * @param verbose whether verdicts that passed or do not apply, and skipped files, are rendered too
 * @param quiet whether a text report is findings and problems only
 */
public record Detail(boolean unknowns, boolean verbose, boolean quiet) {

    /** Findings, unknowns, problems and the summary. */
    public static final Detail USUAL = new Detail(true, false, false);
}
