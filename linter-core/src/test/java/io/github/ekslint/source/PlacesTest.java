package io.github.ekslint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the place of every node of every file. */
class PlacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb:\n  - x # c\n  - 'it''s'\n  - \"q\"\nc: |\n  text\n  more\n\nd: >-\n  folded\n",
                "- &x {a: b, c: [d, !Ref e]}\n- *x\n- !Sub\n  - f\n  - {}\n- ? k\n  : v\n",
                "\uFEFF\"\uD83D\uDE00\": \uD83D\uDE00 # \uD83D\uDE00\r\nk: \uD83D\uDE00x\r\n---\r\n\uD83D\uDE00: y\r\n",
                "a:\n  b:\n    c:\n\n# end\nd: plain\n  continued\ne:\n",
                "{\"a\": [1, {\"b\": null}], \"c\": \"\\\"\"}",
                "a: {{ .x }}\nb: '{{ .y }}'\n{{ if .z }}\nc:\n- ${d}\n{{ end }}\n"
            })
    void ofSamples(String text) {
        Parsed parsed = Sources.parse("sample", text);
        assertThat(parsed.documents()).isNotEmpty();
        assertThat(wrong(parsed)).isEmpty();
    }

    @Test
    void ofTheCorpus() throws IOException {
        String named = System.getProperty("EKSLINT_CORPUS", System.getenv("EKSLINT_CORPUS"));
        Path corpus = named == null ? Path.of("..", "..", "shared", "corpus") : Path.of(named);
        assumeThat(corpus).isDirectory();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ya?ml|json|template|txt)")) {
                    Parsed parsed = Sources.parse(file.getFileName().toString(), Files.readAllBytes(file));
                    if (parsed.documents().isEmpty()
                            && parsed.problems().isEmpty()
                            && parsed.skipped().isEmpty()) {
                        wrong.add(file + ": neither read nor answered");
                    }
                    wrong(parsed).forEach(w -> wrong.add(file + ": " + w));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Parsed parsed) {
        List<String> wrong = new ArrayList<>();
        parsed.problems().forEach(p -> check(p.place(), p.code(), wrong));
        for (Document document : parsed.documents()) {
            document.comments().forEach(c -> check(c.place(), "a comment", wrong));
            for (Node node : Trees.all(document.root())) {
                check(node.place(), node.described(), wrong);
                node.asScalar().ifPresent(s -> checkText(s, wrong));
            }
        }
        return wrong;
    }

    private static void check(Place place, String what, List<String> wrong) {
        boolean inside = isInside(place.file(), place.line(), place.column())
                && isInside(place.file(), place.endLine(), place.endColumn());
        if (!inside) {
            wrong.add("%s lies outside: %s".formatted(what, Trees.span(place)));
        }
    }

    private static boolean isInside(SourceFile file, int line, int column) {
        return file.line(line).map(l -> column <= l.length() + 1).orElse(false);
    }

    /** What stands at a scalar on one line is its text, plain or quoted, after its tag and anchor. */
    private static void checkText(Node.Scalar scalar, List<String> wrong) {
        Place place = scalar.place();
        if (place.line() != place.endLine()) {
            return;
        }
        String slice =
                place.file().line(place.line()).orElseThrow().substring(place.column() - 1, place.endColumn() - 1);
        String bare = slice.replaceFirst("^([!&]\\S*\\s*)*", "");
        boolean same = slice.equals(scalar.text())
                || bare.equals(scalar.text())
                || bare.equals("'" + scalar.text().replace("'", "''") + "'")
                || (bare.startsWith("\"")
                        && bare.endsWith("\"")
                        && (bare.contains("\\") || bare.equals('"' + scalar.text() + '"')))
                || bare.startsWith("|")
                || bare.startsWith(">");
        if (!same) {
            wrong.add("“%s” stands where “%s” should: %s".formatted(slice, scalar.text(), Trees.span(place)));
        }
    }
}
