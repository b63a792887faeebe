package io.github.ekslint.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Node;
import io.github.ekslint.reader.EstateAssembler.Assembly;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reader.awscli.AwsCliReader;
import io.github.ekslint.reader.kubernetes.KubernetesReader;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that nobody in this project made; skipped where they are not at hand. */
class RecordedCorpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"awscli", "kubectl", "k8s", "labelled/aws-samples__hardeneks"})
    void everyFileIsReadOrLeftForAReason(String kind) throws IOException {
        List<String> unexplained = new ArrayList<>();
        for (Path file : files(kind)) {
            Parsed parsed = Sources.parse(file.toString(), Files.readAllBytes(file));
            boolean explained = parsed.documents().isEmpty();
            for (Document document : parsed.documents()) {
                explained |= Stream.of(new AwsCliReader(), new KubernetesReader())
                        .anyMatch(r -> r.recognise(document) != Recognition.NO);
            }
            if (!explained) {
                unexplained.add(file.getFileName().toString());
            }
        }

        assertThat(unexplained)
                .allMatch(name -> name.endsWith(".txt")
                        || name.matches("(list-tags-for-resource|describe-addon-configuration|associate-).*")
                        || name.matches("describe-(auto-scaling-groups|instances|security-groups|volumes)\\.rst.*")
                        || name.matches("describe-addon-versions\\.rst.*")
                        || name.matches("config\\.yaml|get_policy.*|repositories\\.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"awscli", "kubectl", "k8s", "labelled/aws-samples__hardeneks"})
    void everythingTogetherIsAssembledWithoutAnException(String kind) throws IOException {
        Recorded recorded = new Recorded();
        for (Path file : files(kind)) {
            recorded.and(file.toString(), Files.readAllBytes(file));
        }

        Assembly assembly = EstateAssembler.assemble(recorded.readings());

        assertThat(assembly.problems())
                .extracting(Problem::code)
                .allMatch(code -> code.endsWith("-evidence") || code.equals("wrong-type"));
        assertThat(assembly.estates()).allSatisfy(estate -> assertThat(
                        estate.facts().stream().map(f -> f.key()).toList())
                .doesNotHaveDuplicates());
    }

    @Test
    void aScrubbedClusterAndItsNodesAreOneEstate() throws IOException {
        Recorded recorded = new Recorded();
        String folder = "labelled/aws-samples__hardeneks/tests/data/";
        for (String part : List.of("check_endpoint_public_access", "use_managed_nodegroups")) {
            for (Path file : files(folder + part)) {
                recorded.and(file.toString(), Files.readAllBytes(file));
            }
        }

        Assembly assembly = EstateAssembler.assemble(recorded.readings());

        assertThat(assembly.estates()).singleElement().satisfies(estate -> {
            assertThat(estate.all(Cluster.class))
                    .singleElement()
                    .satisfies(c -> assertThat(c.version().known()).contains("1.22"));
            assertThat(estate.all(Node.class)).hasSize(8).allSatisfy(n -> {
                assertThat(n.kubeletVersion().known().orElse("")).startsWith("v1.22.");
                assertThat(n.cluster()).isEqualTo("Cluster/eks-bp-cli");
            });
        });
        assertThat(assembly.problems()).singleElement().satisfies(p -> assertThat(p.message())
                .contains("4 of 8 nodes do not name their cluster"));
    }

    private static List<Path> files(String kind) throws IOException {
        Path folder = corpus().orElse(Path.of("nowhere")).resolve(kind);
        assumeThat(folder).isDirectory();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Path> corpus() {
        String named = System.getProperty("EKSLINT_CORPUS", System.getenv("EKSLINT_CORPUS"));
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return Optional.ofNullable(root).map(r -> r.resolve("../shared/corpus").normalize());
    }
}
