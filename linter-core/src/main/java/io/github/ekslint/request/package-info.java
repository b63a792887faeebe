/**
 * What a person asks a front end for, checked and turned into what {@link io.github.ekslint.Linter} takes; every front end
 * speaks through it, so that they all understand the same. May use everything but the reporters.
 */
@NullMarked
package io.github.ekslint.request;

import org.jspecify.annotations.NullMarked;
