package io.github.ekslint.finding;

/**
 * A finding of a {@link Baseline}. Only its fingerprint is compared; the rest says what a reviewer wants to know, as far as the file
 * tells.
 *
 * @param fingerprint as {@link Fingerprints} makes it
 * @param rule the id of the requirement
 * @param outcome the way in which it is violated; empty where there is only one
 * @param file that the finding is in, as reports name it
 * @param subject what was judged, in words
 * @param part of the subject; empty for the whole
 */
public record Known(String fingerprint, String rule, String outcome, String file, String subject, String part) {

    /** The finding that a verdict is. */
    public static Known of(Verdict verdict) {
        return new Known(
                Fingerprints.of(verdict),
                verdict.rule().id(),
                verdict.outcome(),
                verdict.place().file().uri(),
                verdict.subject().kind() + " " + verdict.subject().displayName(),
                verdict.part());
    }
}
