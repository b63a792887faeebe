package io.github.ekslint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs the standalone jar in a process of its own. */
final class Jar {

    private static final long MINUTES = 3;

    private final Path folder;
    private final Path scratch;
    private final List<String> before = new ArrayList<>();
    private final List<String> javaOptions = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    /**
     * @param folder the working folder of the process
     * @param scratch where its output is kept
     */
    Jar(Path folder, Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    static Path path() {
        return Path.of(Objects.requireNonNull(System.getProperty("ekslint.jar"), "ekslint.jar"));
    }

    /** Has another program start Java. */
    Jar through(String... program) {
        before.addAll(List.of(program));
        return this;
    }

    Jar java(String option) {
        javaOptions.add(option);
        return this;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(new File("/dev/null"), Map.of(), arguments);
    }

    Run run(File stdin, Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", path().toString()));
        command.addAll(List.of(arguments));
        return start(command, stdin, environment);
    }

    /** Runs any command in the same way, without the environment variables that could change what Java does. */
    Run start(List<String> command, File stdin, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", "");
        Path err = Files.createTempFile(scratch, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(stdin)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "NO_COLOR"));
        builder.environment().put("EKSLINT_ARCHIVE", "never");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it hangs: " + command);
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
