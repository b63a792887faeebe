package io.github.ekslint.model;

import java.util.List;

/**
 * An open input with few possible values: a condition, a Boolean parameter, a parameter with allowed values.
 *
 * @param name how the user gives it
 * @param values at least two
 */
public record Input(String name, List<String> values) implements Comparable<Input> {
    /** Keeps its own copy of the values. */
    public Input {
        values = List.copyOf(values);
        if (values.size() < 2) {
            throw new IllegalArgumentException("an input that is open has at least two values: " + name);
        }
    }

    @Override
    public int compareTo(Input other) {
        return name.compareTo(other.name);
    }
}
