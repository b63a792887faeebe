package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ekslint.request.UsageError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hook in real repositories, with a stand-in for ekslint that says how it was called. */
class GitHookTest {

    @TempDir
    private Path temporary;

    private Repository repository;
    private Launch launch;

    @BeforeEach
    void repository() throws Exception {
        assumeThat(new File("/bin/sh")).exists();
        repository = Repository.in(temporary.resolve("it's a repo"));
        Path standIn = Files.writeString(
                temporary.resolve("ekslint's stand-in"),
                "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done >called\nexit ${STATUS:-0}\n");
        assertThat(standIn.toFile().setExecutable(true)).isTrue();
        launch = new Launch(standIn.toString(), "", "");
        repository.write("a.yaml", "a: 1\n").git("add", ".");
    }

    @Test
    void theHookChecksWhatIsStaged() throws Exception {
        hook().install(new HookScript(launch, List.of("--select", "it's")), false);
        assertThat(commit().status()).isZero();
        assertThat(repository.folder().resolve("called")).hasContent("<check>\n<--staged>\n<--select>\n<it's>");
    }

    @Test
    void aFindingStopsTheCommit() throws Exception {
        hook().install(new HookScript(launch, List.of()), false);
        repository = repository.with("STATUS", "1");
        assertThat(commit().status()).isEqualTo(1);
    }

    @Test
    void aCommitOfNothingThatEkslintReadsStartsNothing() throws Exception {
        hook().install(new HookScript(launch, List.of("--fail-on=warning")), false);
        repository.git("reset", "--quiet");
        repository.write("größe.md", "x").write("a.yaml.orig", "x").git("add", "größe.md", "a.yaml.orig");
        assertThat(commit().status()).isZero();
        assertThat(repository.folder().resolve("called")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe.yaml", "a/b.TF", "c.tofu", "d.json.j2", "\"e\".yml", "f.template"})
    void aCommitOfWhatMayBeASpecIsChecked(String file) throws Exception {
        repository.commit(".");
        hook().install(new HookScript(launch, List.of()), false);
        repository.write("other.txt", "x").write(file, "a: 1\n").git("add", ".");
        assertThat(commit().status()).isZero();
        assertThat(repository.folder().resolve("called")).exists();
    }

    @Test
    void anOptionThatNamesAnyOtherFileHasEveryCommitChecked() throws Exception {
        Path known = Files.writeString(temporary.resolve("known.findings"), "{}");
        for (String option : List.of("--require-specs", "--baseline=" + known, known.toString())) {
            hook().install(new HookScript(launch, List.of(option)), false);
            repository.write("other.txt", option).git("add", "other.txt");
            assertThat(commit().status()).isZero();
            assertThat(Files.deleteIfExists(repository.folder().resolve("called")))
                    .as(option)
                    .isTrue();
        }
    }

    @Test
    void installingTwiceIsInstallingOnce() throws Exception {
        hook().install(new HookScript(launch, List.of("--quiet")), false);
        hook().install(new HookScript(launch, List.of()), false);
        assertThat(hook().file()).content().doesNotContain("--quiet");
        assertThat(hook().uninstall()).isTrue();
        assertThat(hook().file()).doesNotExist();
        assertThat(hook().uninstall()).isFalse();
    }

    @Test
    void aHookOfAnotherOriginIsKeptOrPutAside() throws Exception {
        Path file = Files.writeString(hook().file(), "#!/bin/sh\nexit 0\n");
        assertThatThrownBy(() -> hook().install(new HookScript(launch, List.of()), false))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--replace")
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("#!/bin/sh\nexit 0");
        assertThat(hook().uninstall()).isFalse();
        hook().install(new HookScript(launch, List.of()), true);
        assertThat(file).content().contains("'--staged'");
        assertThat(hook().uninstall()).isTrue();
        assertThat(file).hasContent("#!/bin/sh\nexit 0");
    }

    @Test
    void aFolderOfHooksInTheRepositoryIsRespected() throws Exception {
        repository.git("config", "core.hooksPath", "tools/hooks");
        Repository below =
                repository.write("infra/x", "").from(repository.folder().resolve("infra"));
        GitHook.of(below.asGit()).install(new HookScript(launch, List.of()), false);
        assertThat(repository.folder().resolve("tools/hooks/pre-commit")).isExecutable();
        assertThat(commit().status()).isZero();
        assertThat(repository.folder().resolve("called")).exists();
    }

    @Test
    void hooksOfOtherRepositoriesAreLeftAlone() throws Exception {
        repository.git("config", "core.hooksPath", temporary.resolve("shared").toString());
        assertThatThrownBy(() -> hook())
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("core.hooksPath is " + temporary.resolve("shared"));
    }

    @Test
    void aLinkedWorktreeSharesTheHookOfItsRepository() throws Exception {
        repository.commit("a.yaml");
        Path worktree = temporary.resolve("worktree");
        repository.git("worktree", "add", "--quiet", worktree.toString());
        GitHook.of(repository.from(worktree).asGit()).install(new HookScript(launch, List.of()), false);
        assertThat(repository.folder().resolve(".git/hooks/pre-commit")).exists();
    }

    @Test
    void aHookWhoseEkslintIsGoneSaysSo() throws Exception {
        hook().install(new HookScript(launch, List.of()), false);
        Files.delete(Path.of(launch.launcher()));
        Run run = commit();
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("“ekslint hook install” makes the hook anew");
    }

    @Test
    void onlyTheStandaloneJarInstallsHooks() {
        assertThat(Run.of("hook", "install").status()).isEqualTo(2);
        assertThat(Run.of("hook").err()).contains("install or uninstall");
    }

    private GitHook hook() {
        return GitHook.of(repository.asGit());
    }

    private Run commit() throws Exception {
        return repository.start(List.of("git", "commit", "--quiet", "--message", "some change"));
    }
}
