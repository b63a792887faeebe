package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.config.Config;
import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.request.SpecParameters;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --staged} reads and judges, in real repositories. */
class StagedTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.installed();
    private static final Linter LINTER = new Linter(CATALOGUE, BuiltInData.load());

    @TempDir
    private Path temporary;

    private Repository repository;

    @BeforeEach
    void repository() throws Exception {
        repository = Repository.in(temporary.resolve("repo"));
    }

    @Test
    void theFirstCommitOfARepositoryIsJudged() throws Exception {
        repository.write("bad.yaml", Specs.ONE_ZONE).git("add", ".");
        assertThat(failing()).containsExactly("bad.yaml:8");
    }

    @Test
    void whatIsStagedCountsAndNotTheFileAsItIs() throws Exception {
        repository.write("a.yaml", Specs.ONE_ZONE).write("b.yaml", Specs.TWO_ZONES);
        repository.git("add", ".");
        repository.write("a.yaml", Specs.TWO_ZONES).write("b.yaml", Specs.ONE_ZONE);
        assertThat(failing()).containsExactly("a.yaml:8");
        repository.git("add", ".");
        assertThat(failing()).containsExactly("b.yaml:8");
    }

    @Test
    void aPartOfAFileCanBeStaged() throws Exception {
        repository.write("a.yaml", Specs.TWO_ZONES).commit("a.yaml");
        repository.write("a.yaml", "# staged\n" + Specs.TWO_ZONES).git("add", ".");
        repository.write("a.yaml", "# staged\n" + Specs.ONE_ZONE);
        assertThat(failing()).isEmpty();
        assertThat(judged()).containsExactly("a.yaml");
    }

    @Test
    void whatWasCommittedBeforeIsNotReported() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository.write("new.yaml", Specs.TWO_ZONES).git("add", "new.yaml");
        assertThat(judged()).containsExactly("new.yaml");
        assertThat(failing()).isEmpty();
    }

    @Test
    void nothingStagedIsNothingToJudge() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository.write("untracked.yaml", Specs.ONE_ZONE);
        assertThat(judged()).isEmpty();
    }

    /** As with {@code pre-commit run --all-files}. */
    @Test
    void aRunnerOfHooksThatAsksForNothingStagedMeansAllFiles() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository = repository.with("PRE_COMMIT", "1");
        assertThat(failing()).containsExactly("old.yaml:8");
        repository.write("new.yaml", Specs.TWO_ZONES).git("add", "new.yaml");
        assertThat(judged()).containsExactly("new.yaml");
        repository.commit("new.yaml");
        repository.git("rm", "--quiet", "new.yaml");
        assertThat(judged()).isEmpty();
    }

    /** As with {@code pre-commit run --from-ref … --to-ref …}, and before a push. */
    @Test
    void aRunnerOfHooksMayWorkOnARangeOfCommitsInsteadOfTheIndex() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).write("gone.yaml", Specs.ONE_ZONE);
        repository.commit("old.yaml", "gone.yaml");
        String from = repository.git("rev-parse", "HEAD").strip();
        repository.git("rm", "--quiet", "gone.yaml");
        repository.write("pushed.yaml", Specs.ONE_ZONE).commit("pushed.yaml");
        String to = repository.git("rev-parse", "HEAD").strip();
        repository.write("pushed.yaml", Specs.TWO_ZONES).write("staged.yaml", Specs.ONE_ZONE);
        repository.git("add", ".");
        repository = repository
                .with("PRE_COMMIT", "1")
                .with("PRE_COMMIT_FROM_REF", from)
                .with("PRE_COMMIT_TO_REF", to);
        assertThat(failing()).containsExactly("pushed.yaml:8");
        assertThat(failing("old.yaml")).containsExactly("old.yaml:8");
        repository = repository.with("PRE_COMMIT_FROM_REF", to);
        assertThat(judged()).isEmpty();
    }

    @Test
    void namedFilesAreJudgedAsStagedWhetherTheyDifferFromTheLastCommitOrNot() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository.write("old.yaml", Specs.TWO_ZONES);
        assertThat(failing("old.yaml")).containsExactly("old.yaml:8");
        assertThat(failing(".")).containsExactly("old.yaml:8");
    }

    @Test
    void deletedFilesAreNoMatterAndRenamedOnesAreJudgedUnderTheirNewName() throws Exception {
        repository.write("a.yaml", Specs.ONE_ZONE).write("b.yaml", Specs.ONE_ZONE);
        repository.commit("a.yaml", "b.yaml");
        repository.git("rm", "--quiet", "a.yaml");
        repository.git("mv", "b.yaml", "c.yaml");
        assertThat(failing()).containsExactly("c.yaml:8");
    }

    @Test
    void namesMayHoldBlanksAndAnyLetters() throws Exception {
        repository.write("mit Lücken/größe \"1\".yaml", Specs.ONE_ZONE).git("add", ".");
        assertThat(failing()).containsExactly("mit Lücken/größe \"1\".yaml:8");
        assertThat(failing("mit Lücken/größe \"1\".yaml")).hasSize(1);
    }

    @Test
    void linksAndSubmodulesAreLeftOut() throws Exception {
        Repository other = Repository.in(temporary.resolve("other"));
        other.write("bad.yaml", Specs.ONE_ZONE).commit("bad.yaml");
        repository.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                other.folder().toString(),
                "sub.yaml");
        Files.createSymbolicLink(repository.folder().resolve("link.yaml"), Path.of("sub.yaml/bad.yaml"));
        repository.git("add", ".");
        assertThat(judged()).isEmpty();
        assertThat(lint().skipped())
                .extracting(Report.Skipped::uri, Report.Skipped::why)
                .contains(tuple("link.yaml", "it is a symbolic link"), tuple("sub.yaml", "it is a submodule"));
    }

    @Test
    void aMergeIsJudgedByWhatItBringsIn() throws Exception {
        repository.write("ours.yaml", Specs.TWO_ZONES).commit("ours.yaml");
        repository.git("checkout", "--quiet", "-b", "theirs");
        repository.write("theirs.yaml", Specs.ONE_ZONE).commit("theirs.yaml");
        repository.git("checkout", "--quiet", "main");
        repository.write("more.yaml", Specs.TWO_ZONES).commit("more.yaml");
        repository.git("merge", "--quiet", "--no-commit", "--no-ff", "theirs");
        assertThat(failing()).containsExactly("theirs.yaml:8");
    }

    @Test
    void aConflictThatIsNotResolvedIsAProblem() throws Exception {
        repository.write("a.yaml", Specs.TWO_ZONES).commit("a.yaml");
        repository.git("checkout", "--quiet", "-b", "theirs");
        repository.write("a.yaml", Specs.ONE_ZONE).commit("a.yaml");
        repository.git("checkout", "--quiet", "main");
        repository.write("a.yaml", Specs.UNKNOWN_ZONES).commit("a.yaml");
        repository.start(List.of("git", "merge", "--quiet", "theirs"));
        assertThat(lint().problems())
                .extracting(p -> p.code() + " " + p.place())
                .containsExactly("unmerged a.yaml:1:1");
    }

    @Test
    void theIndexThatGitNamesToAHookIsTheOneRead() throws Exception {
        repository.write("a.yaml", Specs.TWO_ZONES).commit("a.yaml");
        repository.write("a.yaml", Specs.ONE_ZONE);
        Repository asHook = repository.with(
                "GIT_INDEX_FILE", temporary.resolve("next-index").toString());
        asHook.git("read-tree", "HEAD");
        asHook.git("add", "a.yaml");
        assertThat(judged()).isEmpty();
        repository = asHook.with("GIT_DIR", ".git");
        assertThat(failing()).containsExactly("a.yaml:8");
    }

    @Test
    void aLinkedWorktreeHasAnIndexOfItsOwn() throws Exception {
        repository.write("a.yaml", Specs.TWO_ZONES).commit("a.yaml");
        Path worktree = temporary.resolve("worktree");
        repository.git("worktree", "add", "--quiet", worktree.toString());
        repository = repository.from(worktree);
        repository.write("a.yaml", Specs.ONE_ZONE).git("add", ".");
        assertThat(failing()).containsExactly("a.yaml:8");
    }

    @Test
    void aStagedFileIsJudgedWithWhatItJoins() throws Exception {
        repository.write("clusters/orders.yaml", Specs.UNKNOWN_ZONES).commit("clusters/orders.yaml");
        repository.write("recorded/subnets.json", Specs.SUBNETS_IN_ONE_ZONE).git("add", ".");
        assertThat(failing()).containsExactly("clusters/orders.yaml:8");
        repository.git("commit", "--quiet", "--message", "recorded");
        repository
                .write("clusters/orders.yaml", "# more\n" + Specs.UNKNOWN_ZONES)
                .git("add", ".");
        repository.write("recorded/subnets.json", "[]");
        assertThat(failing()).containsExactly("clusters/orders.yaml:9");
    }

    @Test
    void recordingsThatGitDoesNotTrackAreReadAsTheyAre() throws Exception {
        repository.write("clusters/orders.yaml", Specs.UNKNOWN_ZONES).git("add", ".");
        repository.write("recorded/subnets.json", Specs.SUBNETS_IN_ONE_ZONE);
        assertThat(lint(List.of(), List.of(), List.of("recorded")).with(Result.FAIL))
                .hasSize(1);
        repository.git("add", ".");
        repository.write("recorded/subnets.json", "[]");
        assertThat(lint(List.of(), List.of(), List.of("recorded")).with(Result.FAIL))
                .hasSize(1);
    }

    @Test
    void aContextNarrowsWhatIsJoined() throws Exception {
        repository.write("clusters/orders.yaml", Specs.UNKNOWN_ZONES);
        repository.write("recorded/subnets.json", Specs.SUBNETS_IN_ONE_ZONE).git("add", ".");
        Report report = lint(List.of("clusters/orders.yaml"), List.of("clusters"));
        assertThat(report.with(Result.UNKNOWN)).hasSize(1);
    }

    @Test
    void aContextOnDiskIsReadButNotJudged() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("plain"));
        Path spec = Files.writeString(folder.resolve("orders.yaml"), Specs.UNKNOWN_ZONES);
        Files.writeString(folder.resolve("other.yaml"), Specs.ONE_ZONE.replace("orders", "other"));
        Files.writeString(folder.resolve("subnets.json"), Specs.SUBNETS_IN_ONE_ZONE);
        Run run = Run.of(
                "check",
                "--select",
                "EKS-NET-001",
                "--format",
                "json",
                "--context",
                folder.toString(),
                spec.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("\"fail\": 1", "\"specs\": 1").doesNotContain("other.yaml");
    }

    @Test
    void aBrokenFileElsewhereDoesNotStopTheCommit() throws Exception {
        repository.write("broken.yaml", Specs.BROKEN).commit("broken.yaml");
        repository.write("good.yaml", Specs.TWO_ZONES).git("add", ".");
        assertThat(lint().problems()).isEmpty();
        repository.write("broken.yaml", Specs.BROKEN + "#\n").git("add", ".");
        assertThat(lint().problems()).extracting(p -> p.place().file().uri()).containsExactly("broken.yaml");
    }

    @Test
    void otherFilesAreNotReadForACommitWithoutSpecs() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository.write("other.yaml", "a: 1\n").git("add", ".");
        assertThat(lint().files()).isEqualTo(1);
    }

    @Test
    void theStagedConfigurationHoldsAndConcernsEverything() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository
                .write(ConfigFile.NAME, "rules: {EKS-NET-001: {severity: off}}\n")
                .git("add", ".");
        repository.write(ConfigFile.NAME, "rules: {}\n");
        Report off = lint();
        assertThat(off.specs()).hasSize(1);
        assertThat(off.verdicts()).isEmpty();
        repository.git("add", ".");
        assertThat(failing()).containsExactly("old.yaml:8");
    }

    @Test
    void anUntrackedConfigurationIsNoPartOfTheCommit() throws Exception {
        repository.write("a.yaml", Specs.ONE_ZONE).git("add", ".");
        repository.write(ConfigFile.NAME, "rules: {EKS-NET-001: {severity: off}}\n");
        assertThat(failing()).containsExactly("a.yaml:8");
    }

    @Test
    void aFolderBelowTheRootSeesTheSameCommit() throws Exception {
        repository
                .write("infra/a.yaml", Specs.ONE_ZONE)
                .write("b.yaml", Specs.ONE_ZONE)
                .git("add", ".");
        repository = repository.from(repository.folder().resolve("infra"));
        assertThat(failing()).containsExactlyInAnyOrder("a.yaml:8", temporary.toRealPath() + "/repo/b.yaml:8");
        assertThat(failing("../b.yaml")).hasSize(1);
    }

    @Test
    void aNameThatIsNotInTheIndexIsAProblem() throws Exception {
        repository.write("untracked.yaml", Specs.ONE_ZONE);
        for (String name : List.of("untracked.yaml", "missing", "../outside.yaml")) {
            Report report = lint(List.of(name), List.of());
            assertThat(report.problems()).extracting(p -> p.code()).containsExactly("no-such-file");
        }
    }

    @Test
    void aFolderWithoutARepositoryIsNamedAsTheReason() throws Exception {
        Path plain = Files.createDirectories(temporary.resolve("plain"));
        Git git = repository
                .with("GIT_CEILING_DIRECTORIES", temporary.toString())
                .from(plain)
                .asGit();
        assertThatThrownBy(() -> Index.open(git))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("not a git repository");
    }

    @Test
    void aSettingThatGitDoesNotTrackIsReadAsItIs() throws Exception {
        repository.write("values.yaml", "A: staged\n").git("add", ".");
        repository.write("values.yaml", "A: not staged\n").write("mine.yaml", "B: mine\n");
        try (Index index = Index.open(repository.asGit())) {
            assertThat(SpecParameters.of(
                            List.of(),
                            List.of(Path.of("values.yaml"), repository.folder().resolve("mine.yaml")),
                            index::option))
                    .isEqualTo(Map.of("A", "staged", "B", "mine"));
        }
    }

    private List<String> failing(String... names) throws IOException {
        return lint(List.of(names), List.of()).with(Result.FAIL).stream()
                .map(v -> v.place().file().uri() + ":" + v.place().line())
                .toList();
    }

    private List<String> judged() throws IOException {
        return lint().specs().stream().map(s -> s.file().uri()).toList();
    }

    private Report lint() throws IOException {
        return lint(List.of(), List.of());
    }

    private Report lint(List<String> names, List<String> context) throws IOException {
        return lint(names, context, List.of());
    }

    /** What the command does, with one rule. */
    private Report lint(List<String> names, List<String> context, List<String> evidence) throws IOException {
        Surroundings around = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(new ByteArrayOutputStream()),
                repository.environment(),
                false,
                false);
        try (Index index = Index.open(repository.asGit());
                Progress progress = new Progress(around, false)) {
            Path here = repository.folder();
            Optional<Path> configuration = index.configuration();
            Config config = configuration
                    .map(f -> ConfigFile.read(index.option(f), f, here, CATALOGUE))
                    .orElse(Config.NONE);
            InputReader reader = new InputReader(index, progress);
            Inputs inputs = reader.read(
                    new InputReader.Asked(
                            names,
                            evidence,
                            context,
                            configuration.stream().map(Path::toString).toList()),
                    LINTER);
            Options options = Options.asOf(LocalDate.of(2026, 11, 22))
                    .only(r -> r.id().equals("EKS-NET-001"))
                    .with(config);
            return LINTER.lint(inputs, options);
        }
    }
}
