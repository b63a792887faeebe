package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file; of each code the first hundred, so that a hostile file cannot flood the report. */
final class Problems {

    private static final int MOST = 100;

    private final List<Problem> list = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    void error(String code, Place place, String message) {
        add(Problem.error(code, place, message));
    }

    void add(Problem problem) {
        if (counts.merge(problem.code(), 1, Integer::sum) <= MOST) {
            list.add(problem);
        }
    }

    void addAll(Problems others) {
        others.list.forEach(this::add);
    }

    /** Reports a key that is written a second time. */
    void duplicate(Node.@Nullable Entry first, Node.Scalar key) {
        if (first != null) {
            error(
                    "duplicate-key",
                    key.place(),
                    "the key %s is written twice, first in line %d; the last value stands"
                            .formatted(key.text(), first.key().place().line()));
        }
    }

    boolean has(String code) {
        return counts.containsKey(code);
    }

    List<Problem> list() {
        return list;
    }
}
