package io.github.ekslint.cli;

import io.github.ekslint.cli.JudgedInputs.Judged;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
import io.github.ekslint.finding.Report;
import io.github.ekslint.report.BaselineReporter;
import io.github.ekslint.request.BaselineFile;
import java.nio.file.Path;
import java.util.List;
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

    @Option(names = "--prune", description = "Takes what is not found any more out of the file, and adds nothing.")
    private boolean prune;

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
        Judged judged = inputs.judge(around, true);
        Report report = judged.report();
        if (prune) {
            prune(judged);
        } else {
            BaselineReporter reporter = new BaselineReporter(unknowns);
            Output.toFile(report, reporter, output);
            around.err().println(reporter.summary(report) + " in " + output);
        }
        return (report.hasErrors() ? Exit.INPUT : Exit.CLEAN).status();
    }

    private void prune(Judged judged) {
        Baseline before = BaselineFile.read(output);
        List<Known> gone = before.gone(judged.report(), judged.scope());
        Baseline after = before.without(gone);
        if (!gone.isEmpty()) {
            Output.toFile(judged.report(), (report, out) -> BaselineReporter.write(after, out), output);
        }
        around.err().println("%s in %s, %d taken out".formatted(BaselineReporter.summary(after), output, gone.size()));
    }
}
