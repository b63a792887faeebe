package io.github.ekslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoresTest {

    @ParameterizedTest
    @CsvSource({
        "*.yaml, a.yaml, true",
        "*.yaml, b/a.yaml, true",
        "/a, a, true",
        "/a, b/a,",
        "a/b, a/b, true",
        "a/b, c/a/b,",
        "**/a, x/y/a, true",
        "**/a, a, true",
        "a/**, a/b/c, true",
        "a/**, a,",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/, a,",
        "a/, a/, true",
        "!a, a, false",
        "a?c, abc, true",
        "a?c, a/c,",
        "[ab].yaml, b.yaml, true",
        "[!ab].yaml, b.yaml,",
        "[a-c], b, true",
        "\\#a, #a, true",
        "\\!a, !a, true",
        "#a, #a,",
        "a*c, a/c,",
        "'a  ', a, true",
        "[, [, true",
        "a.c, abc,",
        "foo**bar, fooXbar, true"
    })
    void asGitReadsThem(String pattern, String path, Boolean excluded) {
        boolean folder = path.endsWith("/");
        assertThat(Ignores.of(Path.of("r"), pattern).excluded(Path.of("r").resolve(path), folder))
                .isEqualTo(Optional.ofNullable(excluded));
    }

    @ParameterizedTest
    @CsvSource({"a.yaml, false", "b.yaml, true"})
    void theLastMatchDecides(String path, boolean excluded) {
        assertThat(Ignores.of(Path.of("r"), "*.yaml\n!a.yaml\n").excluded(Path.of("r", path), false))
                .contains(excluded);
    }
}
