/** A rule pack of a team, as a plugin dependency would have it. */
@org.jspecify.annotations.NullMarked
package io.github.ekslint.maven.pack;
