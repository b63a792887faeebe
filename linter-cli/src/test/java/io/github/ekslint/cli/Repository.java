package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real git repository of a test, apart from the settings and hooks of the machine. */
final class Repository {

    private final Path folder;
    private final Map<String, String> environment;

    private Repository(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** A new one, without a commit. */
    static Repository in(Path folder) throws IOException, InterruptedException {
        assumeThat(isThere()).as("git is installed").isTrue();
        Files.createDirectories(folder);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("PRE_COMMIT"));
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("EKSLINT_ARCHIVE", "never");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "somebody");
            environment.put("GIT_" + who + "_EMAIL", "somebody@example.com");
        }
        Repository repository = new Repository(folder, environment);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** The same repository, with one environment variable more. */
    Repository with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Repository(folder, more);
    }

    /** The same repository seen from another folder. */
    Repository from(Path other) {
        return new Repository(other, environment);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** As the command line sees it. */
    Git asGit() {
        return new Git(folder, environment);
    }

    Repository write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    /** Runs git, which has to succeed. */
    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Run run = start(command);
        assertThat(run.status()).as("%s: %s%s", command, run.out(), run.err()).isZero();
        return run.out();
    }

    /** Runs any command here. */
    Run start(List<String> command) throws IOException, InterruptedException {
        Path err = Files.createTempFile("err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Run run = new Run(process.waitFor(), out, Files.readString(err));
        Files.delete(err);
        return run;
    }

    Repository commit(String... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("add", "--"));
        command.addAll(List.of(files));
        git(command.toArray(String[]::new));
        git("commit", "--quiet", "--no-verify", "--message", "some change");
        return this;
    }
}
