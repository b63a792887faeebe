package io.github.ekslint.cli;

import io.github.ekslint.report.Ink;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.RulesJson;
import io.github.ekslint.rule.Rule;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ekslint rules}: lists the rules. */
@Command(name = "rules", description = "Lists the rules.")
final class RulesCommand implements Callable<Integer> {

    /** How the list is written. */
    enum Shape {
        TEXT,
        JSON
    }

    private final Surroundings around;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json, which has all metadata.")
    private Shape format = Shape.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    RulesCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        List<Rule> rules = InstalledRules.get().rules();
        if (format == Shape.JSON) {
            try {
                Writer writer = new OutputStreamWriter(around.out(), StandardCharsets.UTF_8);
                RulesJson.write(rules, writer);
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            table(rules, around.out(), around.look());
        }
        return Exit.CLEAN.status();
    }

    private static void table(List<Rule> rules, PrintStream out, Look look) {
        for (Rule rule : rules) {
            String severity = rule.severity().id();
            out.append(look.paint(Ink.STRONG, "%-12s".formatted(rule.id())))
                    .append(look.paint(Ink.of(rule.severity()), "%-8s".formatted(severity)))
                    .append(rule.title())
                    .append('\n');
        }
        out.append("\n%d rules; “ekslint explain ID” tells more about one\n".formatted(rules.size()));
    }
}
