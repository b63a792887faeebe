package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an expression stands.
 *
 * @param module whose source it is in
 * @param names what is bound around it: {@code each}, {@code count}, the variables of {@code for} and of dynamic blocks
 * @param instance which of several the block is ({@code [0]}); empty when there is one
 */
record Scope(Module module, Map<String, Datum> names, String instance) {

    /** The element at hand in a splat. */
    static final String ITEM = "*";

    Scope {
        names = Map.copyOf(names);
    }

    static Scope of(Module module) {
        return new Scope(module, Map.of(), "");
    }

    Scope with(String name, Datum value) {
        Map<String, Datum> more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(module, more, instance);
    }

    Scope with(Map<String, Datum> values, String which) {
        Map<String, Datum> more = new HashMap<>(names);
        more.putAll(values);
        return new Scope(module, more, which);
    }
}
