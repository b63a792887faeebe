package io.github.ekslint.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of one rule, from its {@code rule.yaml}.
 *
 * @param id such as {@code EKS-NET-001}; never reused
 * @param name names the bad pattern in kebab-case; the rest of the folder's name
 * @param category the folder above, such as {@code network}
 * @param title the requirement, as a sentence without a full stop
 * @param subject the type of fact the requirement is about, by its simple name
 * @param notApplicable codes of the profiles under which the rule does not apply
 * @param outcomes in order of precedence, at least one
 * @param unknown a template for the message when it cannot be told; empty for the usual one
 * @param unknownImpossible why the verdict can never be unknown; empty when it can
 * @param confidence {@code high}, {@code medium} or {@code low}: how often a finding is right
 * @param status {@code preview}, {@code stable} or {@code deprecated}
 * @param since the version of ekslint that brought the rule
 * @param rationale why it matters, and what changed since when
 * @param remediation what to do
 * @param references where it comes from, at least one
 * @param controls entries of control frameworks, by framework
 * @param parameters what a user may change
 * @param covers other entries of the requirements catalogue that this rule judges
 * @param supersededBy rules whose finding on the same subject makes this one superfluous
 * @param examples names of the example files in the rule's folder, sorted
 */
public record Rule(
        String id,
        String name,
        String category,
        String title,
        String subject,
        List<String> notApplicable,
        Map<String, Outcome> outcomes,
        String unknown,
        String unknownImpossible,
        String confidence,
        String status,
        String since,
        String rationale,
        String remediation,
        List<Reference> references,
        Map<String, String> controls,
        Map<String, Parameter> parameters,
        List<String> covers,
        List<String> supersededBy,
        List<String> examples) {

    /** Keeps its own copies, in order. */
    public Rule {
        notApplicable = List.copyOf(notApplicable);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        references = List.copyOf(references);
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        covers = List.copyOf(covers);
        supersededBy = List.copyOf(supersededBy);
        examples = List.copyOf(examples);
    }

    /**
     * The outcome of that name.
     *
     * @throws IllegalArgumentException when the rule's metadata does not have it
     */
    public Outcome outcome(String outcome) {
        Outcome found = outcomes.get(outcome);
        if (found == null) {
            throw new IllegalArgumentException("%s has no outcome “%s” in its rule.yaml".formatted(id, outcome));
        }
        return found;
    }

    /** The worst severity a finding of this rule can have. */
    public Severity severity() {
        return outcomes.values().stream()
                .map(Outcome::severity)
                .min(Severity::compareTo)
                .orElseThrow();
    }

    /** The same rule, whose findings all have that severity. */
    public Rule withSeverity(Severity severity) {
        Map<String, Outcome> changed = new LinkedHashMap<>();
        outcomes.forEach((key, outcome) -> changed.put(key, new Outcome(key, severity, outcome.message())));
        return new Rule(
                id,
                name,
                category,
                title,
                subject,
                notApplicable,
                changed,
                unknown,
                unknownImpossible,
                confidence,
                status,
                since,
                rationale,
                remediation,
                references,
                controls,
                parameters,
                covers,
                supersededBy,
                examples);
    }

    /** The folder of the rule below the pack's root: {@code network/EKS-NET-001-…}. */
    public String folder() {
        return category + "/" + id + "-" + name;
    }
}
