/** The script that records evidence. Uses the JDK only. */
@NullMarked
package io.github.ekslint.evidence;

import org.jspecify.annotations.NullMarked;
