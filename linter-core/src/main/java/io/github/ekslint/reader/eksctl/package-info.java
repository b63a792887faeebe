/**
 * Reads eksctl's ClusterConfig: what it says, and what eksctl fills in or creates where it is silent. May use {@code source},
 * {@code model}, {@code reference} and {@code reader}.
 */
@NullMarked
package io.github.ekslint.reader.eksctl;

import org.jspecify.annotations.NullMarked;
