package io.github.ekslint;

import io.github.ekslint.finding.Report;
import io.github.ekslint.model.Estate;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of everything that was read a run is about: the estates to judge, and the files to speak of. */
final class Extent {

    private final List<Estate> estates;
    private final Set<SourceFile> left;
    private final Set<String> leftUris;

    Extent(Inputs inputs, List<Reading> readings, List<Estate> all) {
        if (inputs.about().isEmpty()) {
            estates = all;
            left = Set.of();
            leftUris = Set.of();
            return;
        }
        Set<SourceFile> spoken = new HashSet<>(inputs.about().get());
        Map<String, SourceFile> specs = new HashMap<>();
        readings.forEach(
                r -> r.drafts().forEach(d -> specs.put(d.id(), d.place().file())));
        List<Estate> concerned = new ArrayList<>();
        for (Estate estate : all) {
            Set<SourceFile> files = EstateFiles.of(estate);
            SourceFile spec = specs.get(estate.id());
            if (spec != null) {
                files.add(spec);
            }
            if (!Collections.disjoint(files, inputs.about().get())) {
                concerned.add(estate);
                spoken.addAll(files);
            }
        }
        estates = List.copyOf(concerned);
        left = Stream.concat(inputs.specs().stream(), inputs.evidence().stream())
                .map(Parsed::file)
                .filter(f -> !spoken.contains(f))
                .collect(Collectors.toSet());
        leftUris = left.stream().map(SourceFile::uri).collect(Collectors.toSet());
    }

    /** The estates to judge, in their order. */
    List<Estate> estates() {
        return estates;
    }

    /** Whether a problem is about a file of these estates, a file the run is about, or no input at all. */
    boolean concerns(Problem problem) {
        return !left.contains(problem.place().file());
    }

    /** The same for a file that is skipped. */
    boolean concerns(Report.Skipped file) {
        return !leftUris.contains(file.uri());
    }
}
