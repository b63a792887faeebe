package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every real template at hand is read. Skipped where there is no folder of them. */
class CorpusTest {

    private static final Pattern EKS =
            Pattern.compile("(AWS|AWSQS)::EKS::.*|Custom::AWSCDK-EKS-(Cluster|FargateProfile)");
    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getProperty("EKSLINT_CORPUS"))
                .or(() -> Optional.ofNullable(System.getenv("EKSLINT_CORPUS")))
                .orElse("../../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), "no corpus");
        for (String kind : new String[] {"cloudformation", "labelled"}) {
            try (Stream<Path> files = Files.walk(corpus.resolve(kind))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(ya?ml|json|template)"))
                        .sorted()
                        .toList()) {
                    FILES.put(corpus.relativize(file).toString(), Files.readString(file));
                }
            }
        }
    }

    @Test
    void everyTemplateWithAResourceOfEksMakesAnEstate() {
        FILES.forEach((uri, text) -> {
            boolean eks = Sources.parse(uri, text).documents().stream().anyMatch(CorpusTest::hasEks);
            ReadTemplates read = ReadTemplates.of(Map.of(uri, text));
            if (eks) {
                assertThat(read.reading().drafts()).as(uri).hasSize(1);
                assertThat(read.facts()).as(uri).isNotEmpty();
            }
        });
    }

    @Test
    void allTogetherAreReadAtOnce() {
        ReadTemplates read = ReadTemplates.of(new LinkedHashMap<>(FILES));
        assertThat(read.reading().drafts()).hasSizeGreaterThan(20);
    }

    @Test
    void whatIsNotRecognisedHoldsNothingOfEks() {
        CloudFormationReader reader = new CloudFormationReader();
        FILES.forEach((uri, text) -> {
            Parsed parsed = Sources.parse(uri, text);
            for (Document document : parsed.documents()) {
                if (hasEks(document)) {
                    assertThat(reader.recognise(document)).as(uri).isEqualTo(Recognition.YES);
                }
            }
        });
    }

    private static boolean hasEks(Document document) {
        return document.root()
                .asMapping()
                .flatMap(m -> m.get("Resources"))
                .flatMap(Node::asMapping)
                .filter(r -> r.entries().stream().anyMatch(e -> e.value()
                        .asMapping()
                        .flatMap(m -> m.text("Type"))
                        .filter(t -> EKS.matcher(t).matches())
                        .isPresent()))
                .isPresent();
    }
}
