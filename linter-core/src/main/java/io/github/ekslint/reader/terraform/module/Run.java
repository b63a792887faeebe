package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.source.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the root modules of one run share. Bounds how much work their source can make. */
final class Run {

    private static final int DEEPEST = 220;
    private static final int MOST_EVALUATIONS = 2_000_000;
    private static final int MOST_PROBLEMS = 1_000;

    private final ReaderContext context;
    private final Folders folders;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private int depth;
    private int evaluations;

    Run(ReaderContext context, Folders folders) {
        this.context = context;
        this.folders = folders;
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

    /** Another root module begins. */
    void restart() {
        evaluations = 0;
    }

    void report(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** Back to the problems there were before. */
    void forget(List<Problem> before) {
        problems.clear();
        problems.addAll(before);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
