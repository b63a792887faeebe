package io.github.ekslint.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A distribution of Maven, with a local repository that holds this build's artifacts and takes everything else from the
 * repository of the build around it.
 *
 * @param version of Maven
 */
record Maven(String version) {

    /** The oldest that is supported. */
    static final Maven OLDEST = new Maven("3.6.3");

    /** The usual one. */
    static final Maven CURRENT = new Maven("3.9.16");

    /** The coming one. */
    static final Maven NEXT = new Maven("4.0.0-rc-4");

    private static final long MINUTES = 3;
    private static final String SETTINGS_TEXT =
            """
            <settings>
              <mirrors>
                <mirror>
                  <id>outer</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            </settings>
            """;
    private static final Path SETTINGS = settings();

    /** What a build ended with. */
    record Build(int status, String output) {

        /** The lines that contain a text. */
        List<String> lines(String text) {
            return output.lines().filter(l -> l.contains(text)).toList();
        }
    }

    /** Runs a build in a folder. */
    Build run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path mavens = Path.of(property("ekslint.mavens"));
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        if (!windows) {
            command.add("sh");
        }
        command.add(mavens.resolve("apache-maven-" + version)
                .resolve(windows ? "bin/mvn.cmd" : "bin/mvn")
                .toString());
        command.addAll(List.of(
                "-B", "-ntp", "-s", SETTINGS.toString(), "-Dmaven.repo.local=" + property("ekslint.repository")));
        if (!List.of(arguments).contains("-o")) {
            command.add("-U");
        }
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("maven", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(n -> n.startsWith("MAVEN_") || n.startsWith("JAVA_TOOL"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        builder.environment().put("MAVEN_SKIP_RC", "true");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it hangs: " + command);
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Build(process.exitValue(), text);
    }

    private static Path settings() {
        try {
            Path settings = Files.createTempFile("settings", ".xml");
            settings.toFile().deleteOnExit();
            return Files.writeString(
                    settings,
                    SETTINGS_TEXT.formatted(
                            Path.of(property("ekslint.outerRepository")).toUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
