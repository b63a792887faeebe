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

/** The hook in real repositories, with a stand-in for ekslint that says how it was called. */
class GitHookTest {

    @TempDir
    private Path temporary;

    private Repository repository;
    private List<String> command;

    @BeforeEach
    void repository() throws Exception {
        assumeThat(new File("/bin/sh")).exists();
        repository = Repository.in(temporary.resolve("it's a repo"));
        Path standIn = Files.writeString(
                temporary.resolve("ekslint's stand-in"),
                "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done >called\nexit ${STATUS:-0}\n");
        assertThat(standIn.toFile().setExecutable(true)).isTrue();
        command = List.of(standIn.toString());
        repository.write("a.yaml", "a: 1\n").git("add", ".");
    }

    @Test
    void theHookChecksWhatIsStaged() throws Exception {
        hook().install(command, List.of("--select", "it's"), false);
        assertThat(commit().status()).isZero();
        assertThat(repository.folder().resolve("called")).hasContent("<check>\n<--staged>\n<--select>\n<it's>");
    }

    @Test
    void aFindingStopsTheCommit() throws Exception {
        hook().install(command, List.of(), false);
        repository = repository.with("STATUS", "1");
        assertThat(commit().status()).isEqualTo(1);
    }

    @Test
    void installingTwiceIsInstallingOnce() throws Exception {
        hook().install(command, List.of("--quiet"), false);
        hook().install(command, List.of(), false);
        assertThat(hook().file()).content().doesNotContain("--quiet");
        assertThat(hook().uninstall()).isTrue();
        assertThat(hook().file()).doesNotExist();
        assertThat(hook().uninstall()).isFalse();
    }

    @Test
    void aHookOfAnotherOriginIsKeptOrPutAside() throws Exception {
        Path file = Files.writeString(hook().file(), "#!/bin/sh\nexit 0\n");
        assertThatThrownBy(() -> hook().install(command, List.of(), false))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--replace")
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("#!/bin/sh\nexit 0");
        assertThat(hook().uninstall()).isFalse();
        hook().install(command, List.of(), true);
        assertThat(file).content().contains("'--staged'");
        assertThat(hook().uninstall()).isTrue();
        assertThat(file).hasContent("#!/bin/sh\nexit 0");
    }

    @Test
    void aFolderOfHooksInTheRepositoryIsRespected() throws Exception {
        repository.git("config", "core.hooksPath", "tools/hooks");
        Repository below =
                repository.write("infra/x", "").from(repository.folder().resolve("infra"));
        GitHook.of(below.asGit()).install(command, List.of(), false);
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
        GitHook.of(repository.from(worktree).asGit()).install(command, List.of(), false);
        assertThat(repository.folder().resolve(".git/hooks/pre-commit")).exists();
    }

    @Test
    void aHookWhoseEkslintIsGoneSaysSo() throws Exception {
        hook().install(command, List.of(), false);
        Files.delete(Path.of(command.get(0)));
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
