package io.github.ekslint.cli;

import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.UsageError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Runs git, without a network.
 *
 * @param folder where it runs
 * @param environment all of its environment variables; those that a hook gets ({@code GIT_INDEX_FILE} …) belong to it
 */
record Git(Path folder, Map<String, String> environment) {

    /** Variables that change how the names given to git are read. */
    private static final Set<String> READINGS_OF_NAMES =
            Set.of("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS");

    /**
     * What a git command prints.
     *
     * @throws UsageError when git is not there or fails, with what it says
     */
    String run(String... arguments) {
        return begin(arguments).output();
    }

    /**
     * What a git command answers, whether it succeeds or not.
     *
     * @param status its exit status
     * @param output what it prints
     * @param complaint what it prints on standard error
     */
    record Answer(int status, String output, String complaint) {}

    /** Runs a git command to its end. */
    Answer answer(String... arguments) {
        return begin(arguments).answer();
    }

    /**
     * A git command that has begun; other work may be done before its answer is asked for.
     *
     * @param name of the command
     * @param complaint what it prints on standard error, as it comes
     */
    record Running(String name, Process process, CompletableFuture<String> complaint) {

        /** Waits for what it answers. */
        Answer answer() {
            try {
                process.getOutputStream().close();
                String output = text(process.getInputStream());
                return new Answer(process.waitFor(), output, complaint.join());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new UsageError("git " + name + " was interrupted");
            }
        }

        /**
         * Waits for what it prints.
         *
         * @throws UsageError when it fails, with what it says
         */
        String output() {
            Answer answer = answer();
            if (answer.status != 0) {
                String said = answer.complaint.lines().findFirst().orElse("it ends with status " + answer.status);
                throw new UsageError("git %s: %s".formatted(name, said.replaceFirst("^fatal: ", "")));
            }
            return answer.output;
        }
    }

    /** Begins to run a git command. */
    Running begin(String... arguments) {
        Process process = start(arguments);
        return new Running(arguments[0], process, CompletableFuture.supplyAsync(() -> text(process.getErrorStream())));
    }

    /** Starts a git command. */
    Process start(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false", "-c", "diff.relative=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(READINGS_OF_NAMES);
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UsageError("git cannot be started: " + Reasons.of(e));
        }
    }

    private static String text(InputStream stream) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stream.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
