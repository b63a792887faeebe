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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

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

    private static final String UNREADABLE = "unreadable";

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
            read(candidate.uri(), () -> candidate.parse(stdin, Limits.DEFAULT), unreadable)
                    .ifPresent(all::add);
            afterEach.run();
        }
        return all;
    }

    /**
     * Reads one file. One that does not fit the memory leaves it free again for the others.
     *
     * @param uri how reports name it
     * @param reading reads and parses it
     * @param unreadable gets the reason when it cannot be opened
     * @return empty when it cannot be opened
     */
    public static Optional<Parsed> read(String uri, Supplier<Parsed> reading, List<Problem> unreadable) {
        try {
            Parsed parsed = reading.get();
            if (parsed.problems().stream().noneMatch(p -> p.code().equals(UNREADABLE))) {
                return Optional.of(parsed);
            }
            unreadable.addAll(parsed.problems());
        } catch (OutOfMemoryError e) {
            unreadable.add(Problem.error(
                    UNREADABLE,
                    new SourceFile(uri, List.of()).start(),
                    "it does not fit the memory that Java may use; the option -Xmx4g gives Java more"
                            + " (in JAVA_OPTS or MAVEN_OPTS)"));
        }
        return Optional.empty();
    }
}
