package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout whose Maven wrapper only notes that it was called, and takes the finished jar for built. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherIT {

    private static final Path REPOSITORY = Objects.requireNonNull(Jar.path().getParent())
            .resolve("../..")
            .normalize()
            .toAbsolutePath();
    private static final Instant LONG_AGO = Instant.now().minus(1, ChronoUnit.DAYS);

    @TempDir
    private Path temporary;

    private Path checkout = Path.of("");

    @BeforeEach
    void aCheckoutWithGaps() throws IOException {
        checkOut("with gaps");
    }

    private void checkOut(String name) throws IOException {
        checkout = Files.createDirectories(temporary.resolve(name));
        Files.copy(REPOSITORY.resolve("ekslint"), checkout.resolve("ekslint"));
        file("pom.xml");
        file("linter-core/src/main/java/Some.java");
        file("rules/src/main/resources/rule.yaml");
        Path wrapper = Files.writeString(
                checkout.resolve("mvnw"),
                """
                #!/bin/sh
                echo "$@" >>mvnw.calls
                test ! -e broken || exit 1
                mkdir -p linter-cli/target
                cp '%s' linter-cli/target/ekslint.jar
                """
                        .formatted(Jar.path().toAbsolutePath()));
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        Files.writeString(temporary.resolve("bad größe.yaml"), Specs.ONE_ZONE);
    }

    @Test
    void aMissingJarIsBuiltAndThenRun() throws Exception {
        Run run = launch("check", "bad größe.yaml", "--select", "EKS-NET-001");
        assertThat(run.out()).contains("--> bad größe.yaml:");
        assertThat(run.err()).contains("building linter-cli/target/ekslint.jar");
        assertThat(run.status()).isEqualTo(1);
        assertThat(builds()).hasSize(1).first().asString().contains("package", "-pl linter-cli -am");
    }

    @Test
    void aJarNewerThanTheSourcesIsNotBuiltAgain() throws Exception {
        launch("--version");
        assertThat(launch("--version").err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aJarOlderThanAnySourceIsBuiltAgain() throws Exception {
        launch("--version");
        for (String changed :
                List.of("pom.xml", "linter-core/src/main/java/Some.java", "rules/src/main/resources/rule.yaml")) {
            int before = builds().size();
            Files.setLastModifiedTime(
                    checkout.resolve(changed), FileTime.from(Instant.now().plusSeconds(5)));
            assertThat(launch("--version").err()).as(changed).contains("building");
            assertThat(builds()).hasSize(before + 1);
            Files.setLastModifiedTime(checkout.resolve(changed), FileTime.from(LONG_AGO));
        }
    }

    @Test
    void aBuildThatFailsIsSaid() throws Exception {
        Files.createFile(checkout.resolve("broken"));
        Run run = launch("--version");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the build failed", "-pl linter-cli -am shows why");
    }

    @Test
    void aLinkToItFindsItsJar() throws Exception {
        launch("--version");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("with gaps/ekslint"));
        assertThat(start(link, Map.of(), "--version").out()).startsWith("ekslint ");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theFirstCheckMayPrepareAnArchiveOfClassesThatLaterOnesUse() throws Exception {
        checkOut("checkout"); // JDK 17 archives nothing of a jar whose path has gaps
        Run first = check(Map.of("EKSLINT_ARCHIVE", "first"));
        assertThat(archives()).hasSize(1);
        Run second = check(Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + temporary.resolve("classes")));
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(second.status()).isEqualTo(1);
        assertThat(Files.readAllLines(temporary.resolve("classes")))
                .anyMatch(l -> l.contains("io.github.ekslint.Linter ") && l.contains("shared objects file"));
    }

    @Test
    void anArchiveOfAnotherJarIsMadeAgain() throws Exception {
        check(Map.of("EKSLINT_ARCHIVE", "first"));
        Path archive = archives().get(0);
        Files.setLastModifiedTime(archive, FileTime.from(LONG_AGO));
        Run run = check(Map.of("EKSLINT_ARCHIVE", "first"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(archive).toInstant()).isAfter(LONG_AGO.plusSeconds(60));
    }

    @Test
    void aDamagedArchiveDoesNoHarm() throws Exception {
        check(Map.of("EKSLINT_ARCHIVE", "first"));
        Path archive = archives().get(0);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.writeString(archive, "damaged");
        Run run = check(Map.of());
        assertThat(run.out()).contains("--> bad größe.yaml:");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    private Run check(Map<String, String> environment) throws Exception {
        return start(checkout.resolve("ekslint"), environment, "check", "bad größe.yaml", "--select", "EKS-NET-001");
    }

    @Test
    void withoutJavaItSaysWhatIsNeeded() throws Exception {
        Run run = start(checkout.resolve("ekslint"), Map.of("JAVA_HOME", temporary.toString()), "--version");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Java 17 or newer is needed");
    }

    private Run launch(String... arguments) throws Exception {
        return start(checkout.resolve("ekslint"), Map.of(), arguments);
    }

    private Run start(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        all.putAll(environment);
        return new Jar(temporary, temporary).start(command, new File("/dev/null"), all);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.resolve("mvnw.calls"));
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.list(checkout.resolve("linter-cli/target"))) {
            return files.filter(f -> f.toString().endsWith(".jsa")).toList();
        }
    }

    private void file(String name) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }
}
