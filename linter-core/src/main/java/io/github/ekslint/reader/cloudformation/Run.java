package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Input;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final Map<Template, String> names = new HashMap<>();
    private final Map<String, Input> opened = new HashMap<>();
    private final Map<Input, String> decided;
    private final AtomicInteger evaluations;
    private int depth;

    Run(ReaderContext context, List<Template> templates) {
        this.context = context;
        this.decided = Map.of();
        this.evaluations = new AtomicInteger();
        Set<String> taken = new HashSet<>();
        templates.forEach(t -> {
            t.section("Parameters").ifPresent(this::declare);
            t.section("Conditions").ifPresent(this::declare);
            names.put(t, unique(baseName(t), taken));
        });
    }

    private Run(Run run, Map<Input, String> decided) {
        this.context = run.context;
        this.decided = Map.copyOf(decided);
        this.evaluations = run.evaluations;
        this.declared.putAll(run.declared);
        this.names.putAll(run.names);
    }

    /** The same run with open inputs decided; what it may cost is counted together. */
    Run deciding(Map<Input, String> inputs) {
        return new Run(this, inputs);
    }

    /** What depends on an open input: each case, or the one that is decided on. */
    Datum open(Input input, Map<String, Datum> cases, Place place) {
        opened.put(input.name(), input);
        String value = decided.get(input);
        Datum chosen = value == null ? null : cases.get(value);
        return chosen == null ? new Datum.Choice(input, cases, List.of(place)) : chosen;
    }

    /** The open input of that name, if anything was found to depend on it. */
    Optional<Input> opened(String name) {
        return Optional.ofNullable(opened.get(name));
    }

    /** The name of the stack that a template is, where no other one nests it: that of its file up to the first dot. */
    String name(Template template) {
        return Objects.requireNonNull(names.get(template));
    }

    private static String baseName(Template template) {
        String file = template.uri().substring(template.uri().lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** The name wanted, or with a number where it is taken. */
    static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int n = 2; !taken.add(name); n++) {
            name = wanted + "#" + n;
        }
        return name;
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
        if (depth >= DEEPEST || evaluations.get() >= MOST_EVALUATIONS) {
            return false;
        }
        depth++;
        evaluations.incrementAndGet();
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
