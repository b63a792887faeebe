/**
 * The resources of a Terraform root module, whether a plan or source says them, and the facts they become. Uses what readers
 * share, {@code source}, {@code model} and {@code reference}.
 */
@NullMarked
package io.github.ekslint.reader.terraform.resource;

import org.jspecify.annotations.NullMarked;
