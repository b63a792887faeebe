package io.github.ekslint.model;

import org.jspecify.annotations.Nullable;

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

    // those that Java makes for a record take long the first time, and every run needs these

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attribute<?> attribute
                && name.equals(attribute.name)
                && command.equals(attribute.command);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + command.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
