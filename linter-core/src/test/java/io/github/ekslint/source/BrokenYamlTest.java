package io.github.ekslint.source;

import static io.github.ekslint.source.Trees.codes;
import static io.github.ekslint.source.Trees.flat;
import static io.github.ekslint.source.Trees.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenYamlTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a:\n\tb: 1\n", "2:1 yaml-syntax a tab stands where the line is indented"),
                Arguments.of("a: b: c\n", "1:5 yaml-syntax a “: ” stands where no value can begin"),
                Arguments.of("a: 'x\nb: 1\n", "1:4 yaml-syntax the quote that opens here is never closed"),
                Arguments.of("a: \"x\n---\nb: 1\n", "1:4 yaml-syntax the quote that opens here is never closed"),
                Arguments.of("a: @x\n", "1:4 yaml-syntax a value cannot begin with @ unless it is quoted"),
                Arguments.of("a: [1\nb: 3\n", "2:2 yaml-syntax a “:” stands in the list from line 1 where"),
                Arguments.of("a: {b: 1\n", "2:1 yaml-syntax the end of the file stands in the mapping from line 1"),
                Arguments.of(
                        "a:\n  b: 1\n c: 2\n", "3:2 yaml-syntax this line is indented unlike the keys of the mapping"),
                Arguments.of("- a\nb: 1\n", "2:1 yaml-syntax a key stands where the next “- ” of the list from line 1"),
                Arguments.of("a: 1\nb\n", "2:1 yaml-syntax this line is neither a “key: value” nor a list item"),
                Arguments.of("a: \"\\d\"\n", "1:4 yaml-syntax a double-quoted text holds an escape"),
                Arguments.of("a: |x\n  t\n", "1:5 yaml-syntax after | or > only"),
                Arguments.of("a: ]\n", "1:4 yaml-syntax “]” stands where a value belongs"),
                Arguments.of("a: - b\n", "1:4 yaml-syntax a list item (“- ”) stands where none can begin"),
                Arguments.of("? [a]\n: b\n", "1:3 complex-key a list stands where a key belongs"),
                Arguments.of("a: *b\n", "1:4 unknown-alias *b names an anchor that is not defined before it"),
                Arguments.of("<<: 5\n", "1:5 wrong-merge << merges mappings, and this is a whole number"),
                Arguments.of("a:\u00A01\nb: 2\n", "1:3 no-break-space a no-break space (U+00A0) where a blank belongs"),
                Arguments.of("a: \u00A01\n", "1:4 no-break-space a no-break space (U+00A0) where a blank belongs"),
                Arguments.of("a: \u00071\n", "1:4 control-character a control character (U+0007), which YAML"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(String text, String message) {
        assertThat(messages(Sources.parse("a.yaml", text)))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void aNoBreakSpaceInTheIndentationIsReadAsTheBlankItWasMeantToBe() {
        Parsed parsed = Sources.parse("a.yaml", "a:\n\u00A0\u00A0b: 1\n");
        assertThat(flat(parsed)).containsExactly("{a: {b: 1}}");
        assertThat(codes(parsed)).containsExactly("2:1 no-break-space");
    }

    @Test
    void aNoBreakSpaceInABlockScalarIsText() {
        assertThat(codes(Sources.parse("a.yaml", "a: |\n  x\n  \u00A0y\n"))).isEmpty();
    }

    @Test
    void whatIsNestedTooDeepIsLeftOutAlone() {
        Parsed parsed = Sources.parse("a.yaml", "a: " + "[".repeat(100) + "]".repeat(100) + "\nb: 1\n");
        assertThat(codes(parsed)).containsExactly("1:103 too-deep");
        assertThat(flat(parsed)).singleElement().asString().endsWith(", b: 1}");
    }

    @Test
    void aHundredLevelsAreRead() {
        assertThat(codes(Sources.parse("a.yaml", "[".repeat(100) + "]".repeat(100))))
                .isEmpty();
    }

    @Test
    void bottomlessNestingIsOneProblem() {
        assertThat(codes(Sources.parse("a.yaml", "a: " + "[".repeat(300_000)))).containsExactly("1:103 too-deep");
        assertThat(codes(Sources.parse("a.yaml", "- ".repeat(100_000)))).containsExactly("1:201 too-deep");
        assertThat(codes(Sources.parse("a.json", "[".repeat(300_000)))).containsExactly("1:101 too-deep");
    }

    @Test
    void aFloodOfProblemsIsCutOff() {
        assertThat(codes(Sources.parse("a.yaml", "a: 1\n".repeat(1000)))).hasSize(100);
    }
}
