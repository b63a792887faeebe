package io.github.ekslint.source;

/**
 * A comment of a source file.
 *
 * @param text without the comment sign and surrounding blanks
 * @param ownLine whether nothing but the comment stands on its line
 */
public record Comment(Place place, String text, boolean ownLine) {}
