package io.github.ekslint.cli;

import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code ekslint rehearse}: judges a commit of some examples of the rules, in every dialect. Scripts have Java keep the classes that
 * this takes; who starts with them starts faster.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Judges examples of the rules in the current folder, which has to be empty, and prints nothing.")
final class RehearseCommand implements Callable<Integer> {

    private final Surroundings around;

    RehearseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path folder = Path.of("").toAbsolutePath();
        write(folder);
        Map<String, String> environment = new HashMap<>(around.environment());
        // a hook is told which repository it works for
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.equals("GIT_EXEC_PATH"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings quiet = new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, Map.copyOf(environment), false, false);
        boolean staged = stage(new Git(folder, environment));
        return staged
                ? Main.run(quiet, "check", "--fail-on", "never", "--staged")
                : Main.run(quiet, "check", "--fail-on", "never");
    }

    /** The first bad example of each dialect in each category. */
    private static void write(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new UsageError("%s is not empty".formatted(folder));
            }
            RuleCatalogue catalogue = InstalledRules.get();
            Map<String, String> chosen = new HashMap<>();
            for (Rule rule : catalogue.rules()) {
                for (String file : rule.examples()) {
                    String example = rule.id() + "-" + file.replaceFirst("/.*", "");
                    String dialect = example.replaceFirst("[^.]*", "");
                    if (file.startsWith("bad-")
                            && chosen.computeIfAbsent(rule.category() + dialect, k -> example)
                                    .equals(example)) {
                        copy(catalogue, rule, file, folder);
                    }
                }
            }
        } catch (IOException e) {
            throw new UsageError("%s cannot be written: %s".formatted(folder, Reasons.of(e)));
        }
    }

    private static void copy(RuleCatalogue catalogue, Rule rule, String example, Path folder) throws IOException {
        Path file = folder.resolve(rule.id()).resolve(example);
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream in = catalogue.packOf(rule).open(rule.folder() + "/examples/" + example)) {
            Files.copy(in, file);
        }
    }

    private static boolean stage(Git git) {
        try {
            git.run("init", "--quiet");
            git.run("add", "--all");
            return true;
        } catch (UsageError withoutGit) {
            return false;
        }
    }
}
