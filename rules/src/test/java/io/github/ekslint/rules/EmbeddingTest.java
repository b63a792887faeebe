package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    private static final Path SOURCE = Path.of("src/test/java/io/github/ekslint/rules/EmbeddingExample.java");
    private static final Path PAGE = Path.of("..", "docs", "embedding.md");

    @TempDir
    private Path folder;

    @Test
    void theExampleFindsWhatIsWrong() throws IOException {
        Files.createDirectories(folder.resolve("clusters"));
        Files.createDirectories(folder.resolve("recorded"));
        Files.writeString(
                folder.resolve("clusters/orders.yaml"),
                """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata: { name: orders, region: eu-central-1 }
                vpc:
                  subnets:
                    private:
                      a: { id: subnet-07a1e5c9d3b24f601, az: eu-central-1a }
                      b: { id: subnet-0d92b6f1a87c3e540, az: eu-central-1a }
                """);
        Files.writeString(folder.resolve("clusters/broken.yaml"), "apiVersion: eksctl.io/v1alpha5\nkind: {\n");

        assertThat(EmbeddingExample.findings(folder, LocalDate.of(2026, 11, 22)))
                .anyMatch(
                        l -> l.startsWith("clusters/orders.yaml:5:3 EKS-NET-001: the subnets of cluster orders lie in"))
                .anyMatch(l -> l.startsWith("clusters/broken.yaml:"));
    }

    @Test
    void thePageShowsTheExampleAsItIs() throws IOException {
        String example =
                between(Files.readString(SOURCE), "// docs/embedding.md: begin\n(.*?)\\s*// docs/embedding.md: end");
        assertThat(between(Files.readString(PAGE), "```java\n(.*?)```")).isEqualTo(example.stripIndent() + "\n");
    }

    private static String between(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
