package io.github.ekslint.rule;

/**
 * Where a requirement comes from.
 *
 * @param title of the page
 * @param url https
 */
public record Reference(String title, String url) {}
