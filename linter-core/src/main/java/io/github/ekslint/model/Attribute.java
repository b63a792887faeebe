package io.github.ekslint.model;

/**
 * The name of something a resource has, with what its values are.
 *
 * @param name as the AWS API spells it, in camelCase
 * @param command the read-only command that records it; {@code {id}} stands for the resource's id. Empty when no command does
 * @param <T> a {@link Value} or a {@link Listing} type
 */
public record Attribute<T>(String name, String command) {

    /** An attribute with one value. */
    public static <T> Attribute<Value<T>> value(String name, String command) {
        return new Attribute<>(name, command);
    }

    /** An attribute that is a list. */
    public static <T> Attribute<Listing<T>> list(String name, String command) {
        return new Attribute<>(name, command);
    }

    @Override
    public String toString() {
        return name;
    }
}
