package io.github.ekslint.source;

import static io.github.ekslint.source.Trees.codes;
import static io.github.ekslint.source.Trees.flat;
import static io.github.ekslint.source.Trees.root;
import static io.github.ekslint.source.Trees.span;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Values.x }}", "{{- .x -}}", "{{ printf \"%s: #\" .x }}", "v-{{ .a }}{{ .b }}.x", "${NAME}",
                        "${{ x }}",
                "%NAME%", "@name@", "<name>", "$NAME", "{{ if .x }}1{{ else }}2{{ end }}", "{{{x}}}"
            })
    void aPlaceholderIsAScalarWithItsTextAndPlace(String placeholder) {
        Node value = root("a: 1\nk: " + placeholder + " # {{ no }}\nz: 1\n")
                .asMapping()
                .flatMap(m -> m.get("k"))
                .orElseThrow();
        assertThat(flat(value)).isEqualTo(placeholder);
        assertThat(span(value.place())).isEqualTo("2:4-2:" + (4 + placeholder.length()));
    }

    @Test
    void placeholdersInFlowListsAndQuotesArePutBack() {
        assertThat(flat(root("a: [\"{{ .R }}a\", {{ .Z }}, ${A}]\nb: 'x {{ .y }}'\n")))
                .isEqualTo("{a: [{{ .R }}a, {{ .Z }}, ${A}], b: x {{ .y }}}");
    }

    @Test
    void controlLinesAreOneWarningAndBothBranchesAreRead() {
        Parsed parsed = Sources.parse("a.yaml", "{{- if .a }}\na: {{ .b }}\n{{- else }}\nb: 2\n{{- end }}\n");
        assertThat(flat(parsed)).containsExactly("{a: {{ .b }}, b: 2}");
        assertThat(codes(parsed)).containsExactly("1:1 template-control");
        assertThat(parsed.problems()).allMatch(p -> p.severity() == Problem.Severity.WARNING);
    }

    @Test
    void aKeyInTwoBranchesIsAWarning() {
        Parsed parsed = Sources.parse("a.yaml", "{{ if .a }}\na: 1\n{{ else }}\na: 2\n{{ end }}\n");
        assertThat(codes(parsed)).containsExactly("1:1 template-control", "4:1 duplicate-key");
        assertThat(parsed.problems()).allMatch(p -> p.severity() == Problem.Severity.WARNING);
    }

    @Test
    void anActionOnItsOwnLineIsTheValueThatIsMissingOtherwise() {
        Parsed parsed = Sources.parse("a.yaml", "tags:\n{{ toYaml .tags | indent 2 }}\nb: 1\n");
        assertThat(flat(parsed)).containsExactly("{tags: {{ toYaml .tags | indent 2 }}, b: 1}");
    }

    @Test
    void actionsInABlockScalarStayText() {
        assertThat(flat(Sources.parse("a.yaml", "a: |\n  {{ if .x }}\n  y\n  {{ end }}\nb: {{ .z }}\n")))
                .containsExactly("{a: {{ if .x }}\ny\n{{ end }}\n, b: {{ .z }}}");
    }

    @Test
    void aTemplateOfJsonIsReadToo() {
        assertThat(flat(Sources.parse("a.json", "{\"a\": {{ .x }}, \"b\": \"{{ .y }}\"}")))
                .containsExactly("{a: {{ .x }}, b: {{ .y }}}");
    }

    @Test
    void whatNoTemplateExplainsIsStillOneProblem() {
        assertThat(codes(Sources.parse("a.yaml", "a: {{ .x\nb: 1\n"))).containsExactly("2:2 yaml-syntax");
    }
}
