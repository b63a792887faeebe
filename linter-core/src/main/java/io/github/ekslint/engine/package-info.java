/**
 * Judges estates: enumerates the subjects of every rule, demands one verdict for each, and does the book-keeping that rules
 * are spared. Drools itself is used in {@code engine.drools} only.
 */
@NullMarked
package io.github.ekslint.engine;

import org.jspecify.annotations.NullMarked;
