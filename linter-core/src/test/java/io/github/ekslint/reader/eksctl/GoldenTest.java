package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole specs and all the facts they give. With the system property {@code ekslint.golden} set to the folder of the expected
 * files, they are written anew: read the difference before keeping it.
 */
class GoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"existing-vpc", "new-vpc", "private", "auto-mode", "fargate", "outposts", "ipv6"})
    void aSpecGivesTheseFacts(String name) throws IOException {
        Read read = Read.of(name + ".yaml", resource(name + ".yaml"), Map.of());
        String dump = Dump.of(read.facts());
        String folder = System.getProperty("ekslint.golden");
        if (folder != null) {
            Files.writeString(Path.of(folder, name + ".facts"), dump);
        }
        assertThat(read.problems()).isEmpty();
        assertThat(dump).isEqualTo(resource(name + ".facts"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GoldenTest.class.getResourceAsStream("/reader/eksctl/" + name), () -> "no resource " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
