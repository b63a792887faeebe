package io.github.ekslint.cli;

import io.github.ekslint.engine.RuleFailure;
import io.github.ekslint.report.Tool;
import io.github.ekslint.request.UsageError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Starts the command line and turns its end into an exit status. */
public final class Main {

    private Main() {}

    /** {@code ekslint <command> [options]}. */
    public static void main(String[] arguments) {
        if (Commands.judges(arguments)) {
            InstalledRules.ahead();
        }
        Surroundings surroundings = Surroundings.ofProcess();
        int status = run(surroundings, arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        System.exit(status);
    }

    /** Runs one command; never throws. */
    static int run(Surroundings around, String... arguments) {
        CommandLine line = new Commands(around)
                .line(arguments)
                .setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(Math.max(60, Math.min(around.look().width(), 100)))
                .setOverwrittenOptionsAllowed(true)
                .setColorScheme(Help.defaultColorScheme(around.look().colours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> misused(around, e))
                .setExecutionExceptionHandler((e, c, r) -> failed(around, e, verbose(arguments)));
        line.getCommandSpec()
                .version(Tool.current().name() + " " + Tool.current().version());
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return failed(around, e, verbose(arguments));
        }
    }

    private static boolean verbose(String[] arguments) {
        return Arrays.asList(arguments).contains("--verbose");
    }

    private static int misused(Surroundings around, CommandLine.ParameterException e) {
        around.err().println("ekslint: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, new PrintWriter(around.err(), true, StandardCharsets.UTF_8));
        around.err().println("Try “" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help”.");
        return Exit.INPUT.status();
    }

    private static int failed(Surroundings around, Throwable e, boolean verbose) {
        if (e instanceof UsageError) {
            around.err().println("ekslint: " + e.getMessage());
            return Exit.INPUT.status();
        }
        if (e instanceof OutOfMemoryError) {
            around.err()
                    .println("ekslint: the inputs do not fit the memory Java may use; JAVA_OPTS=-Xmx4g gives it more.");
            return Exit.INPUT.status();
        }
        String what = e instanceof RuleFailure ? e.getMessage() : e.toString();
        around.err()
                .println("ekslint: this is a bug in ekslint, not in your files: " + what
                        + (verbose ? "" : " (--verbose shows where it happened)"));
        if (verbose) {
            e.printStackTrace(around.err());
        }
        return Exit.BUG.status();
    }
}
