package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar needs nothing but a Java. */
class AnyMachineIT {

    @TempDir
    private Path folder;

    @TempDir
    private Path scratch;

    @BeforeEach
    void specs() throws IOException {
        Files.writeString(folder.resolve("bad größe.yaml"), Specs.ONE_ZONE);
        Files.writeString(folder.resolve("good.yaml"), Specs.TWO_ZONES);
    }

    /** Each of these as far as the machine allows it. */
    @Test
    void anotherUserWithoutHomeOrNetworkMayRunItFromAReadOnlyFolder() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("nur zum Lösen"));
        Path copy = Files.copy(Jar.path(), closed.resolve("ekslint größe.jar"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        for (Path way : List.of(folder, closed)) {
            Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>();
        if (isPossible("unshare", "--net", "true")) {
            command.addAll(List.of("unshare", "--net"));
        }
        if (isPossible("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("env", "-i", "LC_ALL=C.UTF-8", java, "-jar", copy.toString()));
        command.addAll(List.of("check", "bad größe.yaml", "--select", "EKS-NET-001"));
        try {
            Run run = new Jar(folder, scratch).start(command, new File("/dev/null"), Map.of());
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("--> bad größe.yaml:8:3");
            assertThat(run.status()).isEqualTo(1);
        } finally {
            for (Path way : List.of(folder, closed)) {
                Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isPossible(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The Java of this build, and those where Linux distributions put theirs. */
    static Stream<Path> javas() throws IOException {
        Set<Path> homes =
                new TreeSet<>(Set.of(Path.of(System.getProperty("java.home")).toRealPath()));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> all = Files.list(usual)) {
                for (Path home : all.filter(h -> Files.isExecutable(h.resolve("bin/java")))
                        .toList()) {
                    homes.add(home.toRealPath());
                }
            }
        }
        return homes.stream();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void noJavaWarns(Path home) throws Exception {
        Run run = new Jar(folder, scratch)
                .start(
                        List.of(
                                home.resolve("bin/java").toString(),
                                "-jar",
                                Jar.path().toString(),
                                "check",
                                "good.yaml",
                                "--as-of",
                                "2026-11-22"),
                        new File("/dev/null"),
                        Map.of());
        assumeThat(run.err()).doesNotContain("UnsupportedClassVersionError");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(" passed, ");
    }
}
