/**
 * Turns documents into facts: the contract of a reader, what readers share, and how evidence is joined with specs. One
 * package below it per dialect; no dialect uses another. May use {@code source}, {@code model} and {@code reference}.
 */
@NullMarked
package io.github.ekslint.reader;

import org.jspecify.annotations.NullMarked;
