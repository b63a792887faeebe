/**
 * Reads recorded answers of the AWS APIs, as the AWS CLI and the SDKs print them. May use {@code source}, {@code model},
 * {@code reference} and the contract in {@code reader}.
 */
@NullMarked
package io.github.ekslint.reader.awscli;

import org.jspecify.annotations.NullMarked;
