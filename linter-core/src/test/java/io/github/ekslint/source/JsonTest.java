package io.github.ekslint.source;

import static io.github.ekslint.source.Trees.codes;
import static io.github.ekslint.source.Trees.flat;
import static io.github.ekslint.source.Trees.messages;
import static io.github.ekslint.source.Trees.only;
import static io.github.ekslint.source.Trees.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("{\"a\": 1,}", "1:9 json-syntax “}” stands where a key in double quotes belongs"),
                Arguments.of("{\n\"a\": [1,\n", "2:9 json-syntax the file ends inside the array that begins in line 2"),
                Arguments.of("{\"a\": NaN}", "1:7 json-syntax a word stands here that is no JSON value"),
                Arguments.of("{\"a\": 01}", "1:8 json-syntax a number begins with a zero"),
                Arguments.of("{\"a\": 1} x", "1:10 json-syntax a word stands here that is no JSON value"),
                Arguments.of("[1,2}", "1:5 json-syntax “}” stands where “]” closes what begins in line 1"),
                Arguments.of("{\"a\": 1 // x\n}", "1:9 json-syntax “/” stands where JSON expects something else"),
                Arguments.of("{\"a\" 1}", "1:6 json-syntax “1” stands where the “:” after a key belongs"),
                Arguments.of("{\"a\": 1 \"b\": 2}", "1:9 json-syntax “\"” stands where “,” or “}” belongs"),
                Arguments.of("{\"a\":\u00A01}", "1:6 json-syntax a no-break space (U+00A0)"),
                Arguments.of("{\"a\": \"x\ny\"}", "1:9 json-syntax a line break, a tab or another control character"),
                Arguments.of("{\"a\": 1, \"a\": 2}", "1:10 duplicate-key the key a is written twice, first in line 1"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(String text, String message) {
        assertThat(messages(Sources.parse("a.json", text)))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void everyNodeHasItsExactPlace() {
        Node.Mapping root = only(Sources.parse(
                        "x", "{\n  \"\uD83D\uDE00\\\"\": [1.30, true, \"\\u00e9\"],\r\n  \"b\": {}\n}\n"))
                .asMapping()
                .orElseThrow();
        assertThat(span(root.place())).isEqualTo("1:1-4:2");
        Node.Entry first = Objects.requireNonNull(root.members().get("\uD83D\uDE00\""));
        assertThat(span(first.key().place())).isEqualTo("2:3-2:9");
        assertThat(span(first.value().place())).isEqualTo("2:11-2:33");
        assertThat(first.value().asSequence().orElseThrow().items())
                .extracting(n -> span(n.place()) + " " + flat(n))
                .containsExactly("2:12-2:16 1.30", "2:18-2:22 true", "2:24-2:32 é");
        assertThat(span(root.at("b").orElseThrow().place())).isEqualTo("3:8-3:10");
        assertThat(root.at("b").orElseThrow().place().pointer()).hasToString("/b");
    }

    @Test
    void jsonLinesAreSeveralDocuments() {
        assertThat(flat(Sources.parse("a.json", "{\"a\":1}\n{\"b\":2}\n"))).containsExactly("{a: 1}", "{b: 2}");
    }

    @Test
    void documentsBeforeASyntaxErrorAreKept() {
        assertThat(flat(Sources.parse("a.json", "{\"a\":1}\n{\"b\":\n"))).containsExactly("{a: 1}");
    }

    @Test
    void yamlInFlowStyleIsNoBrokenJson() {
        assertThat(flat(only(Sources.parse("a.yaml", "{a: 1, b: [x]} # fine")))).isEqualTo("{a: 1, b: [x]}");
    }

    @Test
    void onlyWhatLooksLikeJsonGetsAJsonError() {
        assertThat(codes(Sources.parse("-", "{\"a\": 1, \"b\" 2}"))).containsExactly("1:14 json-syntax");
        assertThat(codes(Sources.parse("-", "{a: 1, b: ]}"))).containsExactly("1:11 yaml-syntax");
    }
}
