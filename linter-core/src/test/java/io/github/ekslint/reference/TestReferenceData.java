package io.github.ekslint.reference;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The built-in reference data for tests of this module, read from the source folder of the rules module. */
public final class TestReferenceData {

    private static final ReferenceData DATA = ReferenceTables.of(TestReferenceData::open);

    private TestReferenceData() {}

    /** The built-in data; shared, since it never changes. */
    public static ReferenceData data() {
        return DATA;
    }

    /** Opens a built-in data file. */
    public static @Nullable InputStream open(String name) throws java.io.IOException {
        Path file = folder().resolve(name);
        return Files.exists(file) ? Files.newInputStream(file) : null;
    }

    /** Where the built-in data files lie. */
    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        for (Path base = here; base != null; base = base.getParent()) {
            Path folder = base.resolve("rules/src/main/resources/io/github/ekslint/rules/data");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException("no rules module above " + here);
    }
}
