package io.github.ekslint.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads contents from git's object store, all through one process that starts with the first. */
final class Blobs implements AutoCloseable {

    private final Git git;
    private @Nullable Process process;
    private @Nullable InputStream answers;

    Blobs(Git git) {
        this.git = git;
    }

    /**
     * A file's content.
     *
     * @param id of the object
     * @param most more bytes than these are left out
     * @return empty when git does not have it here
     */
    Optional<byte[]> read(String id, int most) throws IOException {
        Process running = process;
        InputStream in = answers;
        if (running == null || in == null) {
            running = git.start("cat-file", "--batch");
            in = new BufferedInputStream(running.getInputStream(), 1 << 16);
            process = running;
            answers = in;
        }
        OutputStream out = running.getOutputStream();
        out.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
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
