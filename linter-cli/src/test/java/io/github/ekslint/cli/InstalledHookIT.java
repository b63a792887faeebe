package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void theFirstCommitMayPrepareAnArchiveOfClassesThatLaterOnesUse() throws Exception {
        Run first = commit(repository.with("EKSLINT_ARCHIVE", "first"));
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.err()).contains("--> größe.yaml:8:3");
        assertThat(archives()).hasSize(1);
        Path classes = temporary.resolve("classes");
        Run second = commit(repository.with("JAVA_OPTS", "-Xlog:class+load:file=" + classes));
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(Files.readAllLines(classes).stream().filter(l -> l.contains("shared objects file")))
                .anyMatch(l -> l.contains(" io.github.ekslint.Linter "))
                .anyMatch(l -> l.contains(" io.github.ekslint.cli.Index "))
                .anyMatch(l -> l.contains(" org.drools.core."))
                .anyMatch(l -> l.contains(" picocli.CommandLine "));
    }

    @Test
    void usuallyItIsPreparedAfterTheFirstCommit() throws Exception {
        Files.createDirectories(cache);
        try (WatchService changes = cache.getFileSystem().newWatchService()) {
            cache.register(changes, StandardWatchEventKinds.ENTRY_DELETE);
            Run first = commit(repository.with("EKSLINT_ARCHIVE", "later"));
            assertThat(first.status()).isEqualTo(1);
            assertThat(first.err()).contains("--> größe.yaml:8:3");
            // its last step is to delete the folder it worked in
            WatchKey change = changes.poll(3, TimeUnit.MINUTES);
            while (change != null && archives().size() != 1) {
                change.reset();
                change = changes.poll(3, TimeUnit.MINUTES);
            }
        }
        assertThat(archives()).singleElement().satisfies(a -> assertThat(Files.size(a))
                .isGreaterThan(1_000_000));
    }

    @Test
    void withoutAPlaceForTheArchiveItWorksAllTheSame() throws Exception {
        Files.writeString(cache, "not a folder");
        assertThat(commit(repository.with("EKSLINT_ARCHIVE", "later")).err())
                .startsWith("error[EKS-NET-001]")
                .contains("--> größe.yaml:8:3");
        repository.write("größe.yaml", Specs.TWO_ZONES).git("add", ".");
        assertThat(commit(repository).status()).isZero();
    }

    @Test
    void aDamagedArchiveDoesNoHarm() throws Exception {
        assertThat(commit(repository.with("EKSLINT_ARCHIVE", "first")).status()).isEqualTo(1);
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
