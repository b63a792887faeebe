/**
 * Evaluates Terraform modules: what their source makes, as {@code TfResource}s. May use {@code source}, {@code model},
 * {@code reference} and {@code reader.datum}; nothing is executed or fetched.
 */
@NullMarked
package io.github.ekslint.reader.terraform.module;

import org.jspecify.annotations.NullMarked;
