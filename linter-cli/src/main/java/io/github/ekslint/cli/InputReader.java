package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.cli.Origin.Found;
import io.github.ekslint.cli.Origin.Input;
import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds, reads and parses the inputs of a run. */
final class InputReader {

    private final Origin origin;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Report.Skipped> skipped = new ArrayList<>();
    /** By uri; a file that cannot be opened is left out. */
    private final Map<String, Optional<Parsed>> parsed = new LinkedHashMap<>();

    InputReader(Origin origin, Progress progress) {
        this.origin = origin;
        this.progress = progress;
    }

    /**
     * What a run is asked to read.
     *
     * @param paths of specs; what the run is about by default when there are none
     * @param evidence paths of recordings; what is among both counts as evidence only
     * @param context paths of what is read for what it adds to the specs; that of the origin when there are none
     * @param settings paths of what governs the whole run: where one is among the specs, the run is about all
     */
    record Request(List<String> paths, List<String> evidence, List<String> context, List<String> settings) {}

    /** Reads everything that is asked for; the context only when the run is about something that it can add to. */
    Inputs read(Request asked, Linter linter) {
        if (asked.paths().contains("-") && asked.evidence().contains("-")) {
            throw new UsageError("standard input is either a spec or evidence");
        }
        Map<String, Input> specs = found(asked.paths().isEmpty() ? origin.unnamed() : origin.find(asked.paths()));
        Map<String, Input> recordings = found(origin.find(asked.evidence()));
        List<String> context = asked.context().isEmpty() ? origin.context() : asked.context();
        progress.expect(specs.size() + recordings.size());
        if (context.isEmpty()) {
            return new Inputs(without(specs, recordings), parsed(recordings));
        }
        Set<SourceFile> about = files(specs);
        boolean governing = origin.find(asked.settings()).inputs().stream().anyMatch(s -> specs.containsKey(s.uri()));
        if (!governing && parsed(specs).stream().noneMatch(linter::recognises)) {
            return new Inputs(without(specs, recordings), List.of(), Optional.of(about));
        }
        Map<String, Input> all = new TreeMap<>(found(origin.find(context)));
        all.putAll(specs);
        progress.expect(all.size() + recordings.size());
        return new Inputs(
                without(all, recordings), parsed(recordings), governing ? Optional.empty() : Optional.of(about));
    }

    private Map<String, Input> found(Found found) {
        problems.addAll(found.problems());
        skipped.addAll(found.skipped());
        Map<String, Input> inputs = new LinkedHashMap<>();
        found.inputs().forEach(i -> inputs.put(i.uri(), i));
        return inputs;
    }

    private List<Parsed> without(Map<String, Input> inputs, Map<String, Input> taken) {
        Map<String, Input> left = new LinkedHashMap<>(inputs);
        left.keySet().removeAll(taken.keySet());
        return parsed(left);
    }

    private Set<SourceFile> files(Map<String, Input> inputs) {
        return parsed(inputs).stream().map(Parsed::file).collect(Collectors.toSet());
    }

    private List<Parsed> parsed(Map<String, Input> inputs) {
        return inputs.values().stream().flatMap(i -> parsed(i).stream()).toList();
    }

    /** What cannot be opened is a problem of the run, whatever it holds; what is wrong inside is for the linter to weigh. */
    private Optional<Parsed> parsed(Input input) {
        return parsed.computeIfAbsent(input.uri(), uri -> {
            Parsed read = parse(input);
            progress.step();
            if (read.problems().stream().anyMatch(p -> p.code().equals("unreadable"))) {
                problems.addAll(read.problems());
                return Optional.empty();
            }
            return Optional.of(read);
        });
    }

    /** A file that does not fit the memory leaves it free again for the others. */
    private static Parsed parse(Input input) {
        try {
            return input.parse(Limits.DEFAULT);
        } catch (OutOfMemoryError e) {
            SourceFile file = new SourceFile(input.uri(), List.of());
            return new Parsed(
                    file,
                    List.of(),
                    List.of(Problem.error(
                            "unreadable",
                            file.start(),
                            "it does not fit the memory that Java may use; JAVA_OPTS=-Xmx4g gives the launcher more")));
        }
    }

    /** The report with what went wrong before anything was judged. */
    Report completed(Report report) {
        List<Problem> allProblems = new ArrayList<>(report.problems());
        allProblems.addAll(problems);
        List<Report.Skipped> allSkipped = new ArrayList<>(report.skipped());
        allSkipped.addAll(skipped);
        return new Report(
                report.asOf(),
                report.specs(),
                report.verdicts(),
                allProblems,
                allSkipped,
                report.files(),
                report.rules(),
                report.upgrades());
    }
}
