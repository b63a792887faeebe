package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.SourceFinder;
import io.github.ekslint.source.SourceFinder.Candidate;
import io.github.ekslint.source.SourceFinder.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds, reads and parses the inputs of a run. */
final class InputReader {

    private final Surroundings around;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Report.Skipped> skipped = new ArrayList<>();

    InputReader(Surroundings around, Progress progress) {
        this.around = around;
        this.progress = progress;
    }

    /**
     * Reads everything.
     *
     * @param paths of specs; the current folder when there are none
     * @param evidence paths of recordings; what is among both counts as evidence only
     */
    Inputs read(List<String> paths, List<String> evidence) {
        if (paths.contains("-") && evidence.contains("-")) {
            throw new UsageError("standard input is either a spec or evidence");
        }
        Found recordings = found(evidence);
        Set<String> taken = new HashSet<>();
        recordings.candidates().forEach(c -> taken.add(c.uri()));
        List<Candidate> specs = found(paths.isEmpty() ? List.of(".") : paths).candidates().stream()
                .filter(c -> !taken.contains(c.uri()))
                .toList();
        progress.expect(specs.size() + recordings.candidates().size());
        return new Inputs(parsed(specs), parsed(recordings.candidates()));
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

    private Found found(List<String> names) {
        Found found = SourceFinder.find(names, Path.of(""));
        problems.addAll(found.problems());
        found.skipped().forEach(s -> skipped.add(new Report.Skipped(s.uri(), s.why())));
        return found;
    }

    /** What cannot be opened is a problem of the run, whatever it holds; what is wrong inside is for the linter to weigh. */
    private List<Parsed> parsed(List<Candidate> candidates) {
        List<Parsed> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Parsed parsed = parsed(candidate);
            if (parsed.problems().stream().anyMatch(p -> p.code().equals("unreadable"))) {
                problems.addAll(parsed.problems());
            } else {
                all.add(parsed);
            }
            progress.step();
        }
        return all;
    }

    /** A file that does not fit the memory leaves it free again for the others. */
    private Parsed parsed(Candidate candidate) {
        try {
            return candidate.parse(around.in(), Limits.DEFAULT);
        } catch (OutOfMemoryError e) {
            SourceFile file = new SourceFile(candidate.uri(), List.of());
            return new Parsed(
                    file,
                    List.of(),
                    List.of(Problem.error(
                            "unreadable",
                            file.start(),
                            "it does not fit the memory that Java may use; JAVA_OPTS=-Xmx4g gives the launcher more")));
        }
    }
}
