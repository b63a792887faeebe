package io.github.ekslint.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
        name = "ekslint",
        description =
                "Checks Amazon EKS cluster specs: will the cluster work, stay supported and stay private, and if that"
                        + " cannot be told, what is missing to tell?",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status: 0 nothing at or above the threshold, 1 findings, 2 it could not run or an input could not be"
                    + " read, 3 a bug in ekslint; the highest applies."
        })
final class Ekslint implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    @Override
    public void run() {
        CommandSpec here = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(
                here.commandLine(), "a command is missing: check, baseline, explain, rules, evidence, hook or help");
    }
}
