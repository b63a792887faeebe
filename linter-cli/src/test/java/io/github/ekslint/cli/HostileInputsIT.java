package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No input crashes the jar, hangs it or takes more than 512 MB; a good spec beside it is judged all the same. */
class HostileInputsIT {

    private static final String HEAD =
            "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: x, region: eu-central-1}\n";

    @TempDir
    private Path temporary;

    /** Makes something hostile in a folder of its own. */
    @FunctionalInterface
    private interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * Something hostile.
     *
     * @param status that a run with it ends with
     */
    private record Trap(String name, int status, Maker maker) {

        /** What is large has a process of its own. */
        String process() {
            return name.startsWith("50 MB") ? name : status == 0 ? "what is harmless" : "what cannot be read";
        }
    }

    /** Few processes for all of them: what they end with tells of each. */
    static Stream<Arguments> processes() {
        return traps()
                .collect(Collectors.groupingBy(Trap::process, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static Stream<Trap> traps() {
        return Stream.of(
                trap("empty", 0, f -> Files.createFile(f.resolve("x.yaml"))),
                trap("blanks", 0, f -> Files.writeString(f.resolve("x.yaml"), " \n\t\n")),
                trap(
                        "binary",
                        0,
                        f -> Files.write(f.resolve("x.yaml"), new byte[] {0, 1, 2, (byte) 0xFE, (byte) 0xFF, 0, 0, 7})),
                trap(
                        "truncated YAML",
                        2,
                        f -> Files.writeString(f.resolve("x.yaml"), HEAD + "vpc: {subnets: {private: ")),
                trap(
                        "truncated JSON",
                        2,
                        f -> Files.writeString(
                                f.resolve("x.json"),
                                "{\"apiVersion\": \"eksctl.io/v1alpha5\", \"kind\": \"ClusterConfig\", \"vpc\": {\"id\"")),
                trap(
                        "UTF-16",
                        0,
                        f -> Files.write(f.resolve("x.yaml"), ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_16LE))),
                trap(
                        "Latin-1",
                        0,
                        f -> Files.write(f.resolve("x.yaml"), "größe: 1\n".getBytes(Charset.forName("ISO-8859-1")))),
                trap("control characters", 0, f -> Files.writeString(f.resolve("x.yaml"), "a: \u001b[2J\u0007\n")),
                trap(
                        "version as a number",
                        0,
                        f -> Files.writeString(f.resolve("x.yaml"), HEAD.replace("}", ", version: 1.30}"))),
                trap(
                        "wrong types everywhere",
                        2,
                        f -> Files.writeString(
                                f.resolve("x.yaml"),
                                HEAD + "vpc: []\nnodeGroups: {a: 1}\nmanagedNodeGroups: 7\niam: no\naddons: {}\n")),
                trap("root is a list", 0, f -> Files.writeString(f.resolve("x.yaml"), "- eksctl.io/v1alpha5\n")),
                trap("cyclic alias", 2, f -> Files.writeString(f.resolve("x.yaml"), HEAD + "vpc: &v\n  subnets: *v\n")),
                trap("alias bomb", 2, f -> Files.writeString(f.resolve("x.yaml"), HEAD + bomb())),
                trap(
                        "nesting of a hundred levels",
                        2,
                        f -> Files.writeString(
                                f.resolve("x.yaml"), HEAD + "vpc: " + "[".repeat(120) + "]".repeat(120) + "\n")),
                trap(
                        "nesting of many levels",
                        2,
                        f -> Files.writeString(f.resolve("x.yaml"), HEAD + "vpc: " + "[".repeat(100_000))),
                trap("nested JSON", 0, f -> Files.writeString(f.resolve("x.json"), "[".repeat(1_000_000))),
                trap("duplicate keys", 2, f -> Files.writeString(f.resolve("x.yaml"), HEAD + "vpc: {id: a, id: b}\n")),
                trap(
                        "templates",
                        0,
                        f -> Files.writeString(f.resolve("x.yaml"), "{{ if .Values.x }}\nname: ${NAME}\n{{ end }}\n")),
                trap(
                        "50 MB of YAML",
                        2,
                        f -> big(
                                f.resolve("x.yaml"), HEAD, "# filler filler filler filler filler filler filler\n", "")),
                trap(
                        "50 MB of JSON",
                        2,
                        f -> big(
                                f.resolve("x.json"),
                                "{\"items\": [0\n",
                                ", {\"metadata\": {\"name\": \"filler\"}, \"spec\": {}}\n",
                                "]}")),
                trap(
                        "50 MB in one line",
                        0,
                        f -> big(
                                f.resolve("x.json"),
                                "{\"items\": \"",
                                "filler filler filler filler filler filler filler ",
                                "\"}")),
                trap("dangling link", 0, f -> Files.createSymbolicLink(f.resolve("x.yaml"), Path.of("nowhere.yaml"))),
                trap("link to itself", 0, f -> Files.createSymbolicLink(f.resolve("x.yaml"), Path.of("x.yaml"))),
                trap("cycle of folders", 0, f -> {
                    Files.createDirectories(f.resolve("a/b"));
                    Files.createSymbolicLink(f.resolve("a/b/c"), f.resolve("a"));
                }),
                trap(
                        "device behind a link",
                        0,
                        f -> Files.createSymbolicLink(f.resolve("x.yaml"), Path.of("/dev/zero"))),
                trap("folder named like a file", 0, f -> Files.createDirectories(f.resolve("x.yaml"))),
                trap("name that is no text", 0, f -> Files.writeString(f.resolve("x\u001b[31m\n.yaml"), "a: 1\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void endsWithAMessageAndTheOtherFileIsJudged(String name, List<Trap> traps) throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("specs"));
        Files.writeString(folder.resolve("good.yaml"), Specs.TWO_ZONES);
        for (Trap trap : traps) {
            trap.maker.make(Files.createDirectory(folder.resolve(trap.name)));
        }
        Run run = new Jar(folder, temporary)
                // 50 MB of JSON do not fit either: the less there is, the sooner that is known
                .java(name.equals("50 MB of JSON") ? "-Xmx256m" : "-Xmx512m")
                .run("check", ".", "--select", "EKS-NET-001", "--as-of", "2026-11-22", "--verbose");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("pass EKS-NET-001 Cluster orders (good.yaml:")
                .doesNotContain("\tat ", "\u001b");
        for (Trap trap : traps) {
            assertThat(run.status()).as(run.out()).isEqualTo(trap.status);
            if (trap.status != 0) {
                assertThat(run.out())
                        .containsPattern("problem\\[[a-z-]+][^|>]* --> " + trap.name + "/x\\.(yaml|json):\\d+:\\d+\n");
            }
        }
    }

    @Test
    void whatMayNotBeReadIsNamed() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("specs"));
        Path closed = Files.writeString(folder.resolve("closed.yaml"), Specs.ONE_ZONE);
        Files.writeString(folder.resolve("good.yaml"), Specs.TWO_ZONES);
        assertThat(closed.toFile().setReadable(false, false)).isTrue();
        Jar jar = new Jar(folder, temporary);
        if (Files.isReadable(closed)) {
            assumeThat(Path.of("/usr/bin/setpriv"))
                    .as("what makes the super-user another one")
                    .exists();
            for (Path way : List.of(temporary, folder)) {
                Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            jar = jar.through("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }
        Run run = jar.run("check", "closed.yaml", "good.yaml", "--select", "EKS-NET-001", "--verbose");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("closed.yaml", "permission denied", "pass EKS-NET-001");
    }

    private static Trap trap(String name, int status, Maker maker) {
        return new Trap(name, status, maker);
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        return bomb.toString();
    }

    private static void big(Path file, String head, String filler, String tail) throws IOException {
        byte[] bytes = filler.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < 50_000_000; written += bytes.length) {
                out.write(bytes);
            }
            out.write(tail.getBytes(StandardCharsets.UTF_8));
        }
    }
}
