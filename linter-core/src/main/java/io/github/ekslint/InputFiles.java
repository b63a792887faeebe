package io.github.ekslint;

import io.github.ekslint.finding.Report;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.SourceFinder;
import io.github.ekslint.source.SourceFinder.Candidate;
import io.github.ekslint.source.SourceFinder.Found;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a run, found but not read.
 *
 * @param specs what is to be judged
 * @param evidence recordings to join with the specs
 * @param problems names that lead to nothing, and folders that cannot be read
 * @param skipped what on the way is no file to read
 */
public record InputFiles(
        List<Candidate> specs, List<Candidate> evidence, List<Problem> problems, List<Report.Skipped> skipped) {

    /** Keeps its own copies. */
    public InputFiles {
        specs = List.copyOf(specs);
        evidence = List.copyOf(evidence);
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
    }

    /**
     * Finds the files that names lead to, as {@link SourceFinder} does.
     *
     * @param specs files and folders; {@code -} is standard input
     * @param evidence the same for recordings; what is among both counts as evidence only
     * @param workingFolder what relative names start from, and what reports name files relative to
     */
    public static InputFiles find(List<String> specs, List<String> evidence, Path workingFolder) {
        Found recordings = SourceFinder.find(evidence, workingFolder);
        Found rest = SourceFinder.find(specs, workingFolder);
        Set<String> taken = new HashSet<>();
        recordings.candidates().forEach(c -> taken.add(c.uri()));
        List<Problem> problems = new ArrayList<>(recordings.problems());
        problems.addAll(rest.problems());
        List<Report.Skipped> skipped = new ArrayList<>();
        recordings.skipped().forEach(s -> skipped.add(new Report.Skipped(s.uri(), s.why())));
        rest.skipped().forEach(s -> skipped.add(new Report.Skipped(s.uri(), s.why())));
        return new InputFiles(
                rest.candidates().stream().filter(c -> !taken.contains(c.uri())).toList(),
                recordings.candidates(),
                problems,
                skipped);
    }

    /** The same with these specs only. */
    public InputFiles only(Predicate<Candidate> wanted) {
        return new InputFiles(specs.stream().filter(wanted).toList(), evidence, problems, skipped);
    }

    /** How many files there are to read. */
    public int size() {
        return specs.size() + evidence.size();
    }

    /** Reads and parses all of them; standard input is empty. */
    public Inputs parse() {
        return parse(InputStream.nullInputStream(), () -> {});
    }

    /**
     * Reads and parses all of them.
     *
     * @param stdin what standard input is
     * @param afterEach is run after each file
     */
    public Inputs parse(InputStream stdin, Runnable afterEach) {
        List<Problem> unreadable = new ArrayList<>(problems);
        List<Parsed> parsedSpecs = parse(specs, stdin, afterEach, unreadable);
        List<Parsed> parsedEvidence = parse(evidence, stdin, afterEach, unreadable);
        return new Inputs(parsedSpecs, parsedEvidence, unreadable, skipped);
    }

    /** What cannot be opened is a problem of the run, whatever it holds; what is wrong inside is for the linter to weigh. */
    private static List<Parsed> parse(
            List<Candidate> candidates, InputStream stdin, Runnable afterEach, List<Problem> unreadable) {
        List<Parsed> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Parsed parsed = parse(candidate, stdin);
            if (parsed.problems().stream().anyMatch(p -> p.code().equals("unreadable"))) {
                unreadable.addAll(parsed.problems());
            } else {
                all.add(parsed);
            }
            afterEach.run();
        }
        return all;
    }

    /** A file that does not fit the memory leaves it free again for the others. */
    private static Parsed parse(Candidate candidate, InputStream stdin) {
        try {
            return candidate.parse(stdin, Limits.DEFAULT);
        } catch (OutOfMemoryError e) {
            SourceFile file = new SourceFile(candidate.uri(), List.of());
            return new Parsed(
                    file,
                    List.of(),
                    List.of(Problem.error(
                            "unreadable",
                            file.start(),
                            "it does not fit the memory that Java may use; the option -Xmx4g gives Java more"
                                    + " (in JAVA_OPTS or MAVEN_OPTS)")));
        }
    }
}
