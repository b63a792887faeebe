package io.github.ekslint.finding;

import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run found.
 *
 * @param asOf the day it was judged for
 * @param specs the estates that were judged, by file
 * @param verdicts one for every rule, subject and part, sorted
 * @param problems what kept inputs from being read, sorted
 * @param skipped files that hold nothing for ekslint, and why
 * @param files how many files were looked at
 * @param rules how many rules were judged
 * @param upgrades one for every cluster, when an upgrade is asked about
 */
public record Report(
        LocalDate asOf,
        List<Spec> specs,
        List<Verdict> verdicts,
        List<Problem> problems,
        List<Skipped> skipped,
        int files,
        int rules,
        List<Upgrade> upgrades) {

    /** Keeps its own copies, sorted. */
    public Report {
        specs = List.copyOf(specs);
        verdicts = verdicts.stream().sorted().toList();
        problems = problems.stream().distinct().sorted().toList();
        skipped = List.copyOf(skipped);
        upgrades = List.copyOf(upgrades);
    }

    /** A report of a run that asked about no upgrade. */
    public Report(
            LocalDate asOf,
            List<Spec> specs,
            List<Verdict> verdicts,
            List<Problem> problems,
            List<Skipped> skipped,
            int files,
            int rules) {
        this(asOf, specs, verdicts, problems, skipped, files, rules, List.of());
    }

    /** The verdicts that ended so and count. */
    public List<Verdict> with(Result result) {
        return verdicts.stream()
                .filter(v -> v.result() == result && v.isActive())
                .toList();
    }

    /** The same with other verdicts. */
    public Report withVerdicts(List<Verdict> others) {
        return new Report(asOf, specs, others, problems, skipped, files, rules, upgrades);
    }

    /** The same with other upgrades. */
    public Report withUpgrades(List<Upgrade> others) {
        return new Report(asOf, specs, verdicts, problems, skipped, files, rules, others);
    }

    /** Whether a part of the input that looked like ours could not be read. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /**
     * An estate that was judged.
     *
     * @param file its main spec, or the first of its recordings
     * @param dialect of that file
     * @param estate its id
     */
    public record Spec(SourceFile file, String dialect, String estate, List<NamedCluster> clusters) {
        /** Keeps its own copy of the clusters. */
        public Spec {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * A cluster of an estate.
     *
     * @param name empty when not known
     * @param region empty when not known
     */
    public record NamedCluster(String name, String region) {}

    /**
     * A file that holds nothing for ekslint.
     *
     * @param uri as reports name it
     * @param why as a clause
     */
    public record Skipped(String uri, String why) {}
}
