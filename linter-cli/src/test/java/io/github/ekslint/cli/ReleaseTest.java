package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the commit and the tag of a release, with a stand-in for the two builds. */
class ReleaseTest {

    private static final Path PROJECT = Path.of("..");
    private static final String SUM = "0123456789abcdef".repeat(4);

    @TempDir
    private Path temporary;

    private Repository clone;

    @BeforeEach
    void aClone() throws Exception {
        assumeThat(new File("/bin/bash")).exists();
        clone = Repository.in(temporary.resolve("a clone"));
        for (String file : List.of("dist/release", "dist/release.properties", "pom.xml")) {
            clone.write(file, Files.readString(PROJECT.resolve(file)));
        }
        clone.write("CHANGELOG.md", "# Changelog\n\n## [1.2.3] - 2027-01-31\n");
        builds("echo \"$*\" >../built; echo '%s  ./linter-cli/target/ekslint.jar'".formatted(SUM));
    }

    private void builds(String script) throws Exception {
        clone.write(".ci/reproducible", "#!/bin/sh\n" + script + "\n");
        for (String file : List.of("dist/release", ".ci/reproducible")) {
            assertThat(clone.folder().resolve(file).toFile().setExecutable(true))
                    .isTrue();
        }
        clone.commit(".");
    }

    @Test
    void theTagNamesTheChecksumOfTheJarThatItsCommitGives() throws Exception {
        Run run = release("1.2.3");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(temporary.resolve("built")).hasContent("-Prelease -Drevision=1.2.3 -o");
        assertThat(clone.git("status", "--porcelain")).isEmpty();
        assertThat(clone.git("show", "v1.2.3:dist/release.properties").lines().filter(l -> !l.startsWith("#")))
                .containsExactly(
                        "version=1.2.3",
                        "path=io/github/ekslint/linter-cli/1.2.3/linter-cli-1.2.3-standalone.jar",
                        "sha256=" + SUM);
        assertThat(clone.git("show", "v1.2.3:pom.xml"))
                .contains("<project.build.outputTimestamp>2027-01-31T00:00:00Z</project.build.outputTimestamp>");
    }

    @Test
    void whatIsNotReadyIsNotReleased() throws Exception {
        assertThat(release("1.2").err()).contains("the version to release is missing");
        assertThat(release("1.2.4").err()).contains("CHANGELOG.md has no line “## [1.2.4] - YYYY-MM-DD”");
        clone.write("CHANGELOG.md", "");
        assertThat(release("1.2.3").err()).contains("not committed");
        assertThat(clone.git("tag")).isEmpty();
    }

    @Test
    void buildsThatDifferAreNoRelease() throws Exception {
        builds("echo 'the builds differ'; exit 1");
        assertThat(release("1.2.3").err()).contains("not the same in every build", "the builds differ");
        assertThat(clone.git("tag")).isEmpty();
    }

    private Run release(String version) throws Exception {
        return clone.start(List.of("dist/release", version, "-o"));
    }
}
