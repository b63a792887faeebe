package io.github.ekslint.request;

import io.github.ekslint.Inputs;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Known;
import io.github.ekslint.finding.Report;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which known findings a run would have found, were they still there: those of its rules, in files that it read or that are no more.
 *
 * @param rules the ids of those that were judged; none when the run says nothing about what is known
 * @param files that were read, as reports name them
 * @param folder what these names are relative to
 */
public record Scope(Set<String> rules, Set<String> files, Path folder) implements Predicate<Known> {

    /** Keeps its own copies. */
    public Scope {
        rules = Set.copyOf(rules);
        files = Set.copyOf(files);
    }

    /**
     * That of a run. One that is about some files only, that could not read all, or that asks about an upgrade would not have found
     * everything.
     */
    public static Scope of(Inputs inputs, Options options, RuleCatalogue catalogue, Report report, Path folder) {
        boolean whole = inputs.about().isEmpty() && options.target().isEmpty() && !report.hasErrors();
        return new Scope(
                catalogue.rules().stream()
                        .filter(options.rules())
                        .filter(r -> whole && options.config().apply(r).isPresent())
                        .map(Rule::id)
                        .collect(Collectors.toSet()),
                Stream.concat(inputs.specs().stream(), inputs.evidence().stream())
                        .map(Parsed::file)
                        .map(f -> f.uri())
                        .collect(Collectors.toSet()),
                folder);
    }

    @Override
    public boolean test(Known known) {
        return rules.contains(known.rule())
                && (files.contains(known.file()) || !Files.exists(folder.resolve(known.file())));
    }
}
