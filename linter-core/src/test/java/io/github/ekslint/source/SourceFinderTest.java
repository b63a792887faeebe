package io.github.ekslint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {

    @TempDir
    Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        try {
            Files.createSymbolicLink(folder.resolve(path), Path.of(target));
        } catch (UnsupportedOperationException noLinks) {
            assumeThat(noLinks).isNull();
        }
    }

    private List<String> found(String... names) {
        return uris(SourceFinder.find(List.of(names), folder));
    }

    private static List<String> uris(SourceFinder.Found found) {
        return found.candidates().stream().map(SourceFinder.Candidate::uri).toList();
    }

    @Test
    void aFolderIsWalkedForNamesOfSpecs() throws IOException {
        for (String name : List.of(
                "b.yaml", "a/c.YML", "a.json", "x.template", "m.tf", "m.tf.json", "c.yaml.tpl", "r.md", "yaml")) {
            write(name, "a: 1");
        }
        assertThat(found("."))
                .containsExactly("a.json", "a/c.YML", "b.yaml", "c.yaml.tpl", "m.tf", "m.tf.json", "x.template");
    }

    @Test
    void aNamedFileIsTriedWhateverItsNameIsAndOnce() throws IOException {
        write("notes.md", "a: 1");
        assertThat(found("notes.md", "./notes.md", folder.resolve("notes.md").toString()))
                .containsExactly("notes.md");
    }

    @Test
    void someFoldersAreNotEnteredUnlessNamed() throws IOException {
        for (String name : List.of(".git", ".terraform", "node_modules", "target", "kept")) {
            write(name + "/a.yaml", "a: 1");
        }
        assertThat(found(".")).containsExactly("kept/a.yaml");
        assertThat(found("target")).containsExactly("target/a.yaml");
    }

    @Test
    void gitIgnoresAreHonoured() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        write(".gitignore", "/out/\n*.gen.yaml\n!keep.gen.yaml\n");
        write("sub/.gitignore", "a.yaml\n!x.gen.yaml\n");
        for (String name : List.of(
                "out/a.yaml", "sub/out/b.yaml", "x.gen.yaml", "keep.gen.yaml", "sub/a.yaml", "sub/x.gen.yaml")) {
            write(name, "a: 1");
        }
        assertThat(found(".")).containsExactly("keep.gen.yaml", "sub/out/b.yaml", "sub/x.gen.yaml");
        assertThat(found("sub")).containsExactly("sub/out/b.yaml", "sub/x.gen.yaml");
        assertThat(found("out", "x.gen.yaml")).containsExactly("out/a.yaml", "x.gen.yaml");
    }

    @Test
    void linksLeadNowhereInCirclesAndToFilesThatAreReadOnce() throws IOException {
        write("z.yaml", "a: 1");
        write("elsewhere/other.cfg", "a: 1");
        link("a.yaml", "z.yaml");
        link("b.yaml", "elsewhere/other.cfg");
        link("dangling.yaml", "nothing");
        link("loop.yaml", "loop.yaml");
        link("up", ".");
        SourceFinder.Found found = SourceFinder.find(List.of("."), folder);
        assertThat(uris(found)).containsExactly("b.yaml", "z.yaml");
        assertThat(found.skipped())
                .extracting(s -> s.uri() + ": " + s.why())
                .containsExactly(
                        "dangling.yaml: it is a link that leads nowhere",
                        "loop.yaml: it is a link that leads in a circle",
                        "up: it is a link to a folder");
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void aNameThatLeadsToNothingIsAProblem() throws IOException {
        write("a.yaml", "a: 1");
        SourceFinder.Found found = SourceFinder.find(List.of("gone.yaml", "a.yaml", "no\0name"), folder);
        assertThat(uris(found)).containsExactly("a.yaml");
        assertThat(found.problems())
                .extracting(p -> p.place().file().uri() + ": " + p.message())
                .containsExactly(
                        "gone.yaml: there is no such file or folder", "no\0name: this cannot be the name of a file");
    }

    @Test
    void standardInputIsReadWhenNamed() {
        SourceFinder.Found found = SourceFinder.find(List.of("-", "-"), folder);
        InputStream stdin = new ByteArrayInputStream("a: 1".getBytes(StandardCharsets.UTF_8));
        assertThat(uris(found)).containsExactly("<stdin>");
        assertThat(Trees.flat(found.candidates().get(0).parse(stdin, Limits.DEFAULT)))
                .containsExactly("{a: 1}");
    }

    @Test
    void aFileOutsideTheWorkingFolderHasItsAbsoluteName() throws IOException {
        write("in/a.yaml", "a: 1");
        write("b.yaml", "a: 1");
        assertThat(uris(SourceFinder.find(List.of(".", "../b.yaml"), folder.resolve("in"))))
                .containsExactly(folder.resolve("b.yaml").toString().replace('\\', '/'), "a.yaml");
    }

    @Test
    void aFileThatIsGoneWhenItIsReadIsAProblem() throws IOException {
        write("a.yaml", "a: 1");
        SourceFinder.Found found = SourceFinder.find(List.of("."), folder);
        Files.delete(folder.resolve("a.yaml"));
        Parsed parsed = found.candidates().get(0).parse(InputStream.nullInputStream(), Limits.DEFAULT);
        assertThat(Trees.messages(parsed)).containsExactly("1:1 unreadable there is no such file or folder");
    }

    @Test
    void ofTerraformSourceTheWholeModuleIsRead() throws IOException {
        write("live/prod/main.tf", "module \"net\" {\n  source = \"../../modules/net\"\n}\n");
        write("live/prod/terraform.tfvars", "x = 1\n");
        write("live/prod/terraform.tfvars.example", "x = 2\n");
        write("live/prod/dev.tfvars", "x = 3\n");
        write("modules/net/main.tf", "module \"inner\" { source = \"./inner\" }\n");
        write("modules/net/inner/a.tofu", "locals {}\n");
        write("modules/other/main.tf", "locals {}\n");
        assertThat(found("live"))
                .containsExactly(
                        "live/prod/dev.tfvars",
                        "live/prod/main.tf",
                        "live/prod/terraform.tfvars",
                        "modules/net/inner/a.tofu",
                        "modules/net/main.tf");
        assertThat(found("modules/net/inner/a.tofu")).containsExactly("modules/net/inner/a.tofu");
    }

    @Test
    void installedModulesOfARootModuleAreRead() throws IOException {
        write("main.tf", "locals {}\n");
        write(".gitignore", ".terraform\n");
        write(".terraform/modules/eks/main.tf", "locals {}\n");
        write(".terraform/modules/eks/node_groups/main.tf", "locals {}\n");
        write(".terraform/modules/eks/examples/main.tf", "locals {}\n");
        write(".terraform/providers/x.json", "{}");
        write("outside/main.txt", "");
        write(
                ".terraform/modules/modules.json",
                """
                {"Modules":[{"Key":"","Source":"","Dir":"."},
                {"Key":"eks","Dir":".terraform/modules/eks"},
                {"Key":"eks.ng","Dir":".terraform/modules/eks/node_groups"},
                {"Key":"bad","Dir":"../../../etc"}]}
                """);
        assertThat(found("."))
                .containsExactly(
                        ".terraform/modules/eks/main.tf",
                        ".terraform/modules/eks/node_groups/main.tf",
                        ".terraform/modules/modules.json",
                        "main.tf");
    }
}
