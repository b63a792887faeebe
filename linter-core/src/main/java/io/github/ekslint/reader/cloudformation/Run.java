package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates of one run share. Bounds how much work a template can make. */
final class Run {

    /** Members that one {@code Fn::ForEach} may make. */
    static final int MOST_LOOPED = 1_000;

    private static final int DEEPEST = 250;
    private static final int MOST_EVALUATIONS = 3_000_000;
    private static final int MOST_PROBLEMS = 1_000;

    private final ReaderContext context;
    private final Exports exports = new Exports();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, Integer> declared = new HashMap<>();
    private int depth;
    private int evaluations;

    Run(ReaderContext context, List<Template> templates) {
        this.context = context;
        templates.forEach(t -> {
            t.section("Parameters").ifPresent(this::declare);
            t.section("Conditions").ifPresent(this::declare);
        });
    }

    private void declare(Node.Mapping section) {
        section.members().keySet().forEach(name -> declared.merge(name, 1, Integer::sum));
    }

    ReaderContext context() {
        return context;
    }

    Exports exports() {
        return exports;
    }

    /** Whether several templates of the run have a parameter or condition of that name. */
    boolean isShared(String name) {
        return declared.getOrDefault(name, 0) > 1;
    }

    /** The scopes by which the user may mean a stack: its name, the path or the name of its file. */
    List<String> scopes(Stack stack) {
        String uri = stack.template().uri();
        return List.of(stack.name(), uri, uri.substring(uri.lastIndexOf('/') + 1));
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
        return new ArrayList<>(problems);
    }
}
