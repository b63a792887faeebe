package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.request.Request;
import io.github.ekslint.request.Scope;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is judged, and how: the options that commands which judge have in common. */
final class JudgedInputs {

    /**
     * What the linter says.
     *
     * @param rules that were judged
     * @param scope which known findings would have been found
     */
    record Judged(Report report, List<Rule> rules, Scope scope) {}

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Files and folders; the current folder when none is given (with --staged, what is staged); - is"
                            + " standard input.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "PATH",
            description =
                    "Recorded AWS CLI and kubectl answers to join with the specs: a file or folder. May be repeated.")
    private List<String> evidence = new ArrayList<>();

    @Option(
            names = "--param",
            paramLabel = "[SCOPE:]NAME=VALUE",
            description = "A value for a parameter, variable or placeholder of a spec. May be repeated.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--param-file",
            paramLabel = "FILE",
            description = "YAML, JSON or .tfvars with such values by name. May be repeated.")
    private List<Path> parameterFiles = new ArrayList<>();

    @Option(names = "--strict-params", description = "The default of a parameter counts as not known.")
    private boolean strictParameters;

    @Option(
            names = "--target-version",
            paramLabel = "1.NN",
            description = "The Kubernetes version an upgrade is planned to.")
    private @Nullable String targetVersion;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judges as on that day, such as 2026-11-22 (UTC); today by default.")
    private @Nullable String asOf;

    @Option(names = "--select", paramLabel = "IDS", split = ",", description = "Only these rules, separated by commas.")
    private List<String> selected = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "IDS",
            split = ",",
            description = "All but these rules, separated by commas.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration of the project; .ekslint.yaml in this folder or above by default.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Tables that replace built-in reference data. May be repeated.")
    private List<Path> data = new ArrayList<>();

    /**
     * What the linter says about them.
     *
     * @param bar whether a person may be shown how far it is
     * @throws UsageError when they cannot be judged as asked
     */
    Judged judge(Surroundings around, boolean bar) {
        try (Origin origin = new Disk(around.in(), Path.of(""))) {
            return judge(around, bar, origin, List.of(), List.of());
        }
    }

    /**
     * The same with files from elsewhere.
     *
     * @param context files and folders that are read for what they add, and not judged themselves
     * @param settings other files that govern the whole run: where one is to be judged, all are
     */
    Judged judge(Surroundings around, boolean bar, Origin origin, List<String> context, List<@Nullable Path> settings) {
        if (paths.contains("-") && evidence.contains("-")) {
            throw new UsageError("standard input is either a spec or evidence");
        }
        RuleCatalogue catalogue = InstalledRules.get();
        Optional<Path> configuration = Optional.ofNullable(config).or(origin::configuration);
        Options options = request(configuration).options(catalogue, origin::option);
        Linter linter = new Linter(catalogue, BuiltInData.with(data, origin::option));
        List<String> governing = Stream.of(
                        configuration.stream(), parameterFiles.stream(), data.stream(), settings.stream())
                .flatMap(files -> files.filter(Objects::nonNull).map(Path::toString))
                .toList();
        try (Progress progress = new Progress(around, bar)) {
            Inputs inputs = new InputReader(origin, progress)
                    .read(new InputReader.Asked(paths, evidence, context, governing), linter);
            Report report = linter.lint(inputs, options);
            return new Judged(
                    report,
                    catalogue.rules().stream().filter(options.rules()).toList(),
                    Scope.of(inputs, options, catalogue, report, Path.of("")));
        }
    }

    private Request request(Optional<Path> configuration) {
        return new Request(
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(asOf),
                Optional.ofNullable(targetVersion),
                parameters,
                parameterFiles,
                strictParameters,
                selected,
                ignored,
                configuration);
    }
}
