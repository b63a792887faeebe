package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.github.ekslint.finding.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonReporterTest {

    private static final Detail VERBOSE = new Detail(true, true, false);

    @Test
    void writesTheUsualReport() throws IOException {
        Golden.matches("usual.json", new JsonReporter(Detail.USUAL));
    }

    @Test
    void everyReportFitsThePublishedSchema() throws IOException {
        for (Detail detail : List.of(Detail.USUAL, VERBOSE, new Detail(false, false, true))) {
            for (Report report : List.of(SampleReport.report(), SampleReport.upgrades(), SampleReport.empty())) {
                String json = Golden.write(new JsonReporter(detail), report);
                assertThat(Schemas.errors(SpecificationVersion.DRAFT_2020_12, schema(), json))
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemaRejectsWhatIsNoReport() throws IOException {
        String json = Golden.write(new JsonReporter(Detail.USUAL), SampleReport.report());
        assertThat(Schemas.errors(SpecificationVersion.DRAFT_2020_12, schema(), json.replace("\"fail\"", "\"maybe\"")))
                .isNotEmpty();
        assertThat(Schemas.errors(
                        SpecificationVersion.DRAFT_2020_12, schema(), json.replace("\"line\": 8", "\"line\": 0")))
                .isNotEmpty();
        assertThat(Schemas.errors(SpecificationVersion.DRAFT_2020_12, schema(), "{}"))
                .isNotEmpty();
    }

    @Test
    void thePublishedSchemaIsTheOneInTheDocumentation() throws IOException {
        Path published = Path.of("..", "docs", "schema", JsonReporter.SCHEMA);
        assertThat(Files.readString(published)).isEqualTo(schema());
    }

    @Test
    void passesAndSkippedFilesAreForVerboseReports() throws IOException {
        assertThat(Golden.write(new JsonReporter(Detail.USUAL), SampleReport.report()))
                .doesNotContain("\"passes\"", "\"skipped\"");
        assertThat(Golden.write(new JsonReporter(VERBOSE), SampleReport.report()))
                .contains("\"passes\"", "\"skipped\"", "README.yaml");
    }

    @Test
    void anUpgradeIsToldStepByStep() throws IOException {
        assertThat(Golden.write(new JsonReporter(Detail.USUAL), SampleReport.upgrades()))
                .contains("\"upgrades\"", "\"from\": \"1.34\"", "\"firstFailing\": \"1.36\"", "\"errorsToday\": 1");
        assertThat(Golden.write(new JsonReporter(Detail.USUAL), SampleReport.report()))
                .doesNotContain("\"upgrades\"");
    }

    @Test
    void hiddenUnknownsAreStillCounted() throws IOException {
        assertThat(Golden.write(new JsonReporter(new Detail(false, false, false)), SampleReport.report()))
                .doesNotContain("\"verdict\": \"unknown\"")
                .contains("\"unknown\": 2");
    }

    private static String schema() throws IOException {
        try (var stream = Objects.requireNonNull(JsonReporter.class.getResourceAsStream(JsonReporter.SCHEMA))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
