/**
 * The command line: options, exit statuses and the choice of reporters. May use everything below it; holds nothing that other
 * front ends would need.
 */
@NullMarked
package io.github.ekslint.cli;

import org.jspecify.annotations.NullMarked;
