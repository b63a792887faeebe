package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void whatIsGoneIsMentionedAndTakenOutOnRequest() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), Specs.TWO_ZONES);
        Run run = check();
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains(baseline + " knows of a finding that is not there any more (EKS-NET-001 in ", "bad.yaml)");
        assertThat(check("--quiet").err()).isEmpty();
        Files.writeString(folder.resolve("new.yaml"), Specs.ONE_ZONE.replace("orders", "billing"));
        assertThat(prune().err()).contains("0 known findings in " + baseline + ", 1 taken out");
        assertThat(check().err()).isEmpty();
        assertThat(check().status()).as("pruning adds nothing").isEqualTo(1);
    }

    @Test
    void whatIsGoneWithItsFileIsGone() throws IOException {
        Files.move(folder.resolve("bad.yaml"), folder.resolve("renamed.yaml"));
        assertThat(check().err()).contains("is not there any more");
    }

    @Test
    void aRunThatWouldNotHaveFoundItSaysNothing() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), Specs.TWO_ZONES);
        Path other = Files.writeString(folder.resolve("other.yaml"), Specs.TWO_ZONES.replace("orders", "billing"));
        assertThat(Run.of("check", other.toString(), "--select", "EKS-NET-001", "--baseline", baseline)
                        .err())
                .as("another file")
                .isEmpty();
        assertThat(Run.of("check", folder.toString(), "--select", "EKS-NET-002", "--baseline", baseline)
                        .err())
                .as("another rule")
                .isEmpty();
        assertThat(check("--target-version", "1.40").err())
                .as("another question")
                .isEmpty();
        Files.writeString(folder.resolve("broken.yaml"), Specs.BROKEN);
        assertThat(check().err()).as("not all was read").isEmpty();
        assertThat(prune().err()).contains("1 known finding in " + baseline + ", 0 taken out");
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

    private Run check(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("check", folder.toString(), "--select", "EKS-NET-001", "--baseline", baseline));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Run prune() {
        return Run.of("baseline", "--prune", folder.toString(), "--select", "EKS-NET-001", "--output", baseline);
    }
}
