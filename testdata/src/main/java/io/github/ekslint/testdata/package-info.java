/** Finds the estates and inputs of this module for the tests of the others. Uses the JDK only. */
@NullMarked
package io.github.ekslint.testdata;

import org.jspecify.annotations.NullMarked;
