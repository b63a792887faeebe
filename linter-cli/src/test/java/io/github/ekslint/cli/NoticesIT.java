package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others ask for whose code is in the standalone jar. */
class NoticesIT {

    private static final Pattern PART = Pattern.compile("\\(([^()]+)\\) .* \\(([^:]+):([^:]+):\\S+ - ");

    @Test
    void everyLicenceThatAsksForItsTextHasIt() throws IOException {
        try (JarFile jar = new JarFile(Jar.path().toFile())) {
            List<MatchResult> parts = PART.matcher(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .results()
                    .toList();
            assertThat(parts).hasSizeGreaterThan(20);
            for (MatchResult part : parts) {
                String licence = part.group(1);
                assertThat(licence).isIn("Apache-2.0", "MIT", "BSD-3-Clause");
                if (!licence.equals("Apache-2.0")) {
                    String library = part.group(3).split("-")[0];
                    String name = "META-INF/licenses/" + licence.split("-")[0] + "-" + library + ".txt";
                    assertThat(text(jar, name)).as(name).contains("Copyright (c) ");
                }
            }
        }
    }

    @Test
    void theJarHasItsOwnLicenceAndTheNoticesOfOthers() throws IOException {
        try (JarFile jar = new JarFile(Jar.path().toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "END OF TERMS AND CONDITIONS");
            assertThat(text(jar, "META-INF/NOTICE"))
                    .startsWith("ekslint\n")
                    .contains("The Apache Software Foundation", "Jackson", "FastDoubleParser", "Schubfach");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (var in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
