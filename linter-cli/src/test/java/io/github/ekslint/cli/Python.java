package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A program from PyPI, installed once below {@code target}.
 *
 * @param name of the package and of its program
 */
record Python(String name, String version) {

    static final Python PRE_COMMIT = new Python("pre-commit", "4.7.0");
    static final Python PREK = new Python("prek", "0.5.11");
    static final Python CHECK_JSONSCHEMA = new Python("check-jsonschema", "0.39.0");

    /** Its executable; tests are skipped where there is no Python to run it with. */
    Path executable() throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(Jar.path().getParent()).resolve(name + "-" + version);
        Path executable = folder.resolve("bin").resolve(name);
        if (!Files.exists(executable)) {
            assumeThat(succeeds("python3", "-m", "venv", folder.toString()))
                    .as("python3 with venv (Debian: python3-venv) can be started")
                    .isTrue();
            Path pip = folder.resolve("bin/pip");
            assertThat(succeeds(pip.toString(), "install", "--quiet", name + "==" + version))
                    .as("%s can be installed from PyPI", name)
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
