package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Input;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the modules of one root module share. Bounds how much work their source can make. */
final class Run {

    private static final int DEEPEST = 220;
    private static final int MOST_EVALUATIONS = 2_000_000;
    private static final int MOST_PROBLEMS = 1_000;

    private final ReaderContext context;
    private final Folders folders;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, Input> opened = new HashMap<>();
    private final Map<Input, String> decided;
    private int depth;
    private int evaluations;

    Run(ReaderContext context, Folders folders) {
        this(context, folders, Map.of());
    }

    private Run(ReaderContext context, Folders folders, Map<Input, String> decided) {
        this.context = context;
        this.folders = folders;
        this.decided = Map.copyOf(decided);
    }

    /** A run with open inputs decided; what it finds wrong is found already. */
    Run deciding(Map<Input, String> inputs) {
        return new Run(context, folders, inputs);
    }

    /** What depends on an open input: each case, or the one that is decided on. */
    Datum open(Input input, Map<String, Datum> cases, List<Place> places) {
        opened.put(input.name(), input);
        String value = decided.get(input);
        Datum chosen = value == null ? null : cases.get(value);
        return chosen == null ? new Datum.Choice(input, cases, places) : chosen;
    }

    /** The open input of that name, if anything was found to depend on it; none in a module that is too large to be read again. */
    Optional<Input> opened(String name) {
        return evaluations > MOST_EVALUATIONS / 16 ? Optional.empty() : Optional.ofNullable(opened.get(name));
    }

    ReaderContext context() {
        return context;
    }

    Folders folders() {
        return folders;
    }

    /** Begins an evaluation; false when there have been too many of them, or too many are going on. */
    boolean enter() {
        if (depth >= DEEPEST || evaluations >= MOST_EVALUATIONS) {
            return false;
        }
        depth++;
        evaluations++;
        return true;
    }

    void leave() {
        depth--;
    }

    void report(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
