package io.github.ekslint.maven;

import io.github.ekslint.InputFiles;
import io.github.ekslint.source.SourceFinder.Candidate;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a run that passed, so that it need not be repeated while everything that it depended on is the same: settings and day,
 * the names and bytes of all files, rules and plugin, and the reports it wrote.
 *
 * @param file where it is remembered
 * @param key what the run depends on; null when that cannot be told, and then nothing is remembered
 * @param reports the files it writes
 */
record State(Path file, @Nullable String key, List<Path> reports) {

    /**
     * The state of a run.
     *
     * @param code the jars of the plugin, its rules and its dependencies
     */
    static State of(Path file, Settings settings, InputFiles files, Collection<File> code) {
        List<Path> reports =
                settings.formats().stream().map(settings::reportFile).toList();
        return new State(file, key(settings, files, code), reports);
    }

    /** The summary of the last run when another one would give the same. */
    Optional<String> unchanged() {
        try {
            List<String> remembered = Files.exists(file) ? Files.readAllLines(file) : List.of();
            boolean same = key != null
                    && remembered.size() == 3
                    && remembered.get(0).equals(key)
                    && remembered.get(1).equals(digest(reports));
            return same ? Optional.of(remembered.get(2)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Remembers a run that passed. What cannot be written is not remembered. */
    void passed(String summary) {
        if (key == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(key, digest(reports), summary));
        } catch (IOException readOnly) {
            forget();
        }
    }

    /** Forgets the last run that passed. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException gone) {
            // what is left names another key
        }
    }

    private static @Nullable String key(Settings settings, InputFiles files, Collection<File> code) {
        List<Path> read = new ArrayList<>();
        Stream.concat(files.specs().stream(), files.evidence().stream())
                .map(Candidate::path)
                .forEach(read::add);
        read.addAll(settings.request().parameterFiles());
        read.addAll(settings.data());
        settings.request().config().ifPresent(read::add);
        Stream.of(settings.baseline()).filter(Files::exists).forEach(read::add);
        try {
            StringBuilder key = new StringBuilder(settings.toString())
                    .append(settings.request().day())
                    .append(files.problems())
                    .append(files.skipped())
                    .append(digest(read));
            for (File jar : code) {
                key.append(jar.getPath()).append(jar.length()).append(jar.lastModified());
            }
            return HexFormat.of().formatHex(sha256().digest(key.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static String digest(List<Path> files) throws IOException {
        MessageDigest all = sha256();
        for (Path file : files) {
            all.update((file + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    all.update(buffer, 0, n);
                }
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
