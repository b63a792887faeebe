/**
 * What AWS creates and fills in beside what a spec says, shared by the dialects that describe single resources. Uses
 * {@code reader.datum}, {@code source}, {@code model} and {@code reference}.
 */
@NullMarked
package io.github.ekslint.reader.implied;

import org.jspecify.annotations.NullMarked;
