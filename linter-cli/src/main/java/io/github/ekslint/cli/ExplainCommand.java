package io.github.ekslint.cli;

import io.github.ekslint.report.Ink;
import io.github.ekslint.report.Look;
import io.github.ekslint.request.RuleChoice;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ekslint explain}: everything a person may want to know about a rule. */
@Command(name = "explain", description = "Explains a rule: what it flags, why, how to fix it, with examples.")
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(paramLabel = "RULE", arity = "1..*", description = "Ids or names of rules: EKS-NET-001.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    ExplainCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        RuleCatalogue catalogue = InstalledRules.get();
        RuleChoice choice = new RuleChoice(catalogue);
        List<Rule> wanted = rules.stream().map(choice::one).toList();
        for (Rule rule : wanted) {
            new Page(around.out(), around.look(), catalogue).print(rule);
        }
        return Exit.CLEAN.status();
    }

    /** Lays out one rule. */
    private record Page(PrintStream out, Look look, RuleCatalogue catalogue) {

        void print(Rule rule) {
            line(look.paint(Ink.of(rule.severity()), rule.id()) + " " + look.paint(Ink.STRONG, rule.name()));
            prose(rule.title() + ".");
            line("");
            String profile = "%s, about each %s, confidence %s, %s since %s"
                    .formatted(rule.category(), rule.subject(), rule.confidence(), rule.status(), rule.since());
            look.wrap(profile, 0).forEach(l -> line(look.paint(Ink.FAINT, l)));
            heading("What it flags");
            for (Outcome outcome : rule.outcomes().values()) {
                String name = rule.outcomes().size() == 1 ? "" : " (" + outcome.name() + ")";
                item(look.paint(Ink.of(outcome.severity()), outcome.severity().id()) + name, outcome.message());
            }
            heading("Why");
            paragraphs(rule.rationale());
            heading("How to fix it");
            paragraphs(rule.remediation());
            if (!rule.unknownImpossible().isEmpty()) {
                heading("Why it is never unknown");
                paragraphs(rule.unknownImpossible());
            }
            if (!rule.parameters().isEmpty()) {
                heading("Parameters");
                for (Parameter parameter : rule.parameters().values()) {
                    item(parameter.name() + " = " + parameter.initial(), parameter.description());
                }
            }
            related(rule);
            heading("References");
            for (Reference reference : rule.references()) {
                item(reference.title(), reference.url());
            }
            rule.controls().forEach((framework, control) -> line("  " + framework + " " + control));
            examples(rule);
            line("");
        }

        private void related(Rule rule) {
            if (!rule.covers().isEmpty() || !rule.supersededBy().isEmpty()) {
                heading("Related requirements");
                if (!rule.covers().isEmpty()) {
                    line("  also judges " + String.join(", ", rule.covers()));
                }
                if (!rule.supersededBy().isEmpty()) {
                    line("  silent where one of these reports the same: " + String.join(", ", rule.supersededBy()));
                }
            }
        }

        private void examples(Rule rule) {
            for (String example : rule.examples()) {
                heading("Example " + example);
                try (InputStream stream = catalogue.packOf(rule).open(rule.folder() + "/examples/" + example)) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(l -> line(l.isEmpty() ? "" : "    " + l));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void heading(String text) {
            line("");
            line(look.paint(Ink.STRONG, text));
        }

        private void item(String head, String text) {
            line("  " + head);
            look.wrap(text, 4).forEach(l -> line("    " + l));
        }

        private void prose(String text) {
            look.wrap(text, 0).forEach(this::line);
        }

        /** Paragraphs are wrapped; indented lines, such as commands, stay as they are. */
        private void paragraphs(String text) {
            StringBuilder paragraph = new StringBuilder();
            for (String line : text.strip().split("\n", -1)) {
                boolean kept = line.startsWith(" ") || line.startsWith("- ") || line.isBlank();
                if (kept) {
                    flush(paragraph);
                    line(line.isBlank() ? "" : "  " + line);
                } else {
                    paragraph.append(line).append(' ');
                }
            }
            flush(paragraph);
        }

        private void flush(StringBuilder paragraph) {
            if (!paragraph.isEmpty()) {
                look.wrap(paragraph.toString(), 2).forEach(l -> line("  " + l));
                paragraph.setLength(0);
            }
        }

        private void line(String text) {
            out.append(text).append('\n');
        }
    }
}
