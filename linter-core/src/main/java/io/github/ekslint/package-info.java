/**
 * The way in for programs that embed ekslint: {@link io.github.ekslint.Linter}, what it takes and what it gives. May use every
 * package below it.
 */
@NullMarked
package io.github.ekslint;

import org.jspecify.annotations.NullMarked;
