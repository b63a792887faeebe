package io.github.ekslint.rules;

import io.github.ekslint.finding.Verdict;
import java.util.Locale;

/**
 * A verdict that an example expects, or that a rule gave.
 *
 * @param outcome empty when any will do
 * @param part empty where the rule judges the subject as a whole
 */
record Expectation(String file, int line, String result, String outcome, String part)
        implements Comparable<Expectation> {

    static Expectation of(Verdict verdict) {
        return new Expectation(
                verdict.place().file().uri(),
                verdict.place().line(),
                verdict.result().name().toLowerCase(Locale.ROOT),
                verdict.outcome(),
                verdict.part());
    }

    /** Whether a verdict is what is expected here. */
    boolean fits(Expectation verdict) {
        return file.equals(verdict.file)
                && line == verdict.line
                && result.equals(verdict.result)
                && (outcome.isEmpty() || outcome.equals(verdict.outcome))
                && (part.isEmpty() || part.equals(verdict.part));
    }

    @Override
    public int compareTo(Expectation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s:%04d %s%s%s"
                .formatted(
                        file,
                        line,
                        result,
                        outcome.isEmpty() ? "" : " " + outcome,
                        part.isEmpty() ? "" : " part=" + part);
    }
}
