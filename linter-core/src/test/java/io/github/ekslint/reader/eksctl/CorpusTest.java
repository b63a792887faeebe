package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every real ClusterConfig at hand is read. Skipped where there is no folder of them. */
class CorpusTest {

    /** Files that are broken on purpose or by their templates, with the problem they are meant to give. */
    private static final Map<String, String> BROKEN = new TreeMap<>(Map.of(
            "action.yaml__L139-196.yaml", "yaml-syntax",
            "CONTRIBUTING.md__L71-85.yaml", "wrong-type",
            "unset-nodegroups.yaml", "wrong-type",
            "bad-field-1.json", "unknown-field",
            "bad-field-1.yaml", "unknown-field",
            "bad-field-2.yaml", "wrong-type",
            "outposts.md__L178-203.yaml", "yaml-syntax"));

    private static final Map<Path, Read> READS = new TreeMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        Path folder = corpus().resolve("eksctl");
        assumeTrue(Files.isDirectory(folder), "no corpus");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                READS.put(file, Read.of(file.getFileName().toString(), Files.readString(file), Map.of()));
            }
        }
    }

    private static Path corpus() {
        return Path.of(Optional.ofNullable(System.getProperty("EKSLINT_CORPUS"))
                .or(() -> Optional.ofNullable(System.getenv("EKSLINT_CORPUS")))
                .orElse("../../shared/corpus"));
    }

    @Test
    void everyFileThatIsYamlAndHoldsAClusterConfigIsRecognised() {
        READS.forEach((file, read) -> {
            boolean unreadable = read.problems().stream().anyMatch(p -> p.code().equals("yaml-syntax"));
            boolean otherKind = read.parsed().documents().stream().anyMatch(d -> d.root()
                    .asMapping()
                    .flatMap(r -> r.text("kind"))
                    .filter("NodeGroupConfig"::equals)
                    .isPresent());
            assertThat(read.reading().drafts().isEmpty()).as("%s", file).isEqualTo(unreadable || otherKind);
        });
    }

    @Test
    void everyClusterHasANameAndARegionOrSaysWhatIsMissing() {
        READS.forEach((file, read) -> read.reading().drafts().forEach(draft -> {
            List<Cluster> clusters = draft.facts().stream()
                    .filter(Cluster.class::isInstance)
                    .map(Cluster.class::cast)
                    .toList();
            assertThat(clusters).as("%s", file).hasSize(1);
            Cluster cluster = clusters.get(0);
            assertThat(cluster.name().known().isPresent() || cluster.name().isUnresolved())
                    .as("%s", file)
                    .isTrue();
            assertThat(cluster.region().known().isPresent() || cluster.region().isUnresolved())
                    .as("%s", file)
                    .isTrue();
        }));
    }

    @Test
    void keysAreUniqueAndReferencesPointAtFacts() {
        READS.forEach((file, read) -> read.reading().drafts().forEach(draft -> {
            Set<String> keys = new HashSet<>();
            draft.facts().forEach(f -> assertThat(keys.add(f.key()))
                    .as("%s: %s", file, f.key())
                    .isTrue());
            for (Fact fact : draft.facts()) {
                if (fact instanceof Cluster cluster) {
                    cluster.subnetIds().items().forEach(ref -> assertThat(keys)
                            .as("%s", file)
                            .contains(Objects.requireNonNull(ref.key())));
                }
            }
        }));
    }

    @Test
    void onlyBrokenFilesGiveProblems() {
        READS.forEach((file, read) -> {
            String expected = BROKEN.get(file.getFileName().toString());
            List<String> codes =
                    read.problems().stream().map(Problem::code).distinct().toList();
            assertThat(codes)
                    .as("%s: %s", file, read.problems())
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
        });
    }
}
