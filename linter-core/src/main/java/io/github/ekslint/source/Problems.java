package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file; of each code the first hundred, so that a hostile file cannot flood the report. */
final class Problems {

    private static final int MOST = 100;

    private final List<Problem> list = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean branches;

    void error(String code, Place place, String message) {
        add(Problem.error(code, place, message));
    }

    void add(Problem problem) {
        if (counts.getOrDefault(problem.code(), 0) < MOST && !list.contains(problem)) {
            counts.merge(problem.code(), 1, Integer::sum);
            list.add(problem);
        }
    }

    void addAll(Problems others) {
        others.list.forEach(this::add);
    }

    /** From now on a key may be written twice, since both branches of a template are read. */
    void expectBranches() {
        branches = true;
    }

    /** Reports a key that is written a second time. */
    void duplicate(Node.@Nullable Entry first, Node.Scalar key) {
        if (first == null || counts.getOrDefault("duplicate-key", 0) >= MOST) {
            return;
        }
        String message = "the key %s is written twice, first in line %d; the last value stands"
                .formatted(key.text(), first.key().place().line());
        add(new Problem(
                "duplicate-key", branches ? Problem.Severity.WARNING : Problem.Severity.ERROR, message, key.place()));
    }

    /** Reports the first of several alike, and how many there are. */
    void first(String code, List<Integer> offsets, IntFunction<Place> place, IntFunction<String> message) {
        if (!offsets.isEmpty()) {
            int at = offsets.get(0);
            String more = offsets.size() == 1 ? "" : ", the first of %d".formatted(offsets.size());
            error(code, place.apply(at), message.apply(at) + more);
        }
    }

    boolean has(String code) {
        return counts.containsKey(code);
    }

    List<Problem> list() {
        return list;
    }
}
