package io.github.ekslint.finding;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subject;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Place;
import java.util.List;

/**
 * What a rule says about a subject, or about one part of it.
 *
 * @param rule the requirement
 * @param estate the id of the estate
 * @param subject what is judged
 * @param part which of several parts, such as the missing VPC endpoint; empty where the rule judges the subject as a whole
 * @param result pass, fail, unknown or not applicable
 * @param outcome the way in which it is violated, or, when unknown, might be; {@code ""} otherwise
 * @param severity of that outcome; the rule's worst otherwise
 * @param message the fact, in the present tense
 * @param clusterName the name of the cluster; empty when there is none or it is not known
 * @param region the Region of the cluster; empty when it is not known
 * @param place the line to look at first
 * @param when the combination of open inputs under which it is violated; empty where it does not depend on any
 * @param grounds the values that carry the verdict
 * @param settledBy what would settle it; empty unless unknown
 * @param status whether somebody has to act on it
 */
public record Verdict(
        Rule rule,
        String estate,
        Subject subject,
        String part,
        Result result,
        String outcome,
        Severity severity,
        String message,
        String clusterName,
        String region,
        Place place,
        List<String> when,
        List<Ground> grounds,
        List<Settlement> settledBy,
        Status status)
        implements Comparable<Verdict> {

    /** The four ways a judgement can end. */
    public enum Result {
        PASS,
        FAIL,
        UNKNOWN,
        NOT_APPLICABLE
    }

    /** Whether somebody has to act on a finding. */
    public enum Status {
        /** It counts. */
        ACTIVE,
        /** It is in the {@link Baseline} of the project: known, and not to fail a run. */
        BASELINED
    }

    /** Keeps its own copies. */
    public Verdict {
        when = List.copyOf(when);
        grounds = List.copyOf(grounds);
        settledBy = List.copyOf(settledBy);
    }

    /** A verdict that counts. */
    public Verdict(
            Rule rule,
            String estate,
            Subject subject,
            String part,
            Result result,
            String outcome,
            Severity severity,
            String message,
            String clusterName,
            String region,
            Place place,
            List<String> when,
            List<Ground> grounds,
            List<Settlement> settledBy) {
        this(
                rule,
                estate,
                subject,
                part,
                result,
                outcome,
                severity,
                message,
                clusterName,
                region,
                place,
                when,
                grounds,
                settledBy,
                Status.ACTIVE);
    }

    /** Whether it counts. */
    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** The same with another status. */
    public Verdict withStatus(Status other) {
        return new Verdict(
                rule,
                estate,
                subject,
                part,
                result,
                outcome,
                severity,
                message,
                clusterName,
                region,
                place,
                when,
                grounds,
                settledBy,
                other);
    }

    /** The same judgement, which another rule's finding makes superfluous. */
    public Verdict coveredBy(String otherRule) {
        return new Verdict(
                rule,
                estate,
                subject,
                part,
                Result.NOT_APPLICABLE,
                "",
                severity,
                "reported by " + otherRule,
                clusterName,
                region,
                place,
                List.of(),
                grounds,
                List.of());
    }

    /** By place, then rule, subject and part: the order of reports. */
    @Override
    public int compareTo(Verdict other) {
        int order = place.compareTo(other.place);
        order = order != 0 ? order : rule.id().compareTo(other.rule.id());
        order = order != 0 ? order : estate.compareTo(other.estate);
        order = order != 0 ? order : subject.key().compareTo(other.subject.key());
        return order != 0 ? order : part.compareTo(other.part);
    }
}
