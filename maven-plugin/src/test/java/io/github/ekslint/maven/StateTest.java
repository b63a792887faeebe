package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.report.Detail;
import io.github.ekslint.report.ReportFormat;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Request;
import io.github.ekslint.request.Threshold;
import io.github.ekslint.request.Unknowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

    @TempDir
    private Path folder;

    private String day = "2026-11-22";
    private Threshold failOn = Threshold.ERROR;

    @BeforeEach
    void aRunPassed() throws IOException {
        for (String name : List.of(
                "specs/a.yaml",
                "recorded/b.json",
                "values.yaml",
                "table.yaml",
                ".ekslint.yaml",
                "out/report.txt",
                "pack.jar")) {
            write(name);
        }
        state().passed("0 errors");
    }

    @Test
    void whatIsTheSameIsNotDoneAgain() {
        assertThat(state().unchanged()).contains("0 errors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specs/a.yaml",
                "specs/new.yaml",
                "recorded/b.json",
                "recorded/new.json",
                "values.yaml",
                "table.yaml",
                ".ekslint.yaml",
                "baseline.json",
                "out/report.txt",
                "pack.jar"
            })
    void aFileThatChangesCounts(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + "# more\n");
        assertThat(state().unchanged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"specs/a.yaml", "recorded/b.json", "values.yaml", "out/report.txt"})
    void aFileThatIsGoneCounts(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertThat(state().unchanged()).isEmpty();
    }

    @Test
    void theDayCounts() {
        day = "2026-11-23";
        assertThat(state().unchanged()).isEmpty();
    }

    @Test
    void settingsCount() {
        failOn = Threshold.WARNING;
        assertThat(state().unchanged()).isEmpty();
    }

    @Test
    void aRunThatFailsIsForgotten() {
        state().forget();
        assertThat(state().unchanged()).isEmpty();
    }

    @Test
    void aDamagedFileIsNoState() throws IOException {
        Files.write(folder.resolve("out/check.state"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(state().unchanged()).isEmpty();
    }

    private State state() {
        Request request = new Request(
                folder,
                Optional.of(day),
                Optional.empty(),
                List.of(),
                List.of(folder.resolve("values.yaml")),
                false,
                List.of(),
                List.of(),
                Optional.of(folder.resolve(".ekslint.yaml")));
        Settings settings = new Settings(
                folder,
                List.of(folder.resolve("specs")),
                List.of(),
                List.of(),
                List.of(folder.resolve("recorded")),
                request,
                List.of(folder.resolve("table.yaml")),
                folder.resolve("baseline.json"),
                new Gate(failOn, Unknowns.REPORT),
                false,
                Detail.USUAL,
                List.of(ReportFormat.TEXT),
                folder.resolve("out"));
        return State.of(
                folder.resolve("out/check.state"),
                settings,
                new Run(settings).files(),
                List.of(folder.resolve("pack.jar").toFile()));
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name + "\n");
    }
}
