/** Tests of the reference data, and {@link io.github.ekslint.reference.TestReferenceData} for tests elsewhere. */
@NullMarked
package io.github.ekslint.reference;

import org.jspecify.annotations.NullMarked;
