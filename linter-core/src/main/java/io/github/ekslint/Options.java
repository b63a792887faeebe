package io.github.ekslint;

import io.github.ekslint.config.Config;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.rule.Rule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a run judges.
 *
 * @param asOf today, a UTC day
 * @param target the Kubernetes version an upgrade is planned to; empty when none is
 * @param parameters values for parameters, variables and placeholders of specs, by name or {@code SCOPE:NAME}
 * @param strictParameters whether the default of a parameter counts as not known
 * @param rules which rules are judged
 * @param config what is set for the project
 */
public record Options(
        LocalDate asOf,
        Optional<MinorVersion> target,
        Map<String, String> parameters,
        boolean strictParameters,
        Predicate<Rule> rules,
        Config config) {

    /** Keeps its own copies. */
    public Options {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The same with parameters of rules instead of a whole configuration.
     *
     * @param ruleParameters by rule id and parameter name
     */
    public Options(
            LocalDate asOf,
            Optional<MinorVersion> target,
            Map<String, String> parameters,
            boolean strictParameters,
            Predicate<Rule> rules,
            Map<String, Map<String, String>> ruleParameters) {
        this(asOf, target, parameters, strictParameters, rules, Config.ofParameters(ruleParameters));
    }

    /** Every rule, as on that day. */
    public static Options asOf(LocalDate day) {
        return new Options(day, Optional.empty(), Map.of(), false, rule -> true, Config.NONE);
    }

    /** The same, with these rules only. */
    public Options only(Predicate<Rule> wanted) {
        return new Options(asOf, target, parameters, strictParameters, wanted, config);
    }

    /** The same, with that configuration. */
    public Options with(Config other) {
        return new Options(asOf, target, parameters, strictParameters, rules, other);
    }

    /** The same, with an upgrade to that version planned. */
    public Options upgradingTo(MinorVersion version) {
        return new Options(asOf, Optional.of(version), parameters, strictParameters, rules, config);
    }
}
