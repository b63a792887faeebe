package io.github.ekslint.source;

import static io.github.ekslint.source.Trees.codes;
import static io.github.ekslint.source.Trees.flat;
import static io.github.ekslint.source.Trees.messages;
import static io.github.ekslint.source.Trees.root;
import static io.github.ekslint.source.Trees.span;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {

    @Test
    void mappingsListsAndScalarsBecomeATree() {
        assertThat(flat(root("a: text\nb:\n- 1\n- ~\n- c: [x, 'y']\n")))
                .isEqualTo("{a: text, b: [1, null, {c: [x, y]}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.30, FLOAT", "1, INTEGER", "0x1F, INTEGER", "012345678901, INTEGER", "-3, INTEGER", ".5, FLOAT", "1e3, FLOAT",
        "true, BOOLEAN", "False, BOOLEAN", "null, NULL", "~, NULL", "text, TEXT", "1.2.3, TEXT", "2022-01-01, TEXT",
        "'\"1.30\"', TEXT", "12:30:45, TEXT", "!!str 1.30, TEXT", "!Ref 1, TEXT", "!!int 5, INTEGER"
    })
    void kindOfAScalar(String written, Node.Scalar.Kind kind) {
        Node value = root("k: " + written).asMapping().flatMap(m -> m.get("k")).orElseThrow();
        assertThat(value.asScalar().orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void aNumberKeepsItsSpelling() {
        assertThat(root("version: 1.30").asMapping().flatMap(m -> m.text("version")))
                .contains("1.30");
    }

    @Test
    void localTagsAreKept() {
        assertThat(flat(root("a: !Ref X\nb: !Select [0, !GetAZs '']\nc: !If\n  k: v\nd: !!str 1\n")))
                .isEqualTo("{a: !Ref X, b: !Select [0, !GetAZs ], c: !If {k: v}, d: 1}");
    }

    @Test
    void documentsAreSeparate() {
        assertThat(flat(Sources.parse("a.yaml", "a: 1\n---\n# nothing\n---\nb: 2\n...\nc: 3\n")))
                .containsExactly("{a: 1}", "{b: 2}", "{c: 3}");
    }

    @Test
    void aBrokenDocumentLosesNoOther() {
        Parsed parsed = Sources.parse("a.yaml", "a: 1\n---\nb: [1\n---\nc: 3\n");
        assertThat(flat(parsed)).containsExactly("{a: 1}", "{c: 3}");
        assertThat(codes(parsed)).hasSize(1);
    }

    @Test
    void anAliasStandsForItsAnchorWithTheAnchorsPlace() {
        Node root = root("a: &x {k: v}\nb: *x\n");
        assertThat(flat(root)).isEqualTo("{a: {k: v}, b: {k: v}}");
        assertThat(span(root.asMapping().flatMap(m -> m.get("b")).orElseThrow().place()))
                .isEqualTo("1:4-1:13");
    }

    @Test
    void mergedMembersYieldToExplicitOnes() {
        assertThat(flat(root("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y], c: 3}\n")))
                .isEqualTo("{x: {a: 1, b: 1}, y: {b: 2, c: 2}, z: {c: 3, a: 1, b: 1}}");
    }

    @Test
    void ofAKeyWrittenTwiceTheLastValueStands() {
        Parsed parsed = Sources.parse("a.yaml", "a: 1\nb: 2\na: 3\n");
        assertThat(flat(parsed)).containsExactly("{a: 3, b: 2}");
        assertThat(messages(parsed))
                .containsExactly(
                        "3:1 duplicate-key the key a is written twice, first in line 1; the last value stands");
    }

    @Test
    void aCyclicAliasIsOneProblemAtItsLine() {
        assertThat(codes(Sources.parse("a.yaml", "a: &x\n  b: 1\n  c: *x\n"))).containsExactly("3:6 cyclic-alias");
    }

    @Test
    void anAliasBombIsOneProblem() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("x]\n");
        }
        assertThat(codes(Sources.parse("a.yaml", bomb.toString())))
                .hasSize(1)
                .allMatch(c -> c.endsWith("too-many-aliases"));
    }

    @Test
    void commentsAreKeptAndHashesInScalarsAreNone() {
        Parsed parsed =
                Sources.parse("a.yaml", "# one\na: 'x # no' # two\nb: | # three\n  # no\n  t\n\n# four\nc: x#no\n");
        assertThat(parsed.documents().get(0).comments())
                .extracting(c -> span(c.place()) + " " + c.text() + " " + c.ownLine())
                .containsExactly(
                        "1:1-1:6 one true", "2:13-2:18 two false", "3:6-3:13 three false", "7:1-7:7 four true");
    }

    @Test
    void columnsCountUtf16Units() {
        Node root = root("\"\uD83D\uDE00\": {k: v}\n");
        assertThat(span(root.asMapping()
                        .flatMap(m -> m.at("\uD83D\uDE00", "k"))
                        .orElseThrow()
                        .place()))
                .isEqualTo("1:11-1:12");
    }
}
