/**
 * Renders finished reports: text for people, JSON for programs, SARIF for code hosts. May use {@code finding}, {@code rule},
 * {@code model} and {@code source}; judges nothing.
 */
@NullMarked
package io.github.ekslint.report;

import org.jspecify.annotations.NullMarked;
