/**
 * Verdicts as reports show them: what a requirement says about a subject, where, on which grounds, and what would settle it.
 * May use {@code source}, {@code model} and {@code rule}.
 */
@NullMarked
package io.github.ekslint.finding;

import org.jspecify.annotations.NullMarked;
