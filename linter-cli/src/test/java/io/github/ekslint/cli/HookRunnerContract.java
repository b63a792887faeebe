package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The hooks of this project as a real runner of hooks runs them in real repositories, with a release that a local server gives. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HookRunnerContract {

    private static final String PATH = "/ekslint-1.0.jar";

    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    private final Python program;
    private final AtomicInteger downloads = new AtomicInteger();
    private HttpServer server;
    private Path runner;
    private Repository hooks;
    private Repository repository;

    HookRunnerContract(Python program) {
        this.program = program;
    }

    @BeforeAll
    void release() throws Exception {
        runner = program.executable();
        byte[] jar = Files.readAllBytes(Jar.path());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, exchange -> {
            downloads.incrementAndGet();
            exchange.sendResponseHeaders(200, jar.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(jar);
            }
        });
        server.start();
        hooks = Hooks.released(
                shared.resolve("hooks"),
                PATH.substring(1),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @BeforeEach
    void repository() throws Exception {
        repository = environment(Repository.in(temporary.resolve("repo")));
        configure(hooks, "ekslint");
        repository.commit(".");
    }

    /** One cache for all tests, which nobody else has. */
    private Repository environment(Repository bare) {
        return bare.with("PRE_COMMIT_HOME", shared.resolve("pre-commit").toString())
                .with("PREK_HOME", shared.resolve("prek").toString())
                .with("EKSLINT_CACHE", shared.resolve("cache of ekslint").toString())
                .with(
                        "EKSLINT_REPOSITORY",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .with("NO_PROXY", "127.0.0.1")
                .with("no_proxy", "127.0.0.1")
                .with("JAVA_HOME", System.getProperty("java.home"));
    }

    private void configure(Repository from, String hook) throws Exception {
        repository.write(
                ".pre-commit-config.yaml",
                """
                repos:
                  - repo: %s
                    rev: %s
                    hooks:
                      - id: %s
                        args: [--select, EKS-NET-001, --as-of, "2026-11-22"]
                """
                        .formatted(from.folder(), from.git("rev-parse", "HEAD").strip(), hook));
    }

    @Test
    void aStagedDefectFailsTheFixPassesAndWhatIsNotStagedMakesNoDifference() throws Exception {
        repository.write("orders.yaml", Specs.ONE_ZONE).git("add", ".");
        Run bad = run();
        assertThat(bad.status()).as(bad.out() + bad.err()).isEqualTo(1);
        assertThat(bad.out()).contains("error[EKS-NET-001]", "--> orders.yaml:8:3");
        repository.write("orders.yaml", Specs.TWO_ZONES);
        assertThat(run().status()).isEqualTo(1);
        repository.git("add", ".");
        repository.write("orders.yaml", Specs.ONE_ZONE);
        Run good = run();
        assertThat(good.status()).as(good.out() + good.err()).isZero();
        assertThat(downloads).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void everyWayToCommitIsChecked() throws Exception {
        repository.write("orders.yaml", Specs.TWO_ZONES).commit("orders.yaml");
        assertThat(repository.start(List.of(runner.toString(), "install")).status())
                .isZero();
        repository.write("orders.yaml", Specs.ONE_ZONE);
        repository.write("other.txt", "x").git("add", "other.txt");
        assertThat(commit("--all").out() + commit("--all").err()).contains("--> orders.yaml:8:3");
        assertThat(commit("orders.yaml").status()).isEqualTo(1);
        assertThat(commit().status()).isZero();
    }

    @Test
    void allFilesOfACleanCheckoutAreJudged() throws Exception {
        repository.write("mit Lücken/größe.yaml", Specs.ONE_ZONE).commit(".");
        Run run = run("--all-files");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--> mit Lücken/größe.yaml:8:3");
    }

    @Test
    void aRangeOfCommitsIsJudgedAsOfItsEnd() throws Exception {
        repository.write("old.yaml", Specs.ONE_ZONE).commit("old.yaml");
        repository.write("new.yaml", Specs.ONE_ZONE).commit("new.yaml");
        Run run = run("--from-ref", "HEAD~1", "--to-ref", "HEAD");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--> new.yaml:8:3").doesNotContain("--> old.yaml");
    }

    @Test
    void aProjectMayHaveTheRunnerSayWhatIsJudged() throws Exception {
        repository.write("bad.yaml", Specs.ONE_ZONE).write("worse.yaml", Specs.ONE_ZONE);
        String settings = Files.readString(repository.folder().resolve(".pre-commit-config.yaml"));
        repository.write(
                ".pre-commit-config.yaml", settings + "        pass_filenames: true\n        exclude: worse.yaml\n");
        repository.git("add", ".");
        assertThat(run().out()).contains("--> bad.yaml:8:3").doesNotContain("worse.yaml");
    }

    @Test
    void theInstalledOneIsUsedOnRequest() throws Exception {
        installed(
                """
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar '%s' "$@"
                """
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), Jar.path()));
        configure(hooks, "ekslint-system");
        repository.write("orders.yaml", Specs.ONE_ZONE).git("add", ".");
        Run run = run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--> orders.yaml:8:3");
    }

    /** More names than fit one command line: with them, the runner would call the hook several times. */
    @Test
    void thereIsOneProcessHoweverManyFilesAreStaged() throws Exception {
        Path calls = temporary.resolve("calls");
        installed("echo $# >>'%s'\n".formatted(calls));
        for (int i = 0; i < 700; i++) {
            repository.write("n".repeat(200) + i + ".yaml", "a: 1\n");
        }
        configure(hooks, "ekslint-system");
        repository.git("add", ".");
        assertThat(run().status()).isZero();
        assertThat(calls).hasContent("6");
    }

    /** Puts an ekslint on the path. */
    private void installed(String script) throws Exception {
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Path launcher = Files.writeString(bin.resolve("ekslint"), "#!/bin/sh\n" + script);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        repository = repository.with("PATH", bin + ":" + System.getenv("PATH"));
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(runner.toString(), "run"));
        command.addAll(List.of(arguments));
        return repository.start(command);
    }

    private Run commit(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "commit", "--quiet", "--message", "x"));
        command.addAll(List.of(arguments));
        return repository.start(command);
    }
}
