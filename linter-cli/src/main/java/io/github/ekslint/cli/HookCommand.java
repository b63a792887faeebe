package io.github.ekslint.cli;

import io.github.ekslint.request.UsageError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ekslint hook}: puts ekslint into the repository as git's pre-commit hook, and takes it out again. */
@Command(
        name = "hook",
        description =
                "Installs or uninstalls a git hook that checks every commit, for teams without pre-commit or prek.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HookCommand.Install.class, HookCommand.Uninstall.class})
final class HookCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    @Override
    public void run() {
        CommandSpec here = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(here.commandLine(), "a command is missing: install or uninstall");
    }

    /** {@code ekslint hook install}. */
    @Command(name = "install", description = "Makes git run “ekslint check --staged” before every commit.")
    static final class Install implements Callable<Integer> {
        private final Surroundings around;

        @Parameters(
                paramLabel = "OPTION",
                description =
                        "Options of “ekslint check” that the hook gives it, after --: hook install -- --fail-on warning")
        private List<String> options = new ArrayList<>();

        @Option(
                names = "--replace",
                description = "Puts a hook of another origin aside, which “hook uninstall” brings back.")
        private boolean replace;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Prints this help.")
        private boolean help;

        Install(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() {
            if (!options.isEmpty() && !options.get(0).startsWith("-")) {
                throw new UsageError("“%s” is no option of “ekslint check”".formatted(options.get(0)));
            }
            GitHook hook = GitHook.of(new Git(Path.of("").toAbsolutePath(), around.environment()));
            hook.install(new HookScript(Launch.ofProcess(), options), replace);
            around.out().println("installed " + hook.file());
            return Exit.CLEAN.status();
        }
    }

    /** {@code ekslint hook uninstall}. */
    @Command(name = "uninstall", description = "Takes the hook out again, and brings back one that was put aside.")
    static final class Uninstall implements Callable<Integer> {
        private final Surroundings around;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Prints this help.")
        private boolean help;

        Uninstall(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() {
            GitHook hook = GitHook.of(new Git(Path.of("").toAbsolutePath(), around.environment()));
            around.out().println(hook.uninstall() ? "uninstalled " + hook.file() : "there is no hook of ekslint");
            return Exit.CLEAN.status();
        }
    }
}
