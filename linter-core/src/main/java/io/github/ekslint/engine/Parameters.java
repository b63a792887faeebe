package io.github.ekslint.engine;

import java.util.Map;

/**
 * The parameters of one rule, as a fact that the rule joins with: {@code $parameters : Parameters( rule == "EKS-VER-003" )}.
 *
 * @param rule the rule's id
 * @param values by name: what the user sets, else the default of the rule's metadata
 */
public record Parameters(String rule, Map<String, String> values) {
    /** Keeps its own copy of the values. */
    public Parameters {
        values = Map.copyOf(values);
    }

    /**
     * A parameter as text.
     *
     * @throws RuleFailure when the rule's metadata does not have it
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new RuleFailure("%s has no parameter “%s” in its rule.yaml".formatted(rule, name));
        }
        return value;
    }

    /**
     * A parameter as a whole number.
     *
     * @throws RuleFailure when the rule's metadata does not have it, or it is no whole number
     */
    public int integer(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new RuleFailure(
                    "the parameter %s of %s is “%s”, not a whole number".formatted(name, rule, text(name)), e);
        }
    }

    /** A parameter that lists words, separated by commas. */
    public java.util.List<String> words(String name) {
        return java.util.Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
