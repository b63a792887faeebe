package io.github.ekslint.reader.terraform.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.terraform.resource.TerraformFacts;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every real module at hand is read. Skipped where there is no folder of them. */
class CorpusTest {

    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getProperty("EKSLINT_CORPUS"))
                .or(() -> Optional.ofNullable(System.getenv("EKSLINT_CORPUS")))
                .orElse("../../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), "no corpus");
        for (String kind : new String[] {"tfhcl", "labelled"}) {
            try (Stream<Path> files = Files.walk(corpus.resolve(kind))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(tf|tofu|tfvars)(\\.json)?"))
                        .sorted()
                        .toList()) {
                    FILES.put(corpus.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private static List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        FILES.forEach((uri, bytes) -> documents.addAll(Sources.parse(uri, bytes).documents()));
        return documents;
    }

    @Test
    void everyFileIsReadOrSaysWhyNot() {
        List<String> broken = documents().stream()
                .filter(d -> d.root() instanceof Hcl hcl && !hcl.problems().isEmpty())
                .map(d -> d.file().uri())
                .toList();
        assertThat(broken).allMatch(uri -> uri.endsWith("invalid.tf"));
    }

    @Test
    void everyRootModuleWithAClusterIsRecognised() {
        List<Document> documents = documents();
        ReaderContext context = new ReaderContext(TestReferenceData.data(), Map.of(), false);
        ModuleReader reader = ModuleReader.read(documents, context);
        Set<String> roots = reader.roots().stream().map(r -> r.id()).collect(Collectors.toCollection(TreeSet::new));
        Folders folders = new Folders(documents);
        Set<String> called = folders.called();
        for (Folder folder : folders.all()) {
            boolean makes = folder.resources().values().stream()
                    .anyMatch(b -> b.type().equals("resource")
                            && b.label(0).equals("aws_eks_cluster")
                            && b.body().attribute("count").isEmpty());
            if (makes && !called.contains(folder.uri())) {
                assertThat(roots).contains(folder.uri());
            }
        }
        assertThat(roots).hasSizeGreaterThan(40);
        assertThat(reader.problems()).noneMatch(p -> p.code().equals("unknown-module"));
        reader.roots().forEach(r -> assertThat(TerraformFacts.of(r.resources(), context))
                .as(r.id())
                .isNotEmpty());
    }
}
