package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void specs() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), Specs.ONE_ZONE);
        Files.writeString(folder.resolve("good.yaml"), Specs.TWO_ZONES);
        Files.writeString(folder.resolve("unknown.yaml"), Specs.UNKNOWN_ZONES);
        Files.writeString(folder.resolve("broken.yaml"), Specs.BROKEN);
        Files.writeString(folder.resolve("other.yaml"), "a: 1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "good.yaml, 0, ''",
        "bad.yaml, 1, ''",
        "bad.yaml, 0, --fail-on=never",
        "bad.yaml, 1, --fail-on=warning",
        "bad.yaml, 0, --ignore=EKS-NET-001",
        "bad.yaml, 1, --quiet",
        "bad.yaml, 1, --verbose",
        "unknown.yaml, 0, ''",
        "unknown.yaml, 1, --unknown=fail",
        "unknown.yaml, 0, --unknown=hide",
        "unknown.yaml, 0, --unknown=report",
        "broken.yaml, 2, ''",
        "other.yaml, 0, ''",
        "other.yaml, 2, --require-specs",
        "missing.yaml, 2, ''"
    })
    void theExitStatusTellsWhatWasFound(String file, int status, String option) {
        Run run = option.isEmpty() ? check(file) : check(file, option);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    }

    @Test
    void aBrokenFileDoesNotStopTheOthers() {
        Run run = check("");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("error[EKS-NET-001]", "bad.yaml:", "problem[yaml-syntax]", "broken.yaml:");
    }

    @Test
    void standardInputIsASpecLikeAnyOther() {
        Run run = Run.with(
                Specs.ONE_ZONE, Map.of(), false, "check", "-", "--select", "EKS-NET-001", "--as-of", "2026-11-22");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--> <stdin>:");
    }

    @Test
    void coloursAreForTerminalsWithoutNoColor() {
        String[] arguments = {"check", folder.resolve("bad.yaml").toString(), "--select", "EKS-NET-001"};
        assertThat(Run.with("", Map.of(), true, arguments).out()).contains("\u001b[");
        assertThat(Run.with("", Map.of("NO_COLOR", "1"), true, arguments).out()).doesNotContain("\u001b[");
        assertThat(Run.with("", Map.of("TERM", "dumb"), true, arguments).out()).doesNotContain("\u001b[");
        assertThat(Run.with("", Map.of(), false, arguments).out()).doesNotContain("\u001b[");
    }

    @Test
    void textIsWrappedToTheTerminal() {
        Run run = Run.with(
                "",
                Map.of("COLUMNS", "50", "NO_COLOR", "1"),
                true,
                "check",
                folder.resolve("bad.yaml").toString(),
                "--select",
                "EKS-NET-001",
                "--quiet");
        assertThat(run.out().lines().filter(l -> !l.contains("-->"))).allMatch(l -> l.length() <= 50);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(check("", "--verbose")).isEqualTo(check("", "--verbose"));
        assertThat(check("", "--format=json")).isEqualTo(check("", "--format=json"));
        assertThat(check("", "--format=sarif")).isEqualTo(check("", "--format=sarif"));
    }

    @Test
    void severalReportsGoToFiles() throws IOException {
        Path json = folder.resolve("out.json.report");
        Path sarif = folder.resolve("out.sarif.report");
        Run run = check("bad.yaml", "--format=text", "--format=json:" + json, "--format=sarif:" + sarif);
        assertThat(run.out()).contains("error[EKS-NET-001]");
        assertThat(json).content().contains("\"schemaVersion\": \"0.1\"", "\"verdict\": \"fail\"");
        assertThat(sarif).content().contains("\"version\": \"2.1.0\"", "\"level\": \"error\"");
    }

    @Test
    void aRunWhoseReportsAllGoToFilesSumsUpOnStandardError() {
        Run run = check("bad.yaml", "--format=json:" + folder.resolve("report"));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("1 error, ");
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of("--select=EKS-NET-01", "there is no rule “EKS-NET-01”; the nearest is EKS-NET-001"),
                Arguments.of("--ignore=nonsense-of-all-kinds", "there is no rule “nonsense-of-all-kinds”"),
                Arguments.of("--as-of=yesterday", "as of: “yesterday” is no day like 2026-11-22"),
                Arguments.of("--target-version=new", "target version: “new” is no Kubernetes version like 1.33"),
                Arguments.of("--param=X", "the parameter “X” is not of the form NAME=VALUE"),
                Arguments.of("--param-file=/no/such/file", "there is no such file or folder"),
                Arguments.of("--config=/no/such/file", "there is no such file or folder"),
                Arguments.of("--data=/no/such/file", "there is no such file or folder"),
                Arguments.of("--format=html", "“html” is not one of text, json, sarif, github, gitlab, markdown"),
                Arguments.of("--format=json:", "names no file after the colon"),
                Arguments.of("--format=json --format=sarif", "two reports would go to standard output"),
                Arguments.of("--format=json:x --format=sarif:x", "two reports would go to the same file"),
                Arguments.of("--format=json:/no/such/folder/x", "cannot be written"),
                Arguments.of("--verbose --quiet", "contradict each other"),
                Arguments.of("--fail-on=panic", "panic"),
                Arguments.of("--formt=json", "--format"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void misuseIsExplained(String options, String explanation) {
        Run run = check("bad.yaml", options.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(explanation).doesNotContain("\tat ");
    }

    @Test
    void aConfigurationMayOnlySetParametersThatARuleHas() throws IOException {
        Path config = folder.resolve("config.yaml");
        Files.writeString(config, "rules:\n  EKS-NET-001:\n    parameters:\n      days: 3\n");
        Run run = check("bad.yaml", "--config=" + config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("config.yaml:4:7: EKS-NET-001 has no parameter “days”");
    }

    @Test
    void aFormatMayNameAFileWithAColon() {
        Format format = new Format.Reader().convert("json:C:\\reports\\x.json");
        assertThat(format.kind()).isEqualTo(ReportFormat.JSON);
        assertThat(format.file().map(Path::toString)).contains("C:\\reports\\x.json");
    }

    private Run check(String file, String... options) {
        String[] first = {"check", folder.resolve(file).toString(), "--as-of=2026-11-22"};
        boolean chosen = Stream.of(options).anyMatch(o -> o.startsWith("--select"));
        return Run.of(Stream.of(
                        Stream.of(first),
                        chosen ? Stream.<String>empty() : Stream.of("--select=EKS-NET-001"),
                        Stream.of(options))
                .flatMap(s -> s)
                .toArray(String[]::new));
    }
}
