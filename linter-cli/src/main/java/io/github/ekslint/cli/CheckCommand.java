package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.config.Config;
import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.report.Detail;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    /** From which severity on a finding makes the run fail. */
    enum Threshold {
        ERROR,
        WARNING,
        INFO,
        NEVER;

        boolean reached(Severity severity) {
            return this != NEVER && severity.ordinal() <= ordinal();
        }
    }

    /** What becomes of verdicts that are unknown. */
    enum Unknowns {
        REPORT,
        FAIL,
        HIDE
    }

    private final Surroundings around;

    @Parameters(
            paramLabel = "PATH",
            description = "Files and folders; the current folder when none is given; - is standard input.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "PATH",
            description =
                    "Recorded AWS CLI and kubectl answers to join with the specs: a file or folder. May be repeated.")
    private List<String> evidence = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT[:FILE]",
            converter = Format.Reader.class,
            description = "text (default), json or sarif, on standard output or into a file. May be repeated.")
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
        List<Format> asked = Format.checked(formats);
        RuleCatalogue catalogue = RuleCatalogue.installed();
        Options options = options(new RuleChoice(catalogue));
        ReferenceData reference = Data.of(data);
        Report report = report(catalogue, reference, options);
        List<Rule> judged = catalogue.rules().stream().filter(options.rules()).toList();
        Detail detail = new Detail(unknown != Unknowns.HIDE, verbose, quiet);
        Output output = new Output(around, detail, judged);
        asked.forEach(format -> output.write(report, format));
        boolean said = asked.stream().anyMatch(f -> f.file().isEmpty());
        if (!said && !quiet) {
            output.summary(report);
        }
        return exit(report).status();
    }

    private Report report(RuleCatalogue catalogue, ReferenceData reference, Options options) {
        try (Progress progress = new Progress(around, !quiet)) {
            InputReader reader = new InputReader(around, progress);
            Inputs inputs = reader.read(paths, evidence);
            return reader.completed(new Linter(catalogue, reference).lint(inputs, options));
        }
    }

    private Options options(RuleChoice rules) {
        return new Options(
                day(),
                target(),
                Values.parameters(parameters, parameterFiles),
                strictParameters,
                rules.only(selected, ignored),
                project(rules.catalogue()));
    }

    /**
     * The configuration of the project.
     *
     * @throws UsageError with everything that is wrong in it: a run that ignores half of it would answer another question
     */
    private Config project(RuleCatalogue catalogue) {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> file = Optional.ofNullable(config).or(() -> ConfigFile.find(here));
        Config read = file.map(f -> ConfigFile.read(f, here, catalogue)).orElse(Config.NONE);
        if (!read.problems().isEmpty()) {
            throw new UsageError(read.problems().stream()
                    .map(p -> p.place() + ": " + p.message())
                    .collect(Collectors.joining("\n")));
        }
        return read;
    }

    private LocalDate day() {
        if (asOf == null) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new UsageError("--as-of “%s” is no day like 2026-11-22".formatted(asOf));
        }
    }

    private Optional<MinorVersion> target() {
        if (targetVersion == null) {
            return Optional.empty();
        }
        return Optional.of(MinorVersion.parse(targetVersion)
                .orElseThrow(() -> new UsageError(
                        "--target-version “%s” is no Kubernetes version like 1.33".formatted(targetVersion))));
    }

    private Exit exit(Report report) {
        Exit exit = Exit.CLEAN;
        for (Verdict verdict : report.verdicts()) {
            boolean counts =
                    verdict.result() == Result.FAIL || (verdict.result() == Result.UNKNOWN && unknown == Unknowns.FAIL);
            if (counts && failOn.reached(verdict.severity())) {
                exit = exit.or(Exit.FINDINGS);
            }
        }
        if (report.hasErrors() || (requireSpecs && report.specs().isEmpty())) {
            exit = exit.or(Exit.INPUT);
        }
        return exit;
    }
}
