package io.github.ekslint.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a rule is adding a folder, and the build refuses a folder that is not whole. */
class RuleIndexTest {

    private static final String METADATA =
            """
            title: Clusters have a name
            subject: Cluster
            outcomes:
              violated: { severity: error, message: "cluster {cluster} has no name" }
            confidence: high
            status: stable
            since: 0.1.0
            rationale: Without a name nobody can talk about it.
            remediation: Give it a name.
            references:
              - { title: A page, url: "https://docs.aws.amazon.com/eks/latest/userguide/clusters.html" }
            """;

    @TempDir
    Path root;

    private Path index;

    @BeforeEach
    void whole() throws IOException {
        index = root.resolve("out/rules.json");
        folder("network/EKS-NET-901-nameless-cluster", METADATA);
    }

    private Path folder(String path, String metadata) throws IOException {
        Path folder = root.resolve("rules").resolve(path);
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("rule.yaml"), metadata);
        Files.writeString(folder.resolve("rule.drl"), "package x\n");
        for (String example : new String[] {"bad-a.yaml", "good-a.yaml", "unknown-a.yaml"}) {
            Files.writeString(folder.resolve("examples").resolve(example), "a: 1\n");
        }
        return folder;
    }

    private void build() throws IOException {
        RuleIndex.main(new String[] {root.resolve("rules").toString(), index.toString()});
    }

    @Test
    void aWholeFolderIsAllItTakes() throws IOException {
        build();
        assertThat(index).content().contains("EKS-NET-901-nameless-cluster").contains("bad-a.yaml");
    }

    @Test
    void theIndexIsTheSameEveryTime() throws IOException {
        build();
        String first = Files.readString(index);
        build();
        assertThat(index).content().isEqualTo(first);
    }

    @Test
    void aRuleWithoutMetadataIsRefused() throws IOException {
        Files.delete(root.resolve("rules/network/EKS-NET-901-nameless-cluster/rule.yaml"));
        assertThatThrownBy(this::build).hasMessageContaining("a rule folder has both a rule.yaml and a rule.drl");
    }

    @Test
    void aRuleWithoutLogicIsRefused() throws IOException {
        Files.delete(root.resolve("rules/network/EKS-NET-901-nameless-cluster/rule.drl"));
        assertThatThrownBy(this::build).hasMessageContaining("a rule folder has both a rule.yaml and a rule.drl");
    }

    @Test
    void aRuleWithoutExamplesIsRefused() throws IOException {
        Path examples = root.resolve("rules/network/EKS-NET-901-nameless-cluster/examples");
        Files.delete(examples.resolve("bad-a.yaml"));
        Files.delete(examples.resolve("unknown-a.yaml"));
        assertThatThrownBy(this::build)
                .hasMessageContaining("examples/ has no bad- example")
                .hasMessageContaining("unknown-impossible");
    }

    @Test
    void anIdThatTwoFoldersCarryIsRefused() throws IOException {
        folder("tags/EKS-NET-901-another-name", METADATA.replace("Clusters have", "Every cluster has"));
        assertThatThrownBy(this::build)
                .hasMessageContaining("EKS-NET-901 is the id of EKS-NET-901-nameless-cluster too");
    }

    @Test
    void aFolderWithAnotherNameIsRefused() throws IOException {
        folder("network/NET-12-bad", METADATA);
        assertThatThrownBy(this::build).hasMessageContaining("NET-12-bad is not named EKS-");
    }

    @Test
    void everyProblemIsReportedAtItsLineAndAllAtOnce() throws IOException {
        folder(
                "network/EKS-NET-902-other",
                METADATA.replace("severity: error", "severity: fatal").replace("confidence: high", "colour: red"));
        assertThatThrownBy(this::build)
                .hasMessageContaining("rule.yaml:4:")
                .hasMessageContaining("severity is “fatal”, not one of error, warning, info")
                .hasMessageContaining("a rule has no “colour”")
                .hasMessageContaining("confidence is missing");
    }

    @Test
    void parametersHaveTheTypeThatTheirDefaultShows() throws IOException {
        folder(
                "network/EKS-NET-902-other",
                METADATA
                        + """
                        parameters:
                          days: { default: 60, description: how many days }
                          types: { type: words, default: "api, audit", description: which logs }
                          registries: { from: registries.allowed, description: where images come from }
                        """);
        build();
        assertThat(index).content().contains("registries.allowed");
    }

    @Test
    void aParameterThatContradictsItselfIsRefused() throws IOException {
        folder(
                "network/EKS-NET-902-other",
                METADATA
                        + """
                        parameters:
                          days: { type: integer, default: soon, description: how many days }
                          weeks: { default: 1 }
                          registries: { from: registries.all, description: where images come from }
                          networks: { from: client-networks, type: text, description: who connects }
                        """);
        assertThatThrownBy(this::build)
                .hasMessageContaining("the default “soon” of days is no integer")
                .hasMessageContaining("description is missing")
                .hasMessageContaining(
                        "from is “registries.all”, not one of registries, registries.allowed, registries.mirrors, client-networks")
                .hasMessageContaining("“type” does not belong here");
    }
}
