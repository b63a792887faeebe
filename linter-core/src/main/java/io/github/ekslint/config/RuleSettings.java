package io.github.ekslint.config;

import io.github.ekslint.rule.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says about one rule.
 *
 * @param off whether the rule is not judged
 * @param severity of all its findings; empty when the rule's own metadata decides
 * @param parameters as text, by name; words are separated by commas
 */
public record RuleSettings(boolean off, Optional<Severity> severity, Map<String, String> parameters) {
    /** Keeps its own copy of the parameters. */
    public RuleSettings {
        parameters = Map.copyOf(parameters);
    }

    /** Parameters, nothing else. */
    public static RuleSettings of(Map<String, String> parameters) {
        return new RuleSettings(false, Optional.empty(), parameters);
    }
}
