package io.github.ekslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.github.ekslint.finding.Report;
import io.github.ekslint.rule.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReporterTest {

    private static final List<Rule> RULES = List.of(SampleReport.ENDPOINT, SampleReport.ZONES);
    private static final Detail VERBOSE = new Detail(true, true, false);

    @Test
    void writesTheUsualReport() throws IOException {
        Golden.matches("usual.sarif", new SarifReporter(Detail.USUAL, RULES));
    }

    @Test
    void everyReportFitsTheSchemaOfSarif() throws IOException {
        String schema = Golden.Resource.text("sarif-schema-2.1.0.json");
        for (Detail detail : List.of(Detail.USUAL, VERBOSE, new Detail(false, false, true))) {
            for (Report report : List.of(SampleReport.report(), SampleReport.empty())) {
                String sarif = Golden.write(new SarifReporter(detail, RULES), report);
                assertThat(Schemas.errors(SpecificationVersion.DRAFT_4, schema, sarif))
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemaRejectsWhatIsNoSarif() throws IOException {
        String schema = Golden.Resource.text("sarif-schema-2.1.0.json");
        String sarif = Golden.write(new SarifReporter(Detail.USUAL, RULES), SampleReport.report());
        assertThat(Schemas.errors(SpecificationVersion.DRAFT_4, schema, sarif.replace("\"open\"", "\"unsure\"")))
                .isNotEmpty();
    }

    @Test
    void anUnknownIsOpenAndHasNoLevel() throws IOException {
        assertThat(Golden.write(new SarifReporter(Detail.USUAL, RULES), SampleReport.report()))
                .contains("\"kind\": \"open\",\n          \"level\": \"none\"")
                .contains("\"kind\": \"fail\",\n          \"level\": \"error\"");
    }

    @ParameterizedTest
    @CsvSource({
        "clusters/prod eu.yaml, clusters/prod%20eu.yaml",
        "größe/ü.yaml, gr%C3%B6%C3%9Fe/%C3%BC.yaml",
        "a:b.yaml, ./a:b.yaml",
        "100%.yaml, 100%25.yaml",
        "/srv/x y.yaml, file:///srv/x%20y.yaml",
        "C:/x/y.yaml, file:///C:/x/y.yaml",
        "<stdin>, stdin:"
    })
    void fileNamesBecomeUris(String file, String uri) {
        assertThat(Uris.of(file)).isEqualTo(uri);
    }
}
