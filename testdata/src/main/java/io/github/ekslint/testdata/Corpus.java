package io.github.ekslint.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Real inputs that nobody here wrote, for those who have them. They are not part of the project: tests that need them are
 * skipped when the folder is absent.
 */
public final class Corpus {

    private Corpus() {}

    /** The folder that the environment variable {@code EKSLINT_CORPUS} names, else {@code ../shared/corpus}. */
    public static Optional<Path> folder() {
        String named = System.getenv("EKSLINT_CORPUS");
        Path folder = named == null ? Estates.root().resolve("../shared/corpus") : Path.of(named);
        return Optional.of(folder.normalize()).filter(Files::isDirectory);
    }

    /** The files below a folder of the corpus, sorted; none when the corpus is absent. */
    public static List<Path> files(String below) {
        return folder().map(f -> f.resolve(below))
                .filter(Files::isDirectory)
                .map(Estates::files)
                .orElse(List.of());
    }
}
