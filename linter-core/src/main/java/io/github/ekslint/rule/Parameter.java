package io.github.ekslint.rule;

/**
 * A number or word of a requirement that a user may change.
 *
 * @param initial the value when the user does not set it, as text
 * @param description what it means, with its unit
 */
public record Parameter(String name, String initial, String description) {}
