package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with a Java of its own, made by the JDK that runs the tests. */
class RuntimeIT {

    @TempDir
    private Path temporary;

    @Test
    void itRunsWhereverItIsPutWithoutAnyOtherJava() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        assumeThat(jdk.resolve("bin/jlink")).exists();
        assumeThat(new File("/bin/sh")).exists();
        Path project =
                Objects.requireNonNull(Jar.path().getParent()).resolve("../..").normalize();
        Path made = temporary.resolve("made");
        Run build = start(
                Map.of("JAVA_HOME", jdk.toString()),
                project.resolve("dist/runtime/build").toString(),
                Jar.path().toString(),
                made.toString());
        assertThat(build.status()).as(build.out() + build.err()).isZero();
        assertThat(build.err()).isEmpty();
        Path moved = Files.move(made, temporary.resolve("moved"));
        Files.writeString(temporary.resolve("größe.yaml"), Specs.ONE_ZONE);
        Path classes = temporary.resolve("classes");
        Run run = start(
                Map.of(
                        "PATH", "/usr/bin:/bin",
                        "LC_ALL", "C.UTF-8",
                        "JAVA_HOME", "/nonexistent",
                        "JAVA_OPTS", "-Xlog:class+load:file=" + classes),
                moved.resolve("bin/ekslint").toString(),
                "check",
                "größe.yaml",
                "--select",
                "EKS-NET-001");
        assertThat(run.out()).contains("--> größe.yaml:8:3");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
        assertThat(Files.readAllLines(classes)).anyMatch(l -> l.contains(" java.lang.Object source: shared objects"));
    }

    private Run start(Map<String, String> environment, String... command) throws Exception {
        return new Jar(temporary, temporary).start(List.of(command), new File("/dev/null"), environment);
    }
}
