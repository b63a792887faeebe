package io.github.ekslint.reader.terraform.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.source.Problem;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which folders are root modules, and what becomes of files that cannot be read. */
class ModuleReaderTest {

    private static final String CLUSTER = "resource \"aws_eks_cluster\" \"c\" {\n  name = \"c\"\n}\n";
    private static final String BUCKET = "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n}\n";

    private static Map<String, String> notes(ModuleReader reader) {
        return reader.notes().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().uri(), Map.Entry::getValue));
    }

    @Test
    void everyFolderIsARootModuleUnlessAnotherOneCallsIt() {
        ModuleReader reader = new Modules()
                .with("dev/main.tf", "module \"c\" {\n  source = \"../modules/cluster\"\n}\n")
                .with("prod/main.tf", "module \"c\" {\n  source = \"../modules/cluster\"\n}\n")
                .with("modules/cluster/main.tf", CLUSTER)
                .with("alone/a.tf", "locals {\n  x = 1\n}\n")
                .with("alone/b.tf", CLUSTER)
                .read();
        assertThat(Modules.ids(reader)).isEqualTo("alone, dev, prod");
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void aRootWithoutEksIsSkippedWithANote() {
        ModuleReader reader = new Modules()
                .with("a/main.tf", BUCKET)
                .with("b/main.tf", CLUSTER)
                .read();
        assertThat(Modules.ids(reader)).isEqualTo("b");
        assertThat(notes(reader))
                .containsEntry("a/main.tf", "it holds nothing about EKS")
                .containsEntry("b/main.tf", "");
    }

    @Test
    void filesOfARootThatIsJudgedAreNotSkipped() {
        ModuleReader reader = Modules.of("module \"m\" {\n  source = \"./m\"\n}\n")
                .with("variables.tf", "variable \"x\" {}\n")
                .with("terraform.tfvars", "x = 1\n")
                .with("m/main.tf", CLUSTER)
                .read();
        assertThat(notes(reader).values()).containsOnly("");
    }

    @Test
    void aBrokenFileGetsOneProblemAndTheOthersAreRead() {
        ModuleReader reader = Modules.of(CLUSTER)
                .with(
                        "broken.tf",
                        "locals {\n  a = [1 2]\n}\nresource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n")
                .read();
        assertThat(reader.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("hcl-syntax");
            assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(p.place().toString()).isEqualTo("broken.tf:2:10");
        });
        assertThat(reader.roots()).singleElement().satisfies(r -> assertThat(r.resources())
                .hasSize(2));
    }

    @Test
    void aBrokenFileThatHasNothingToDoWithEksIsOnlyNoted() {
        ModuleReader reader =
                Modules.of(BUCKET).with("broken.tf", "a = [1 2]\n").read();
        assertThat(reader.problems()).isEmpty();
        assertThat(notes(reader).get("broken.tf")).startsWith("it holds nothing about EKS, and it cannot be read:");
    }

    @Test
    void aBrokenClusterIsAProblem() {
        ModuleReader reader = Modules.of("resource \"aws_eks_cluster\" \"c\" {\n  name = = 1\n}\n")
                .read();
        assertThat(reader.problems()).extracting(Problem::code).containsExactly("hcl-syntax");
    }

    @Test
    void aClusterOfAModuleThatIsNotAmongTheFilesIsSaid() {
        ModuleReader reader = Modules.of(
                        "module \"eks\" {\n  source = \"../..\"\n  cluster_name = \"a\"\n  cluster_version = \"1.34\"\n}\n")
                .read();
        assertThat(reader.problems()).singleElement().satisfies(p -> assertThat(p.message())
                .isEqualTo("the source of module eks, ../.., is not among the files; its cluster is not judged"));
    }
}
