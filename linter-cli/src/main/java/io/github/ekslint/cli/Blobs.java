package io.github.ekslint.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads contents from git's object store, all through one process that starts with the first. */
final class Blobs implements AutoCloseable {

    private final Git git;
    private final Deque<String> asked = new ArrayDeque<>();
    private @Nullable Process process;
    private @Nullable InputStream answers;

    Blobs(Git git) {
        this.git = git;
    }

    /** Asks for contents that will be read in this order, so that git looks for one while the one before is parsed. */
    void ahead(List<String> ids) {
        if (asked.isEmpty() && ids.size() > 1) {
            asked.addAll(ids);
            OutputStream out = running().getOutputStream();
            Thread asking = new Thread(() -> ask(out, ids), "git-cat-file");
            asking.setDaemon(true);
            asking.start();
        }
    }

    /**
     * A file's content.
     *
     * @param id of the object
     * @param most more bytes than these are left out
     * @return empty when git does not have it here
     */
    Optional<byte[]> read(String id, int most) throws IOException {
        OutputStream out = running().getOutputStream();
        while (!asked.isEmpty()) {
            boolean meant = asked.remove().equals(id);
            Optional<byte[]> content = answer(meant ? most : 0);
            if (meant) {
                return content;
            }
        }
        ask(out, List.of(id));
        return answer(most);
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            running = git.start("cat-file", "--batch");
            answers = new BufferedInputStream(running.getInputStream(), 1 << 16);
            process = running;
        }
        return running;
    }

    /** An end of git shows where its answers are read. */
    private static void ask(OutputStream out, List<String> ids) {
        try {
            for (String id : ids) {
                out.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException ended) {
            return;
        }
    }

    private Optional<byte[]> answer(int most) throws IOException {
        InputStream in = Objects.requireNonNull(answers);
        String[] head = line(in).split(" ");
        if (head.length != 3) {
            return Optional.empty();
        }
        long size = Long.parseLong(head[2]);
        byte[] content = in.readNBytes((int) Math.min(size, most));
        in.skipNBytes(size - content.length + 1);
        return Optional.of(content);
    }

    /** The line that precedes a content: id, type and size, or id and “missing”. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("git cat-file ended before its time");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
