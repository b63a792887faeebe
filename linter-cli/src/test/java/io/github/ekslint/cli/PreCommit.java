package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The real pre-commit, installed once below {@code target}. */
final class PreCommit {

    private static final String VERSION = "4.7.0";

    private PreCommit() {}

    /** Its executable; tests are skipped where there is no Python to run it with. */
    static Path executable() throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(Jar.path().getParent()).resolve("pre-commit-" + VERSION);
        Path executable = folder.resolve("bin/pre-commit");
        if (!Files.exists(executable)) {
            assumeThat(succeeds("python3", "-m", "venv", folder.toString()))
                    .as("python3 with venv (Debian: python3-venv) can be started")
                    .isTrue();
            Path pip = folder.resolve("bin/pip");
            assertThat(succeeds(pip.toString(), "install", "--quiet", "pre-commit==" + VERSION))
                    .as("pre-commit can be installed from PyPI")
                    .isTrue();
        }
        return executable;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
