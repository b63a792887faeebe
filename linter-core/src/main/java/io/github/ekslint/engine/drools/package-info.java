/** The only package that uses Drools: runs compiled rules over the facts of one estate. */
@NullMarked
package io.github.ekslint.engine.drools;

import org.jspecify.annotations.NullMarked;
