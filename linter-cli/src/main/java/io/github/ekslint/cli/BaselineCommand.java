package io.github.ekslint.cli;

import io.github.ekslint.finding.Report;
import io.github.ekslint.report.BaselineReporter;
import io.github.ekslint.request.BaselineFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ekslint baseline}: records what is found, so that only what comes later counts. */
@Command(
        name = "baseline",
        description = {
            "Records the findings of cluster specs, so that “ekslint check --baseline FILE” fails only for others.",
            "The file is replaced; start both commands in the same folder."
        },
        sortOptions = false)
final class BaselineCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final JudgedInputs inputs = new JudgedInputs();

    @Option(names = "--unknowns", description = "Also records what cannot be told, for runs with --unknown fail.")
    private boolean unknowns;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the baseline goes; " + BaselineFile.NAME + " by default.")
    private Path output = Path.of(BaselineFile.NAME);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    BaselineCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Report report = inputs.judge(around, true).report();
        BaselineReporter reporter = new BaselineReporter(unknowns);
        Output.toFile(report, reporter, output);
        around.err().println(reporter.summary(report) + " in " + output);
        return (report.hasErrors() ? Exit.INPUT : Exit.CLEAN).status();
    }
}
