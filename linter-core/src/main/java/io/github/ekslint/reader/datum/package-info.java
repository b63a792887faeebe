/**
 * What the expressions of a spec give, also where a part of it is not known: shared by the dialects that have expressions.
 * Uses source and model only.
 */
@NullMarked
package io.github.ekslint.reader.datum;

import org.jspecify.annotations.NullMarked;
