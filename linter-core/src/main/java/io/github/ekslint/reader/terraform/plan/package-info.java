/**
 * Plans and states as {@code terraform show -json} prints them: gives the resources of a root module. Uses what readers share,
 * {@code source} and {@code model}.
 */
@NullMarked
package io.github.ekslint.reader.terraform.plan;

import org.jspecify.annotations.NullMarked;
