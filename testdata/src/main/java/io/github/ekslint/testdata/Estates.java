package io.github.ekslint.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole estates of this module, as files. */
public final class Estates {

    private Estates() {}

    /** The folder of an estate, such as {@code production}. */
    public static Path folder(String name) {
        Path folder = root().resolve("testdata/src/main/resources/estates").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no estate " + folder);
        }
        return folder;
    }

    /** The regular files below a folder, sorted. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the project, from wherever in it the tests run. */
    public static Path root() {
        for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
            if (Files.isRegularFile(base.resolve("mvnw")) && Files.isDirectory(base.resolve("testdata"))) {
                return base;
            }
        }
        throw new IllegalStateException("the tests do not run inside the project");
    }
}
