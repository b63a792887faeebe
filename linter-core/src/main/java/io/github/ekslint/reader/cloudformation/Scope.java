package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an expression stands.
 *
 * @param stack whose template it is in
 * @param loops the values of the identifiers of {@code Fn::ForEach} around it
 * @param assumed the parameter's default that a condition around it rests on; empty when none does
 */
record Scope(Stack stack, Map<String, String> loops, List<Place> assumed) {

    static Scope of(Stack stack) {
        return new Scope(stack, Map.of(), List.of());
    }

    Scope with(String identifier, String value) {
        Map<String, String> more = new LinkedHashMap<>(loops);
        more.put(identifier, value);
        return new Scope(stack, more, assumed);
    }

    Scope assuming(List<Place> places) {
        return new Scope(stack, loops, places);
    }

    /** The text with the identifiers of loops replaced. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> loop : loops.entrySet()) {
            String safe = loop.getValue().replaceAll("[^A-Za-z0-9]", "");
            filled = filled.replace("${" + loop.getKey() + "}", loop.getValue())
                    .replace("&{" + loop.getKey() + "}", safe);
        }
        return filled;
    }
}
