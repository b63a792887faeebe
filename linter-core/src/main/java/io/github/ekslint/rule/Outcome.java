package io.github.ekslint.rule;

/**
 * One way in which a requirement is violated.
 *
 * @param name {@code violated} where a rule has only one
 * @param message a template that states the fact; {@code {name}} stands for what the rule passes on, {@code {subject}},
 *     {@code {cluster}} and {@code {part}} for what the engine knows
 */
public record Outcome(String name, Severity severity, String message) {
    /** The name of the only outcome of a rule that has just one. */
    public static final String VIOLATED = "violated";
}
