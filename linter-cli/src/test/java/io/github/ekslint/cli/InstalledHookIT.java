package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook that the standalone jar installs, in a real repository. */
class InstalledHookIT {

    private static final List<String> INSTALL =
            List.of("hook", "install", "--", "--select", "EKS-NET-001", "--as-of", "2026-11-22");

    @TempDir
    private Path temporary;

    private Repository repository;
    private Path cache;

    @BeforeEach
    void install() throws Exception {
        cache = temporary.resolve("cache of ekslint");
        repository = Repository.in(temporary.resolve("répertoire")).with("EKSLINT_CACHE", cache.toString());
        Run run = new Jar(repository.folder(), temporary).run(INSTALL.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        repository.write("größe.yaml", Specs.ONE_ZONE).git("add", ".");
    }

    @Test
    void theFirstCommitLeavesAnArchiveOfClassesThatLaterOnesUse() throws Exception {
        Run first = commit(repository);
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out() + first.err()).contains("--> größe.yaml:8:3", "an archive of Java classes once");
        assertThat(archives()).hasSize(1);
        Path classes = temporary.resolve("classes");
        Run second = commit(repository.with("JAVA_OPTS", "-Xlog:class+load:file=" + classes));
        assertThat(second.out() + second.err())
                .contains("--> größe.yaml:8:3")
                .doesNotContain("an archive of Java classes once");
        assertThat(Files.readAllLines(classes).stream().filter(l -> l.contains("shared objects file")))
                .anyMatch(l -> l.contains(" io.github.ekslint.Linter "))
                .anyMatch(l -> l.contains(" io.github.ekslint.cli.Index "))
                .anyMatch(l -> l.contains(" org.drools.core."));
    }

    @Test
    void withoutAPlaceForTheArchiveItWorksAllTheSame() throws Exception {
        Files.writeString(cache, "not a folder");
        assertThat(commit(repository).err()).contains("--> größe.yaml:8:3").doesNotContain("archive");
        repository.write("größe.yaml", Specs.TWO_ZONES).git("add", ".");
        assertThat(commit(repository).status()).isZero();
    }

    @Test
    void aDamagedArchiveDoesNoHarm() throws Exception {
        assertThat(commit(repository).status()).isEqualTo(1);
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "damaged");
        repository.write("größe.yaml", Specs.TWO_ZONES).git("add", ".");
        Run run = commit(repository);
        assertThat(run.err()).doesNotContain("archive");
        assertThat(run.status()).isZero();
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.list(cache)) {
            return files.toList();
        }
    }

    private static Run commit(Repository repository) throws Exception {
        return repository.start(List.of("git", "commit", "--quiet", "--message", "x"));
    }
}
