/**
 * One format-neutral estate: immutable records named and spelt as the AWS API spells them, made of values with provenance
 * and of three-valued truths. May use {@code source} and the JDK only.
 */
@NullMarked
package io.github.ekslint.model;

import org.jspecify.annotations.NullMarked;
