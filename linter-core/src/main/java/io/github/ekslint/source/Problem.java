package io.github.ekslint.source;

/**
 * Something that keeps an input, or a part of it, from being judged. A problem is about the input; a finding is about the
 * cluster.
 *
 * @param code stable kebab-case name, such as {@code yaml-syntax}
 * @param severity ERROR makes the run end with status 2; a WARNING is only shown
 * @param message a sentence with the fact, in the present tense
 * @param place where; the start of the file when nothing narrower is known
 */
public record Problem(String code, Severity severity, String message, Place place) implements Comparable<Problem> {

    /** How much of the input is lost. */
    public enum Severity {
        /** A part that looked like ours could not be read. */
        ERROR,
        /** Everything was read, but something in it is suspicious. */
        WARNING
    }

    /** A part that looked like ours could not be read. */
    public static Problem error(String code, Place place, String message) {
        return new Problem(code, Severity.ERROR, message, place);
    }

    /** Everything was read, but something in it is suspicious. */
    public static Problem warning(String code, Place place, String message) {
        return new Problem(code, Severity.WARNING, message, place);
    }

    /** By place, then by code and message. */
    @Override
    public int compareTo(Problem other) {
        int byPlace = place.compareTo(other.place);
        if (byPlace != 0) {
            return byPlace;
        }
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : message.compareTo(other.message);
    }
}
