package io.github.ekslint.source;

import static io.github.ekslint.source.Trees.codes;
import static io.github.ekslint.source.Trees.flat;
import static io.github.ekslint.source.Trees.messages;
import static io.github.ekslint.source.Trees.only;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void theEncodingIsSeen(String charset) {
        assertThat(flat(only(Sources.parse("a", "a: é\nb: 2\n".getBytes(Charset.forName(charset))))))
                .isEqualTo("{a: é, b: 2}");
        assertThat(flat(only(Sources.parse("a", "\uFEFF{\"a\": \"é\"}".getBytes(Charset.forName(charset))))))
                .isEqualTo("{a: é}");
    }

    @Test
    void bytesThatAreNoUtf8AreOneProblemAndTheRestIsRead() {
        Parsed parsed = Sources.parse("a", "a: 1\nb: caf\u00E9 \u00E9\n".getBytes(ISO_8859_1));
        assertThat(messages(parsed))
                .containsExactly("2:7 invalid-encoding a byte that is not valid UTF-8, the first of 2");
        assertThat(flat(parsed)).singleElement().asString().startsWith("{a: 1, b: caf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2"})
    void lineEndsOfEveryKind(String text) {
        Node.Mapping root = only(Sources.parse("a", text)).asMapping().orElseThrow();
        assertThat(flat(root)).isEqualTo("{a: 1, b: 2}");
        assertThat(root.at("b").orElseThrow().place()).hasToString("a:2:4");
        assertThat(root.place().file().line(2)).contains("b: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n---\n", "\uFEFF"})
    void whatSaysNothingIsSkipped(String text) {
        Parsed parsed = Sources.parse("a", text);
        assertThat(parsed.skipped()).contains("it is empty");
        assertThat(codes(parsed)).isEmpty();
    }

    @Test
    void whatIsBinaryIsSkipped() {
        byte[] bytes = new byte[10_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        assertThat(Sources.parse("a", bytes).skipped()).contains("it is binary");
    }

    @Test
    void oneZeroByteMakesNoBinary() {
        assertThat(codes(Sources.parse("a", "name: prod\nversion: \u00001\nregion: eu-west-1\n".getBytes(UTF_8))))
                .containsExactly("2:10 control-character");
    }

    @Test
    void tooMuchYamlIsNotComposed() {
        Limits limits = new Limits(20, 40, 100, 100);
        assertThat(messages(Sources.parse("a", "a: 12345678901234567890\n".getBytes(UTF_8), limits)))
                .containsExactly("1:1 too-large the file has 0.0 MB; YAML is read up to 0.0 MB");
        assertThat(codes(Sources.parse("a", "{\"a\": 12345678901234567890}".getBytes(UTF_8), limits)))
                .isEmpty();
        assertThat(codes(Sources.parse("a", " ".repeat(41).getBytes(UTF_8), limits)))
                .containsExactly("1:1 too-large");
    }

    @Test
    void fiftyMegabytesOfYamlAreOneProblem() {
        byte[] bytes = new byte[50_000_000];
        Arrays.fill(bytes, (byte) 'a');
        assertThat(messages(Sources.parse("a", bytes)))
                .containsExactly("1:1 too-large the file has 50.0 MB; YAML is read up to 10.0 MB");
    }
}
