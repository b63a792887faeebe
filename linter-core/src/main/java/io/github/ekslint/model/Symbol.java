package io.github.ekslint.model;

/**
 * The identity of a value that is not known: the {@code index}-th element of a list whose elements are distinct but not
 * known, such as the Availability Zones of a Region. Two values with equal symbols are the same; with equal list and
 * different index they are different.
 *
 * @param list what names the list ({@code GetAZs:eu-west-1})
 * @param index which element
 */
public record Symbol(String list, String index) {

    /** The identity of a text in which values that are not known stand as {@link #inText} writes them. */
    public static Symbol ofText(String text) {
        return new Symbol("text " + text, "");
    }

    /** How the value stands in a text of which it is a part. */
    public String inText() {
        return "\u0001" + this + "\u0002";
    }
}
