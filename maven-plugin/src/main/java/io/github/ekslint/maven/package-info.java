/**
 * The Maven plugin: maps parameters to {@link io.github.ekslint.Linter} and reports to Maven. Holds nothing that other front ends
 * would need.
 */
@NullMarked
package io.github.ekslint.maven;

import org.jspecify.annotations.NullMarked;
