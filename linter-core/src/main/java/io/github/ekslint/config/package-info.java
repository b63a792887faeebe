/**
 * What a team sets once for its project, from {@code .ekslint.yaml}. May use {@code source}, {@code model} and {@code rule}; never says how
 * anything is judged.
 */
@NullMarked
package io.github.ekslint.config;

import org.jspecify.annotations.NullMarked;
