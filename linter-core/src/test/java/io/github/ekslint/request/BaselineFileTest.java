package io.github.ekslint.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {

    private static final String ONE = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void aFingerprintMayBeKnownTwice() throws IOException {
        Path file = write("{\"findings\": [{\"fingerprint\": \"%s\"}, {\"rule\": \"x\", \"fingerprint\": \"%s\"}]}"
                .formatted(ONE, ONE));
        assertThat(BaselineFile.read(file))
                .isEqualTo(
                        new Baseline(List.of(new Known(ONE, "", "", "", "", ""), new Known(ONE, "x", "", "", "", ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"findings\": [                              | baseline.json:1:",
                "[]                                            | is no baseline: it has no list of findings",
                "''                                            | is no baseline: it has no list of findings",
                "{\"findings\": {}}                            | is no baseline: it has no list of findings",
                "{\"findings\": [7]}                           | baseline.json:1:15: a finding of a baseline has a fingerprint",
                "{\"findings\": [{\"fingerprint\": \"latest\"}]} | baseline.json:1:15: a finding of a baseline has a fingerprint"
            })
    void whatIsNoBaselineIsRefused(String text, String message) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> BaselineFile.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none.json")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("there is no such file or folder");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("baseline.json"), text);
    }
}
