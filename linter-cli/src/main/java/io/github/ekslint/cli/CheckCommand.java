package io.github.ekslint.cli;

import io.github.ekslint.cli.JudgedInputs.Judged;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Report;
import io.github.ekslint.report.Detail;
import io.github.ekslint.request.BaselineFile;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Threshold;
import io.github.ekslint.request.Unknowns;
import io.github.ekslint.request.UsageError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    private final Surroundings around;

    @Mixin
    private final JudgedInputs inputs = new JudgedInputs();

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
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings in this file, which “ekslint baseline” writes, do not count.")
    private @Nullable Path baseline;

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
        try (Origin origin = origin()) {
            Baseline known = baseline == null ? Baseline.NONE : BaselineFile.read(baseline, origin::option);
            Judged judged = inputs.judge(around, !quiet, origin, context, Collections.singletonList(baseline));
            Report report = known.applied(judged.report());
            Detail detail = new Detail(unknown != Unknowns.HIDE, verbose, quiet);
            Output output = new Output(around, detail, judged.rules());
            asked.forEach(format -> output.write(report, format));
            boolean said = asked.stream().anyMatch(f -> f.file().isEmpty());
            if (!said && !quiet) {
                output.summary(report);
            }
            if (!quiet) {
                mention(known, judged);
            }
            return exit(report).status();
        }
    }

    /** What is known and not found any more is worth a line: it would hide the same defect when it comes back. */
    private void mention(Baseline known, Judged judged) {
        if (baseline != null) {
            BaselineFile.note(
                            baseline,
                            known.gone(judged.report(), judged.scope()),
                            "“ekslint baseline --prune” takes out what is gone")
                    .ifPresent(note -> around.err().println("ekslint: " + note));
        }
    }

    private Origin origin() {
        return staged
                ? Index.open(new Git(Path.of("").toAbsolutePath(), around.environment()))
                : new Disk(around.in(), Path.of(""));
    }

    private Exit exit(Report report) {
        Exit exit = new Gate(failOn, unknown).failing(report).isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
        if (report.hasErrors() || (requireSpecs && report.specs().isEmpty())) {
            exit = exit.or(Exit.INPUT);
        }
        return exit;
    }
}
