package io.github.ekslint.maven;

import io.github.ekslint.maven.pack.TeamRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Puts the rule pack of a team into the repository of the tests, as {@code org.example:team-rules:1}. */
final class PackJar {

    static final String DEPENDENCY =
            """
            <dependencies><dependency>
              <groupId>org.example</groupId><artifactId>team-rules</artifactId><version>1</version>
            </dependency></dependencies>
            """;

    private static final String INDEX =
            """
            [{"category": "nodes", "folder": "%s-nodes-without-owner",
              "examples": ["bad-a.yaml", "good-a.yaml", "unknown-a.yaml"],
              "rule": {"title": "Nodes have an owner", "subject": "NodeGroup", "confidence": "high", "status": "stable",
               "since": "0.1.0", "outcomes": {"violated": {"severity": "error", "message": "m"}},
               "rationale": "r", "remediation": "r", "references": [{"title": "t", "url": "https://example.org/"}]}}]
            """;

    private PackJar() {}

    static void install() throws IOException {
        Path folder = Files.createDirectories(
                Path.of(Maven.property("ekslint.repository"), "org", "example", "team-rules", "1"));
        Files.writeString(
                folder.resolve("team-rules-1.pom"),
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>team-rules</artifactId><version>1</version>
                </project>
                """);
        String type = TeamRules.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("team-rules-1.jar")));
                var compiled = Objects.requireNonNull(TeamRules.class.getResourceAsStream("TeamRules.class"))) {
            put(jar, type, compiled.readAllBytes());
            put(jar, "META-INF/services/io.github.ekslint.rule.RulePack", bytes(TeamRules.class.getName()));
            put(jar, "team/rules/rules.json", bytes(INDEX.formatted(TeamRules.RULE)));
            put(jar, "team/models", bytes(""));
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
