package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Compares what a reporter writes with a file. */
final class Golden {

    private Golden() {}

    static void matches(String name, Reporter reporter) throws IOException {
        String written = write(reporter, SampleReport.report())
                .replace("\"version\": \"" + Tool.current().version() + "\"", "\"version\": \"any\"");
        if ("write".equals(System.getProperty("ekslint.golden"))) {
            Path file = Path.of("src/test/resources/io/github/ekslint/report/golden", name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Resource.text("golden/" + name));
    }

    static String write(Reporter reporter, io.github.ekslint.finding.Report report) throws IOException {
        StringWriter out = new StringWriter();
        reporter.write(report, out);
        return out.toString();
    }

    /** Test resources beside this class. */
    static final class Resource {
        private Resource() {}

        static String text(String name) throws IOException {
            Path written = Path.of("src/test/resources/io/github/ekslint/report", name);
            if (Files.exists(written)) {
                return Files.readString(written);
            }
            try (var stream = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
                return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
    }
}
