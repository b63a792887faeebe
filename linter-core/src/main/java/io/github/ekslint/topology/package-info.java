/**
 * Derives what follows from the facts of an estate: which subnets are public, which packets pass, which version a node runs.
 * Plain Java over {@code model} and {@code reference}; knows neither rules nor Drools.
 */
@NullMarked
package io.github.ekslint.topology;

import org.jspecify.annotations.NullMarked;
