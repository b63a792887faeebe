package io.github.ekslint.cli;

import io.github.ekslint.InputFiles;
import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.cli.Origin.Found;
import io.github.ekslint.cli.Origin.Input;
import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    record Asked(List<String> paths, List<String> evidence, List<String> context, List<String> settings) {}

    /** Reads everything that is asked for; the context only when the run is about something that it can add to. */
    Inputs read(Asked asked, Linter linter) {
        Map<String, Input> specs = found(asked.paths().isEmpty() ? origin.unnamed() : origin.find(asked.paths()));
        Map<String, Input> recordings = found(origin.recordings(asked.evidence()));
        List<String> context = asked.context().isEmpty() ? origin.context() : asked.context();
        progress.expect(specs.size() + recordings.size());
        if (context.isEmpty()) {
            return inputs(specs, recordings, Optional.empty());
        }
        List<Parsed> about = parsed(specs);
        boolean governing = origin.find(asked.settings()).inputs().stream().anyMatch(s -> specs.containsKey(s.uri()));
        if (!governing && about.stream().noneMatch(linter::recognises)) {
            return inputs(specs, Map.of(), Optional.of(about));
        }
        linter.prepare();
        Map<String, Input> all = new TreeMap<>(found(origin.find(context)));
        all.putAll(specs);
        progress.expect(all.size() + recordings.size());
        return inputs(all, recordings, governing ? Optional.empty() : Optional.of(about));
    }

    private Inputs inputs(Map<String, Input> specs, Map<String, Input> recordings, Optional<List<Parsed>> about) {
        Map<String, Input> left = new LinkedHashMap<>(specs);
        left.keySet().removeAll(recordings.keySet());
        List<Parsed> read = parsed(left);
        List<Parsed> evidence = parsed(recordings);
        return new Inputs(read, evidence, problems, skipped, about.map(a -> a.stream()
                .map(Parsed::file)
                .collect(Collectors.toSet())));
    }

    private Map<String, Input> found(Found found) {
        problems.addAll(found.problems());
        skipped.addAll(found.skipped());
        Map<String, Input> inputs = new LinkedHashMap<>();
        found.inputs().forEach(i -> inputs.put(i.uri(), i));
        return inputs;
    }

    private List<Parsed> parsed(Map<String, Input> inputs) {
        origin.ahead(inputs.values().stream()
                .filter(i -> !parsed.containsKey(i.uri()))
                .toList());
        return inputs.values().stream().flatMap(i -> parsed(i).stream()).toList();
    }

    /** What cannot be opened is a problem of the run, whatever it holds; what is wrong inside is for the linter to weigh. */
    private Optional<Parsed> parsed(Input input) {
        return parsed.computeIfAbsent(input.uri(), uri -> {
            progress.step();
            return InputFiles.read(uri, () -> input.parse(Limits.DEFAULT), problems);
        });
    }
}
