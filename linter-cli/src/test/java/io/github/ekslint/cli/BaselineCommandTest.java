package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

    @TempDir
    private Path folder;

    private String baseline = "";

    @BeforeEach
    void recorded() throws IOException {
        baseline = folder.resolve("known.json").toString();
        Files.writeString(folder.resolve("bad.yaml"), Specs.ONE_ZONE);
        Run run = Run.of("baseline", folder.toString(), "--select", "EKS-NET-001", "--output", baseline);
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("1 known finding in " + baseline);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aKnownFindingDoesNotFailTheRun() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "# moved by a line\n" + Specs.ONE_ZONE);
        Run run = check();
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("0 errors", "1 baselined");
    }

    @Test
    void anotherFindingDoes() throws IOException {
        Files.writeString(folder.resolve("new.yaml"), Specs.ONE_ZONE.replace("orders", "billing"));
        Run run = check();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("1 error,", "1 baselined", "new.yaml").doesNotContain("bad.yaml:");
    }

    @Test
    void whatIsNoBaselineIsRefused() {
        Run run = Run.of(
                "check",
                folder.toString(),
                "--baseline",
                folder.resolve("bad.yaml").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is no baseline");
    }

    @Test
    void aFolderThatIsNotThereIsNoPlaceForIt() {
        Run run = Run.of(
                "baseline",
                folder.toString(),
                "--output",
                folder.resolve("none/x.json").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written: there is no such file or folder");
    }

    private Run check() {
        return Run.of("check", folder.toString(), "--select", "EKS-NET-001", "--baseline", baseline);
    }
}
