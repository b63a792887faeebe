/** Benchmarks by JMH; uses every module and is part of none. */
@NullMarked
package io.github.ekslint.benchmarks;

import org.jspecify.annotations.NullMarked;
