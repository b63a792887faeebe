package io.github.ekslint.cli;

import io.github.ekslint.evidence.EvidenceScript;
import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ekslint evidence}: prints the script that records what runs. */
@Command(
        name = "evidence",
        description = {
            "Prints a shell script of read-only AWS CLI and kubectl commands that records what the rules want to know about"
                    + " one cluster.",
            "Nothing is run and nobody is called: read the script, run it where you have access, and pass the folder it"
                    + " makes to “ekslint check --evidence”."
        },
        sortOptions = false)
final class EvidenceCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(names = "--cluster", required = true, paramLabel = "NAME", description = "The cluster's name.")
    private String cluster = "";

    @Option(
            names = "--region",
            required = true,
            paramLabel = "REGION",
            description = "The Region code, such as eu-central-1.")
    private String region = "";

    @Option(names = "--output", paramLabel = "FILE", description = "Where the script goes; standard output by default.")
    private @Nullable Path output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    EvidenceCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (cluster.isBlank() || region.isBlank()) {
            throw new UsageError("--cluster and --region are not empty");
        }
        String script = EvidenceScript.render(cluster, region);
        if (output == null) {
            around.out().print(script);
        } else {
            try {
                Files.writeString(output, script, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UsageError("%s cannot be written: %s".formatted(output, Reasons.of(e)));
            }
        }
        return Exit.CLEAN.status();
    }
}
