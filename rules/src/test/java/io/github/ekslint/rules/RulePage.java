package io.github.ekslint.rules;

import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/rules/<ID>.md}: everything about one rule. */
record RulePage(Rule rule) {

    private static final Path ROOT = Path.of("src/main/resources/io/github/ekslint/rules");
    private static final int LONGEST = 80;

    /** The list of all rules. */
    static String index(RuleCatalogue catalogue) {
        StringBuilder page = new StringBuilder(
                """
                # Rules

                <!-- Made from the rules' metadata; rules/README.md says how. -->

                In examples a comment `# expect:` marks the line that a finding points at.
                """);
        Map<String, List<Rule>> byCategory = catalogue.rules().stream()
                .collect(Collectors.groupingBy(Rule::category, java.util.TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, rules) -> {
            page.append("\n## ")
                    .append(category)
                    .append("\n\n| Rule | Severity | Requirement | Examples |\n|---|---|---|---|\n");
            rules.forEach(r -> page.append("| [%s](%s.md) %s | %s | %s | %s |%n"
                    .formatted(
                            r.id(),
                            r.id(),
                            r.name(),
                            r.severity().id(),
                            r.title().replace("|", "\\|"),
                            Dialects.of(r))));
        });
        return page.toString();
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder("# %s: %s%n%n<!-- Made from %s; rules/README.md says how. -->%n%n%s.%n%n"
                .formatted(rule.id(), rule.name(), rule.folder(), rule.title()));
        page.append("About each %s; confidence %s; %s since %s.%n"
                .formatted(rule.subject(), rule.confidence(), rule.status(), rule.since()));
        heading(page, "What it flags");
        for (Outcome outcome : rule.outcomes().values()) {
            String name = rule.outcomes().size() == 1 ? "" : " (" + outcome.name() + ")";
            page.append("- **%s**%s: %s%n".formatted(outcome.severity().id(), name, code(outcome.message())));
        }
        section(page, "Why it matters", rule.rationale());
        examples(page, "Bad", "bad-");
        examples(page, "Good", "good-");
        if (rule.unknownImpossible().isEmpty()) {
            examples(page, "Unknown", "unknown-");
        } else {
            section(page, "Unknown", "Never: " + rule.unknownImpossible());
        }
        section(page, "How to fix it", rule.remediation());
        if (!rule.parameters().isEmpty()) {
            heading(page, "Parameters");
            rule.parameters().values().forEach(p -> parameter(page, p));
        }
        related(page);
        heading(page, "References");
        for (Reference reference : rule.references()) {
            page.append("- [%s](%s)%n".formatted(reference.title(), reference.url()));
        }
        rule.controls().forEach((framework, control) -> page.append("- %s %s%n".formatted(framework, control)));
        return page.toString();
    }

    private static void parameter(StringBuilder page, Parameter parameter) {
        String initial = parameter.initial().isEmpty() ? "empty" : "`" + parameter.initial() + "`";
        String from = parameter.from().isEmpty()
                ? ""
                : "; `" + parameter.from() + "` of the configuration sets it for all rules";
        page.append("- `%s` (%s, by default %s): %s%s%n"
                .formatted(parameter.name(), parameter.type().described(), initial, parameter.description(), from));
    }

    private void related(StringBuilder page) {
        if (rule.covers().isEmpty() && rule.supersededBy().isEmpty()) {
            return;
        }
        heading(page, "Related requirements");
        if (!rule.covers().isEmpty()) {
            page.append("- It also judges %s.%n".formatted(String.join(", ", rule.covers())));
        }
        rule.supersededBy()
                .forEach(id ->
                        page.append("- It is silent where [%s](%s.md) reports the same subject.%n".formatted(id, id)));
    }

    /** The examples of one kind; a folder is one example with several files. */
    private void examples(StringBuilder page, String title, String prefix) throws IOException {
        Map<String, List<String>> byExample = rule.examples().stream()
                .filter(e -> e.startsWith(prefix))
                .collect(Collectors.groupingBy(e -> e.split("/", 2)[0], LinkedHashMap::new, Collectors.toList()));
        heading(page, title);
        for (List<String> files : byExample.values()) {
            for (String file : files) {
                Path path = ROOT.resolve(rule.folder()).resolve("examples").resolve(file);
                String text = Files.readString(path).stripTrailing();
                String link = "../../rules/"
                        + ROOT.resolve(rule.folder())
                                .resolve("examples")
                                .resolve(file)
                                .toString()
                                .replace('\\', '/');
                page.append("[%s](%s)%n%n".formatted(file, link));
                if (text.lines().count() <= LONGEST) {
                    page.append("```%s%n%s%n```%n%n".formatted(language(file), text));
                }
            }
        }
        page.setLength(page.length() - 1);
    }

    private static String language(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "json" -> "json";
            case "txt" -> "text";
            case "tf", "tofu", "tfvars" -> "hcl";
            default -> "yaml";
        };
    }

    private static void section(StringBuilder page, String title, String text) {
        heading(page, title);
        page.append(text.strip()).append('\n');
    }

    private static void heading(StringBuilder page, String title) {
        page.append("\n## ").append(title).append("\n\n");
    }

    /** Messages hold placeholders and angle brackets. */
    private static String code(String message) {
        return message.contains("`") ? message : "`" + message + "`";
    }
}
