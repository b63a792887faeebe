package io.github.ekslint.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file holds for a folder, and what becomes of one that cannot be read. */
class ConfigFileTest {

    @TempDir
    Path root;

    private Path repository;
    private Path below;

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(root.resolve("repository"));
        below = Files.createDirectories(repository.resolve("clusters/prod"));
        Files.createDirectories(repository.resolve(".git"));
    }

    private static Path config(Path folder) throws IOException {
        return Files.writeString(folder.resolve(ConfigFile.NAME), "client-networks: [10.0.0.0/8]\n");
    }

    @Test
    void theNearestFileUpToTheRootOfTheRepositoryHolds() throws IOException {
        Path top = config(repository);
        assertThat(ConfigFile.find(below)).contains(top);
        Path nearer = config(repository.resolve("clusters"));
        assertThat(ConfigFile.find(below)).contains(nearer);
        assertThat(ConfigFile.find(repository)).contains(top);
    }

    @Test
    void nothingAboveTheRepositoryIsLookedAt() throws IOException {
        config(root);
        assertThat(ConfigFile.find(below)).isEmpty();
    }

    @Test
    void outsideARepositoryOnlyTheFolderItselfIsLookedAt() throws IOException {
        Path outside = Files.createDirectories(root.resolve("a/b"));
        config(root.resolve("a"));
        assertThat(ConfigFile.find(outside)).isEmpty();
        assertThat(ConfigFile.find(root.resolve("a"))).isPresent();
    }

    @Test
    void aFileThatIsMissingIsAProblemAndConfiguresNothing() {
        Config config = ConfigFile.read(Path.of("missing.yaml"), below, RuleCatalogue.of(List.of()));
        assertThat(config.rules()).isEmpty();
        assertThat(config.problems()).singleElement().satisfies(p -> {
            assertThat(p.place()).hasToString("missing.yaml:1:1");
            assertThat(p.message()).isEqualTo("there is no such file or folder");
        });
    }

    @Test
    void aFolderIsNoConfiguration() {
        Config config = ConfigFile.read(below, repository, RuleCatalogue.of(List.of()));
        assertThat(config.problems()).hasSize(1);
    }

    @Test
    void aFileIsNamedFromTheWorkingFolder() throws IOException {
        Files.writeString(below.resolve("own.yaml"), "client-network: []\n");
        Config config =
                ConfigFile.read(Path.of("prod/own.yaml"), repository.resolve("clusters"), RuleCatalogue.of(List.of()));
        assertThat(config.problems()).singleElement().satisfies(p -> assertThat(p.place())
                .hasToString("prod/own.yaml:1:1"));
    }
}
