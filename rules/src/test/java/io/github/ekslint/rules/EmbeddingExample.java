package io.github.ekslint.rules;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.rule.RuleCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The example of docs/embedding.md, which {@link EmbeddingTest} compares with it and runs. */
final class EmbeddingExample {

    private EmbeddingExample() {}

    static List<String> findings(Path folder, LocalDate today) {
        // docs/embedding.md: begin
        RuleCatalogue rules = RuleCatalogue.installed();
        Linter linter = new Linter(rules, BuiltInData.load());
        Inputs inputs = Inputs.read(List.of("clusters"), List.of("recorded"), folder);
        Report report = linter.lint(inputs, Options.asOf(today));
        List<String> lines = new ArrayList<>();
        for (Verdict finding : report.with(Verdict.Result.FAIL)) {
            lines.add(finding.place() + " " + finding.rule().id() + ": " + finding.message());
        }
        report.problems().forEach(p -> lines.add(p.place() + " " + p.message()));
        return lines;
        // docs/embedding.md: end
    }
}
