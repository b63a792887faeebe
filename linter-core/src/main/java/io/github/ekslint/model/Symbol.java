package io.github.ekslint.model;

/**
 * The identity of a value that is not known: the {@code index}-th element of a list whose elements are distinct but not
 * known, such as the Availability Zones of a Region. Two values with equal symbols are the same; with equal list and
 * different index they are different.
 *
 * @param list what names the list ({@code GetAZs:eu-west-1})
 * @param index which element
 */
public record Symbol(String list, String index) {}
