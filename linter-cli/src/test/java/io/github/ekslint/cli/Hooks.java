package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** This project as far as its hooks need it. */
final class Hooks {

    static final String SCRIPT = "dist/pre-commit/ekslint";

    private Hooks() {}

    /**
     * A clone of it, with a release.
     *
     * @param path of the jar in the repository of artifacts
     * @param sha256 of the jar
     */
    static Repository released(Path folder, String path, String sha256) throws Exception {
        Path project =
                Objects.requireNonNull(Jar.path().getParent()).resolve("../..").normalize();
        Repository clone = Repository.in(folder);
        for (String file : List.of(".pre-commit-hooks.yaml", SCRIPT)) {
            clone.write(file, Files.readString(project.resolve(file)));
        }
        clone.write("dist/release.properties", "version=1.0\npath=%s\nsha256=%s\n".formatted(path, sha256));
        assertThat(clone.folder().resolve(SCRIPT).toFile().setExecutable(true)).isTrue();
        return clone.commit(".");
    }
}
