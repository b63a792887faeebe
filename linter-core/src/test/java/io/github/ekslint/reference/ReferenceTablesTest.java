package io.github.ekslint.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTablesTest {

    private static final String HEAD =
            """
            table: skew-policy
            as-of: 2026-11-30
            sources:
              own: {title: our own, url: https://example.com/skew, read: today}
            """;

    @ParameterizedTest
    @EnumSource
    void everyBuiltInTableReadsWithoutProblems(Table table) throws IOException {
        Parsed parsed = Sources.parse(
                table.file(), Files.readAllBytes(TestReferenceData.folder().resolve(table.file())));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.documents()).hasSize(1);
        TableRows rows = TableRows.of(parsed.documents().get(0));
        assertThat(rows.table()).isEqualTo(table);
        assertThat(rows.read()).isPresent();
        assertThat(rows.problems()).isEmpty();
    }

    @Test
    void everyDataFileIsATable() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(TestReferenceData.folder())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Table.values()).map(Table::file).toList());
        }
    }

    @Test
    void aTableIsReadWhenItIsAskedFor() {
        List<String> opened = new ArrayList<>();
        ReferenceData data = ReferenceTables.of(name -> {
            opened.add(name);
            return TestReferenceData.open(name);
        });
        assertThat(opened).isEmpty();
        data.zones();
        data.zones();
        assertThat(opened).containsExactly("zones.yaml");
    }

    @Test
    void aUsersTableReplacesTheBuiltInOne() {
        ReferenceTables.Loaded loaded =
                load(HEAD + "kubelet: {wide-from: \"1.40\", wide: 4, narrow: 1, source: own}\n");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.data().skewPolicy()).isEqualTo(new SkewPolicy(new MinorVersion(1, 40), 4, 1));
        assertThat(loaded.data().zones()).isEqualTo(TestReferenceData.data().zones());
    }

    @Test
    void severalTablesMayShareAFileOneForEachDocument() {
        ReferenceTables.Loaded loaded = load(HEAD
                + "kubelet: {wide-from: \"1.40\", wide: 4, narrow: 1, source: own}\n---\n"
                + HEAD.replace("skew-policy", "milestones")
                + "milestones:\n  - {id: x, minor: \"1.50\", what: something, source: own}\n");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.data().skewPolicy().wide()).isEqualTo(4);
        assertThat(loaded.data().milestones().minor("x")).hasValue(new MinorVersion(1, 50));
        assertThat(loaded.data().milestones().find("default-envelope-encryption"))
                .isEmpty();
    }

    static Stream<List<String>> malformed() {
        return Stream.of(
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: own, colour: red}",
                        "5:63",
                        "`colour` is not a key here; the keys are narrow, source, wide, wide-from"),
                List.of(
                        "kubelet: {wide-from: 1.30, wide: 3, narrow: 2, source: own}",
                        "5:22",
                        "`wide-from` is `1.30`," + " not a minor version in quotes, such as \"1.30\""),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: three, narrow: 2, source: own}",
                        "5:36",
                        "`wide` is `three`, not a whole number from 0 to 99"),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 4, source: own}",
                        "5:47",
                        "`narrow` is `4`, not a whole number from 0 to 3"),
                List.of("kubelet: {wide-from: \"1.25\", wide: 3, source: own}", "5:10", "`narrow` is missing"),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: , source: own}",
                        "5:46",
                        "`narrow` has no value"),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: other}",
                        "5:58",
                        "`other` is none of the table's sources"),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: [own, own]}",
                        "5:64",
                        "`own` stands twice in `source`"),
                List.of("kubelet: [3]", "5:10", "`kubelet` is a list, not a mapping"),
                List.of(
                        "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: own}\nextra: 1",
                        "6:1",
                        "`extra` is not a key here; the keys are as-of, kubelet, sources, table"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsMalformedIsAProblemAtItsPlaceAndTheTableIsNotUsed(List<String> example) {
        ReferenceTables.Loaded loaded = load(HEAD + example.get(0) + "\n");
        assertThat(shown(loaded.problems())).containsExactly("own.yaml:" + example.get(1) + " " + example.get(2));
        assertThat(loaded.data().skewPolicy())
                .isEqualTo(TestReferenceData.data().skewPolicy());
    }

    @Test
    void everyMalformedRowIsNamed() {
        ReferenceTables.Loaded loaded = load(
                HEAD.replace("skew-policy", "kubernetes-versions")
                        + """
                versions:
                  - {minor: "1.40", release: 2027-13-01, source: own}
                  - {minor: "1.41", release: 2027-02-01, source: own}
                  - {minor: "1.41", release: 2027-02-01, source: own}
                  - {minor: "1.42", end-of-standard-support: 2027-02-01, end-of-extended-support: 2027-01-01, source: own}
                  - 1.43
                """);
        assertThat(shown(loaded.problems()))
                .containsExactly("own.yaml:10:5 `item of versions` is `1.43`, not a mapping");

        loaded = load(
                HEAD.replace("skew-policy", "kubernetes-versions")
                        + """
                versions:
                  - {minor: "1.40", release: 2027-13-01, source: own}
                  - {minor: "1.41", release: 2027-02-01, source: own}
                  - {minor: "1.41", release: 2027-02-01, source: own}
                  - {minor: "1.42", end-of-standard-support: 2027-02-01, end-of-extended-support: 2027-01-01, source: own}
                """);
        assertThat(shown(loaded.problems()))
                .containsExactly(
                        "own.yaml:6:30 `release` is `2027-13-01`, not a day such as 2026-11-22",
                        "own.yaml:8:5 `1.41` stands twice in `versions`",
                        "own.yaml:9:5 extended support of 1.42 ends before standard support");
        assertThat(loaded.data().versions()).isEqualTo(TestReferenceData.data().versions());
    }

    @Test
    void theHeadOfATableIsReadStrictlyToo() {
        assertThat(shown(load("table: nothing\n").problems()).get(0))
                .startsWith("own.yaml:1:8 `table` is `nothing`, not one of ami-types, eksctl, ");
        assertThat(shown(load("table: zones\nas-of: yesterday\n").problems()))
                .containsExactly("own.yaml:2:8 `as-of` is `yesterday`, not a day such as 2026-11-22");
        assertThat(shown(load("table: zones\nas-of: 2026-11-22\nsources: {a: {title: t, url: u, read: r, x: y}}\n")
                        .problems()))
                .containsExactly("own.yaml:3:42 `x` is not a key here; the keys are licence, read, title, url");
        assertThat(shown(load("- 1\n").problems()))
                .containsExactly("own.yaml:1:1 a data file is a mapping, not a list");
        assertThat(shown(load("").problems())).containsExactly("own.yaml:1:1 the data file has no table");
    }

    @Test
    void aTableGivenTwiceAndADuplicateKeyAreProblems() {
        String table = HEAD + "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: own}\n";
        assertThat(shown(load(table + "---\n" + table).problems()))
                .containsExactly("own.yaml:7:1 the table `skew-policy` is given twice");
        assertThat(load(HEAD + "kubelet: {wide-from: \"1.25\", wide: 3, wide: 4, narrow: 2, source: own}\n")
                        .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.place().line()).isEqualTo(5));
    }

    @Test
    void aBrokenFileGivesItsSyntaxProblem() {
        assertThat(load("table: [\n").problems()).isNotEmpty().allSatisfy(p -> assertThat(p.severity())
                .isEqualTo(Problem.Severity.ERROR));
    }

    @Test
    void theDataIsAsOldAsItsOldestTable() {
        assertThat(TestReferenceData.data().asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
        ReferenceTables.Loaded old = load(HEAD.replace("2026-11-30", "2026-01-31")
                + "kubelet: {wide-from: \"1.25\", wide: 3, narrow: 2, source: own}\n");
        assertThat(old.data().asOf()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(old.data().staleness(LocalDate.of(2026, 11, 22)))
                .map(p -> p.place() + " " + p.message())
                .hasValue("own.yaml:1:1 reference data is of 2026-01-31, 295 days old: versions released since are"
                        + " unknown");
    }

    @Test
    void staleIsWhatIsOlderThanNinetyDays() {
        ReferenceData data = TestReferenceData.data();
        assertThat(data.staleness(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(data.staleness(LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(data.staleness(LocalDate.of(2027, 2, 20))).isEmpty();
        assertThat(data.staleness(LocalDate.of(2027, 2, 21))).hasValueSatisfying(p -> {
            assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(p.code()).isEqualTo("reference-data-stale");
            assertThat(p.message())
                    .isEqualTo("reference data is of 2026-11-22, 91 days old: versions released since are unknown");
        });
    }

    @Test
    void aRulePackWithoutAFileOrWithAMalformedOneIsABug() {
        assertThatThrownBy(() -> ReferenceTables.of(name -> null).zones())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the rule pack has no zones.yaml");
        assertThatThrownBy(() ->
                        ReferenceTables.of(name -> bytes("table: zones\n")).zones())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the built-in zones.yaml is malformed")
                .hasMessageContaining("`as-of` is missing");
        assertThatThrownBy(() -> ReferenceTables.of(name -> TestReferenceData.open("ports.yaml"))
                        .zones())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void milestonesHaveAVersionOrADay() {
        Milestones milestones = TestReferenceData.data().milestones();
        assertThat(milestones.minor("default-envelope-encryption")).hasValue(new MinorVersion(1, 28));
        assertThat(milestones.minor("al2-images-ended")).isEmpty();
        assertThat(milestones.find("al2-images-ended").orElseThrow().date()).hasValue(LocalDate.of(2025, 11, 26));
        assertThat(milestones.minor("nothing")).isEmpty();
    }

    private static ReferenceTables.Loaded load(String text) {
        return ReferenceTables.of(TestReferenceData::open, List.of(Sources.parse("own.yaml", text)));
    }

    private static @Nullable InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> shown(List<Problem> problems) {
        return problems.stream().map(p -> p.place() + " " + p.message()).toList();
    }
}
