package io.github.ekslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclTreeTest {

    private static Document read(String text) {
        return Sources.parse("main.tf", text).documents().get(0);
    }

    private static Hcl hcl(String text) {
        return (Hcl) read(text).root();
    }

    private static HclExpression expression(String text) {
        Hcl file = hcl("x = " + text + "\n");
        assertThat(file.problems()).isEmpty();
        return file.body().attribute("x").orElseThrow().value();
    }

    private static String place(Place place) {
        return "%d:%d-%d:%d".formatted(place.line(), place.column(), place.endLine(), place.endColumn());
    }

    @Test
    void blocksHaveTypeLabelsAndPlaces() {
        Hcl file = hcl(
                """
                resource "aws_subnet" "a" {
                  cidr_block = "10.0.0.0/24"
                  timeouts {}
                }
                """);
        Hcl.Block block = file.body().blocks().get(0);
        assertThat(block.type()).isEqualTo("resource");
        assertThat(block.labels()).containsExactly("aws_subnet", "a");
        assertThat(place(block.header())).isEqualTo("1:1-1:26");
        assertThat(place(block.place())).isEqualTo("1:1-4:2");
        Hcl.Attribute cidr = block.body().attribute("cidr_block").orElseThrow();
        assertThat(place(cidr.place())).isEqualTo("2:3-2:29");
        assertThat(place(cidr.value().place())).isEqualTo("2:16-2:29");
        assertThat(block.body().blocks("timeouts")).hasSize(1);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("1 + 2 * 3", "(1 + (2 * 3))"),
                Arguments.of("1 - 2 - 3", "((1 - 2) - 3)"),
                Arguments.of("(1 + 2) * 3", "((1 + 2) * 3)"),
                Arguments.of("-a.b", "(-a.b)"),
                Arguments.of("!var.x && y || z", "(((!var.x) && y) || z)"),
                Arguments.of("a == b ? c : d ? e : f", "((a == b) ? c : (d ? e : f))"),
                Arguments.of("a >= 1 && b != 2", "((a >= 1) && (b != 2))"),
                Arguments.of("a.b[0].c", "a.b[0].c"),
                Arguments.of("a.0.b", "a[0].b"),
                Arguments.of("a[*].b[0].c", "a[*](_.b[0].c)"),
                Arguments.of("a.*.b[0]", "a[*](_.b)[0]"),
                Arguments.of("f(a, b...)", "f(a, b...)"),
                Arguments.of("f()", "f()"),
                Arguments.of("provider::aws::arn_parse(a)", "provider::aws::arn_parse(a)"),
                Arguments.of("[1, \"b\", [c],]", "[1, 'b', [c]]"),
                Arguments.of("{ a = 1, \"b\" : 2, (c) = 3 }", "{'a': 1, 'b': 2, c: 3}"),
                Arguments.of("{\n  a = 1\n  b = 2\n}", "{'a': 1, 'b': 2}"),
                Arguments.of("{ for = 1 }", "{'for': 1}"),
                Arguments.of("[for k, v in m : v if k != \"x\"]", "[for k, v in m: v if (k != 'x')]"),
                Arguments.of("{ for s in l : s => s... }", "{for s in l: s => s...}"),
                Arguments.of("[\n  for s in l :\n  s\n]", "[for s in l: s]"),
                Arguments.of("\"a${b}c\"", "'a'+b+'c'"),
                Arguments.of("\"${a}\"", "'+a'"),
                Arguments.of("\"$${a} %%{b} \\\" \\n \\u0041\"", "'${a} %{b} \" \n A'"),
                Arguments.of("\"%{ if a }x%{ else }y%{ endif }\"", "'if a then x else y'"),
                Arguments.of("\"%{ for i in l ~} ${i}%{ endfor }\"", "'for i in l: +i'"),
                Arguments.of("1.50e3", "1.50e3"),
                Arguments.of("null", "null"),
                Arguments.of("a # why\n", "a"),
                Arguments.of("f(\n  a, // one\n  /* two */ b\n)", "f(a, b)"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void expressionsHaveTheStructureOfTheSpecification(String text, String structure) {
        assertThat(HclShapes.of(expression(text))).isEqualTo(structure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void heredocsKeepTheirLinesAndFlushOnesLoseTheirIndent(String end) {
        String text = String.join(
                end,
                "a = <<EOT",
                "  one ${x}",
                "",
                "  two",
                "EOT",
                "b = <<-EOT",
                "    one",
                "      two ${x}",
                "",
                "    EOT",
                "c = 1",
                "");
        Hcl file = hcl(text);
        assertThat(file.problems()).isEmpty();
        assertThat(HclShapes.of(file.body().attribute("a").orElseThrow().value()))
                .isEqualTo("'  one '+x+'\n\n  two\n'");
        assertThat(HclShapes.of(file.body().attribute("b").orElseThrow().value()))
                .isEqualTo("'one\n  two '+x+'\n\n'");
        assertThat(file.body().attribute("c")).isPresent();
    }

    @Test
    void commentsOfAllKindsAreKept() {
        Document document = read(
                """
                # one
                a = 1 // two
                /* three */
                b = [ # four
                  1,
                ]
                """);
        assertThat(document.comments()).extracting(Comment::text).containsExactly("one", "two", "three", "four");
        assertThat(document.comments()).extracting(Comment::ownLine).containsExactly(true, false, true, false);
        assertThat(place(document.comments().get(1).place())).isEqualTo("2:7-2:13");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a = [1 2]", "1:8", "expected “,” or “]” after an item of a list, found “2”"),
                Arguments.of("a = ", "1:5", "expected a value, found the end of the file"),
                Arguments.of("a = \"x", "1:5", "this text has no closing quote"),
                Arguments.of("a = \"x\nb = 1", "1:5", "this text has no closing quote on its line"),
                Arguments.of("a = \"${x\"", "1:9", "expected “}” at the end of “${”, found “\"”"),
                Arguments.of("a = <<EOT\nx\n", "1:5", "heredoc “EOT” has no end"),
                Arguments.of("a = 1 2", "1:7", "expected the end of the line, found “2”"),
                Arguments.of("a \"x\"", "1:6", "expected “{” after “a”, found the end of the file"),
                Arguments.of("= 1", "1:1", "expected an argument or a block, found “=”"),
                Arguments.of("a = \"\\q\"", "1:6", "“\\q” is no escape sequence"),
                Arguments.of("a = \"%{ if x }y\"", "1:6", "“if” has no “endif”"),
                Arguments.of("a = \"%{ endif }\"", "1:6", "“endif” has no beginning"),
                Arguments.of("a = 1\na = 2", "2:1", "argument “a” is written twice, first in line 1"),
                Arguments.of("/* x", "1:1", "this comment has no end"),
                Arguments.of(
                        "a = x ? 1", "1:10", "expected “:” between the two results of a condition, found the end of"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aSyntaxErrorIsSaidWithItsPlace(String text, String place, String message) {
        List<Problem> problems = hcl(text).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).contains(message);
        assertThat(problems.get(0).place().line() + ":"
                        + problems.get(0).place().column())
                .isEqualTo(place);
        assertThat(problems.get(0).code()).isEqualTo("hcl-syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"x\" \"broken\" {\n  a = = 1\n}\n",
                "resource \"x\" \"broken\" {\n  a = [1,\n}\n",
                "resource \"x\" \"broken\" {\n  a = 1\n",
                "resource \"x\" {{{\n",
                "resource \"x\" \"broken\" {\n  a = \"b\n}\n"
            })
    void aBrokenBlockCostsNoOtherBlock(String brokenBlock) {
        Hcl file = hcl("locals {\n  a = 1\n}\n" + brokenBlock
                + "\nresource \"x\" \"after\" {\n  b = 1\n}\nvariable \"v\" {}\n");
        assertThat(file.problems()).isNotEmpty();
        assertThat(file.body().blocks("locals")).hasSize(1);
        assertThat(file.body().blocks("resource")).anyMatch(b -> b.label(1).equals("after"));
        assertThat(file.body().blocks("variable")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "{a=", "f(", "!", "-", "\"${", "x ? y : ", "x.y["})
    void whatIsNestedTooDeepIsAProblemAndNoOverflow(String opening) {
        assertThat(hcl("a = " + opening.repeat(50_000)).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" + 1", ".b", "[0]", " && true"})
    void whatIsChainedTooLongIsAProblemAndNoOverflow(String link) {
        assertThat(hcl("a = x" + link.repeat(100_000)).problems()).isNotEmpty();
    }

    @Test
    void everyCutOfAFileIsReadWithoutFailing() {
        String text =
                """
                module "a" {
                  source = "./x" # c
                  b      = { for k, v in var.m : k => "${v}-%{ if k == "x" }y%{ endif }" if v != null }
                  c      = [<<-E
                    x ${y}
                    E
                  , 1]
                }
                """;
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(Sources.parse("a.tf", text.substring(0, cut)).documents())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void standardInputIsHclWhenItBeginsLikeIt() {
        assertThat(Sources.parse("<stdin>", "# c\nresource \"a\" \"b\" {\n}\n")
                        .documents()
                        .get(0)
                        .root())
                .isInstanceOf(Hcl.class);
        assertThat(Sources.parse("<stdin>", "resource: {}\n").documents().get(0).root())
                .isInstanceOf(Node.Mapping.class);
    }

    @Test
    void aByteOrderMarkIsNoError() {
        byte[] bytes = "\uFEFFa = 1\n".getBytes(StandardCharsets.UTF_8);
        Hcl file = (Hcl) Sources.parse("a.tf", bytes).documents().get(0).root();
        assertThat(file.problems()).isEmpty();
        assertThat(file.body().attribute("a")).isPresent();
    }

    @Test
    void valuesOfAFileAreGivenAsOnACommandLine() {
        Hcl file = hcl("a = \"x\"\nb = [1,\n  2]\nc = true\n");
        assertThat(file.values())
                .containsEntry("a", "x")
                .containsEntry("b", "[1,\n  2]")
                .containsEntry("c", "true");
    }
}
