/** Reads Terraform and OpenTofu. May use what readers share, {@code source}, {@code model} and {@code reference}. */
@NullMarked
package io.github.ekslint.reader.terraform;

import org.jspecify.annotations.NullMarked;
