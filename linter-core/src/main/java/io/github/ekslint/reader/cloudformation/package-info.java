/**
 * Reads CloudFormation templates, what the CDK synthesises included. May use what readers share, {@code source}, {@code model}
 * and {@code reference}.
 */
@NullMarked
package io.github.ekslint.reader.cloudformation;

import org.jspecify.annotations.NullMarked;
