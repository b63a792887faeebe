package io.github.ekslint.engine;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what rules say into verdicts: exactly one for every rule, subject and part. A subject that a rule is silent about is a
 * bug, since Drools leaves a join over something unknown silently empty.
 */
public final class Judge {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final RuleEngine engine;

    /** A judge that has rules run by that engine. */
    public Judge(RuleEngine engine) {
        this.engine = engine;
    }

    /**
     * The verdicts of these rules on one estate, sorted.
     *
     * @throws RuleFailure when a rule breaks, is silent about one of its subjects, or judges one twice
     */
    public List<Verdict> judge(Facts facts, List<Rule> rules) {
        Map<String, List<Judgement>> said = new HashMap<>();
        for (Judgement judgement : engine.run(facts, rules)) {
            said.computeIfAbsent(id(judgement.rule(), judgement.subject()), k -> new ArrayList<>())
                    .add(judgement);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Rule rule : rules) {
            for (Subject subject : facts.subjects()) {
                if (!subject.kind().equals(rule.subject())) {
                    continue;
                }
                List<Judgement> judgements = said.remove(id(rule, subject));
                if (judgements == null) {
                    throw new RuleFailure("%s is silent about %s %s (%s)"
                            .formatted(rule.id(), subject.kind(), subject.displayName(), subject.place()));
                }
                Set<String> parts = new HashSet<>();
                for (Judgement judgement : judgements) {
                    if (!parts.add(judgement.part())) {
                        throw new RuleFailure("%s judges %s %s %s twice"
                                .formatted(rule.id(), subject.kind(), subject.displayName(), judgement.part()));
                    }
                    verdicts.add(verdict(facts, judgement));
                }
            }
        }
        if (!said.isEmpty()) {
            throw new RuleFailure("judged, but not a subject: " + said.keySet());
        }
        return uncovered(verdicts);
    }

    private static String id(Rule rule, Subject subject) {
        return rule.id() + " " + subject.kind() + " " + subject.key();
    }

    private static Verdict verdict(Facts facts, Judgement judgement) {
        Subject subject = judgement.subject();
        Optional<Cluster> cluster = subject instanceof Cluster c ? Optional.of(c) : facts.cluster(subject.cluster());
        Truth applies = subject.existence();
        String reason = applies.isFalse() ? "it does not exist" : "";
        for (Profile profile : excluding(judgement.rule())) {
            Truth excluded = cluster.map(c -> profile.fits(c, subject)).orElse(Truth.no());
            if (excluded.isTrue() && reason.isEmpty()) {
                reason = profile.reason();
            }
            applies = applies.and(excluded.not());
        }
        if (judgement.applicable().isFalse() && reason.isEmpty()) {
            reason = judgement.otherwise();
        }
        applies = applies.and(judgement.applicable());
        if (applies.isFalse()) {
            return verdict(judgement, facts, cluster, Result.NOT_APPLICABLE, null, reason, applies);
        }
        Truth unknown = Truth.no();
        Outcome possible = null;
        for (Map.Entry<String, Truth> fail : judgement.fails().entrySet()) {
            Outcome outcome = judgement.rule().outcome(fail.getKey());
            Truth violated = applies.and(fail.getValue());
            if (violated.isTrue()) {
                String message = fill(outcome.message(), judgement, cluster, fail.getValue());
                return verdict(judgement, facts, cluster, Result.FAIL, outcome, message, fail.getValue());
            }
            if (violated.isUnknown() && possible == null) {
                possible = outcome;
                unknown = fail.getValue().isTrue() ? applies : violated;
            }
        }
        if (possible != null) {
            return verdict(
                    judgement,
                    facts,
                    cluster,
                    Result.UNKNOWN,
                    possible,
                    unknownMessage(judgement, cluster, unknown),
                    unknown);
        }
        Truth holds = Truth.any(judgement.fails().values()).not();
        return verdict(
                judgement, facts, cluster, Result.PASS, null, judgement.rule().title(), holds);
    }

    private static Verdict verdict(
            Judgement judgement,
            Facts facts,
            Optional<Cluster> cluster,
            Result result,
            @Nullable Outcome outcome,
            String message,
            Truth truth) {
        Map<String, String> names = names(cluster);
        List<Settlement> settledBy = result == Result.UNKNOWN
                ? Settlement.ready(truth.settledBy().stream()
                        .map(s -> new Settlement(s.kind(), named(s.text(), names)))
                        .distinct()
                        .sorted()
                        .toList())
                : List.of();
        return new Verdict(
                judgement.rule(),
                facts.estate().id(),
                judgement.subject(),
                judgement.part(),
                result,
                outcome == null ? "" : outcome.name(),
                outcome == null ? judgement.rule().severity() : outcome.severity(),
                message,
                cluster.flatMap(c -> c.name().known()).orElse(""),
                cluster.flatMap(c -> c.region().known()).orElse(""),
                judgement.place(truth.grounds()),
                result == Result.UNKNOWN ? truth.when(Logic.TRUE) : List.of(),
                truth.grounds(),
                settledBy);
    }

    private static String unknownMessage(Judgement judgement, Optional<Cluster> cluster, Truth unknown) {
        String template = judgement.rule().unknown();
        if (!template.isEmpty()) {
            return fill(template, judgement, cluster, unknown);
        }
        String why = unknown.grounds().stream()
                .filter(Ground::unresolved)
                .map(Ground::value)
                .distinct()
                .sorted()
                .limit(2)
                .reduce((a, b) -> a + "; " + b)
                .orElse("it depends on values that are not known");
        return cannotTell(judgement.rule(), judgement.subject(), judgement.part(), why);
    }

    static String cannotTell(Rule rule, Subject subject, String part, String why) {
        return "cannot tell for %s%s whether this holds: %s; %s"
                .formatted(
                        subject.displayName(), part.isEmpty() ? "" : " (" + part + ")", lowerFirst(rule.title()), why);
    }

    /** No requirement applies to a registered external cluster; the others are named by the rule. */
    private static List<Profile> excluding(Rule rule) {
        List<Profile> profiles = new ArrayList<>(List.of(Profile.CONNECTED));
        for (String code : rule.notApplicable()) {
            profiles.add(Profile.byCode(code)
                    .orElseThrow(() -> new RuleFailure("%s names an unknown profile %s".formatted(rule.id(), code))));
        }
        return profiles;
    }

    private static String lowerFirst(String sentence) {
        boolean word = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    private static String fill(String template, Judgement judgement, Optional<Cluster> cluster, Truth truth) {
        Map<String, String> values = new LinkedHashMap<>(judgement.shown());
        values.putIfAbsent("subject", judgement.subject().displayName());
        values.putIfAbsent("part", judgement.part());
        values.putIfAbsent("cluster", cluster.map(Cluster::displayName).orElse("the cluster"));
        values.putIfAbsent(
                "why",
                truth.grounds().stream()
                        .map(Ground::value)
                        .distinct()
                        .sorted()
                        .limit(3)
                        .collect(Collectors.joining("; ")));
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new RuleFailure("the message of %s names {%s}, which the rule does not pass on"
                        .formatted(judgement.rule().id(), matcher.group(1)));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private static Map<String, String> names(Optional<Cluster> cluster) {
        Map<String, String> names = new HashMap<>();
        names.put(
                "cluster",
                cluster.flatMap(c -> c.name().known()).map(Settlement::word).orElse("<cluster name>"));
        names.put(
                "region",
                cluster.flatMap(c -> c.region().known()).map(Settlement::word).orElse("<region>"));
        return names;
    }

    private static String named(String text, Map<String, String> names) {
        return text.replace("{cluster}", names.getOrDefault("cluster", ""))
                .replace("{region}", names.getOrDefault("region", ""));
    }

    /**
     * One defect is one finding: what another rule reports on the same subject is not reported again. Two that cannot tell are one
     * question when what settles the other settles this one too.
     */
    private static List<Verdict> uncovered(List<Verdict> verdicts) {
        Map<String, List<Verdict>> reported = verdicts.stream()
                .filter(Judge::isReported)
                .collect(Collectors.groupingBy(
                        v -> v.rule().id() + " " + v.subject().key()));
        return verdicts.stream()
                .map(v -> !isReported(v)
                        ? v
                        : v.rule().supersededBy().stream()
                                .filter(other ->
                                        reported
                                                .getOrDefault(
                                                        other + " "
                                                                + v.subject().key(),
                                                        List.of())
                                                .stream()
                                                .anyMatch(by -> covers(by, v)))
                                .findFirst()
                                .map(v::coveredBy)
                                .orElse(v))
                .sorted()
                .toList();
    }

    private static boolean isReported(Verdict verdict) {
        return verdict.result() == Result.FAIL || verdict.result() == Result.UNKNOWN;
    }

    private static boolean covers(Verdict by, Verdict verdict) {
        if (by.result() == Result.FAIL || verdict.result() == Result.FAIL) {
            return by.result() == Result.FAIL;
        }
        return verdict.settledBy().isEmpty()
                ? reasons(by).containsAll(reasons(verdict))
                : by.settledBy().containsAll(verdict.settledBy());
    }

    private static Set<String> reasons(Verdict unknown) {
        return unknown.grounds().stream()
                .filter(Ground::unresolved)
                .map(Ground::value)
                .collect(Collectors.toSet());
    }
}
