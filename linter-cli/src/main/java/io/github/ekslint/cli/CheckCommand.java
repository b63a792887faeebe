package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.report.Detail;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Request;
import io.github.ekslint.request.Threshold;
import io.github.ekslint.request.Unknowns;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ekslint check}: lints files and folders. */
@Command(
        name = "check",
        description = "Checks cluster specs in files and folders.",
        sortOptions = false,
        exitCodeListHeading = "%nExit status (the highest applies):%n",
        exitCodeList = {
            "0:nothing at or above the threshold of --fail-on",
            "1:findings at or above the threshold",
            "2:it could not run, or an input that looks like a cluster spec could not be read",
            "3:a bug in ekslint"
        })
final class CheckCommand implements Callable<Integer> {

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final Surroundings around;

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
            names = "--staged",
            description =
                    "Reads what git would commit, not the files as they are, and judges the estates that the commit"
                            + " touches, or those with a named file.")
    private boolean staged;

    @Option(
            names = "--context",
            paramLabel = "PATH",
            description =
                    "Files and folders that are read for what they add to the others, and not judged themselves. May"
                            + " be repeated. With --staged, the whole repository by default.")
    private List<String> context = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT[:FILE]",
            converter = Format.Reader.class,
            description =
                    "text (default), json, sarif, github, gitlab or markdown, on standard output or into a file. May be"
                            + " repeated.")
    private List<Format> formats = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "error (default), warning, info or never: from which severity on findings give exit status 1.")
    private Threshold failOn = Threshold.ERROR;

    @Option(
            names = "--unknown",
            paramLabel = "HOW",
            description = "report (default), fail or hide what cannot be told from the inputs.")
    private Unknowns unknown = Unknowns.REPORT;

    @Option(
            names = "--param",
            paramLabel = "[SCOPE:]NAME=VALUE",
            description = "A value for a parameter, variable or placeholder of a spec. May be repeated.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--param-file",
            paramLabel = "FILE",
            description = "YAML or JSON with such values by name. May be repeated.")
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

    @Option(names = "--require-specs", description = "Exit status 2 when there is no EKS spec at all.")
    private boolean requireSpecs;

    @Option(
            names = "--verbose",
            description = "Also prints what passed, what does not apply, and which files were skipped.")
    private boolean verbose;

    @Option(names = "--quiet", description = "Prints findings and problems only.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (verbose && quiet) {
            throw new UsageError("--verbose and --quiet contradict each other");
        }
        if (paths.contains("-") && (staged || evidence.contains("-"))) {
            throw new UsageError(
                    staged ? "standard input is not staged" : "standard input is either a spec or evidence");
        }
        List<Format> asked = Format.checked(formats);
        RuleCatalogue catalogue = RuleCatalogue.installed();
        try (Origin origin = staged ? Index.open(new Git(HERE, around.environment())) : new Disk(around.in())) {
            Optional<Path> settings = Optional.ofNullable(config).or(origin::configuration);
            Options options = request(settings).options(catalogue, origin::option);
            Linter linter = new Linter(catalogue, BuiltInData.with(data, origin::option));
            Report report = linter.lint(inputs(origin, settings, linter), options);
            List<Rule> judged =
                    catalogue.rules().stream().filter(options.rules()).toList();
            Output output = new Output(around, new Detail(unknown != Unknowns.HIDE, verbose, quiet), judged);
            asked.forEach(format -> output.write(report, format));
            boolean said = asked.stream().anyMatch(f -> f.file().isEmpty());
            if (!said && !quiet) {
                output.summary(report);
            }
            return exit(report).status();
        }
    }

    private Inputs inputs(Origin origin, Optional<Path> configuration, Linter linter) {
        List<String> settings = Stream.of(configuration.stream(), parameterFiles.stream(), data.stream())
                .flatMap(files -> files.map(Path::toString))
                .toList();
        try (Progress progress = new Progress(around, !quiet)) {
            return new InputReader(origin, progress)
                    .read(new InputReader.Asked(paths, evidence, context, settings), linter);
        }
    }

    private Request request(Optional<Path> settings) {
        return new Request(
                HERE,
                Optional.ofNullable(asOf),
                Optional.ofNullable(targetVersion),
                parameters,
                parameterFiles,
                strictParameters,
                selected,
                ignored,
                settings);
    }

    private Exit exit(Report report) {
        Exit exit = new Gate(failOn, unknown).failing(report).isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
        if (report.hasErrors() || (requireSpecs && report.specs().isEmpty())) {
            exit = exit.or(Exit.INPUT);
        }
        return exit;
    }
}
