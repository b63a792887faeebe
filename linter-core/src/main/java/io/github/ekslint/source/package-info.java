/**
 * Turns bytes into trees whose every node knows its place. Knows nothing of EKS; uses SnakeYAML, Jackson's streaming
 * parser and the JDK only.
 */
@NullMarked
package io.github.ekslint.source;

import org.jspecify.annotations.NullMarked;
