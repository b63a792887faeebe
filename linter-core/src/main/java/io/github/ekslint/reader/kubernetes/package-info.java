/**
 * Reads Kubernetes objects: recorded ones, as {@code kubectl get -o json|yaml} and API clients print them, and manifests. May use
 * {@code source}, {@code model}, {@code reference} and the contract in {@code reader}.
 */
@NullMarked
package io.github.ekslint.reader.kubernetes;

import org.jspecify.annotations.NullMarked;
