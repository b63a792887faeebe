package io.github.ekslint.maven;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.TextReporter;
import io.github.ekslint.source.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.doxia.sink.Sink;

/**
 * A report as a page of a site.
 *
 * @param unknowns whether it says what would settle what cannot be told
 */
record SitePage(Sink sink, boolean unknowns) {

    void write(Report report) {
        sink.head();
        sink.title();
        sink.text("EKS cluster specs");
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        heading("EKS cluster specs");
        sink.paragraph();
        sink.text(TextReporter.summary(report, Look.PLAIN));
        sink.paragraph_();
        sink.section1_();
        findings(report.with(Result.FAIL));
        problems(report.problems());
        if (unknowns) {
            questions(report.with(Result.UNKNOWN));
        }
        sink.body_();
        sink.flush();
    }

    /** The worst first. */
    private void findings(List<Verdict> failures) {
        List<List<String>> rows = failures.stream()
                .sorted(Comparator.comparing(Verdict::severity))
                .map(v -> List.of(
                        v.severity().id(),
                        v.rule().id(),
                        v.message(),
                        v.place().toString(),
                        v.rule().remediation()))
                .toList();
        section("Findings", List.of("Severity", "Rule", "Finding", "Place", "Remedy"), rows);
    }

    private void problems(List<Problem> problems) {
        List<List<String>> rows = problems.stream()
                .map(p -> List.of(p.code(), p.message(), p.place().toString()))
                .toList();
        section("Problems", List.of("Kind", "Problem", "Place"), rows);
    }

    /** What would settle something, once, with the rules that wait for it. */
    private void questions(List<Verdict> open) {
        Map<String, Set<String>> waiting = new TreeMap<>();
        for (Verdict verdict : open) {
            for (Settlement settlement : verdict.settledBy()) {
                waiting.computeIfAbsent(settlement.text(), t -> new TreeSet<>())
                        .add(verdict.rule().id());
            }
        }
        List<List<String>> rows = waiting.entrySet().stream()
                .map(e -> List.of(e.getKey(), String.join(", ", e.getValue())))
                .toList();
        section("What cannot be told", List.of("Settled by", "Rules"), rows);
    }

    private void section(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sink.section1();
        heading(title);
        sink.table();
        sink.tableRows(null, false);
        sink.tableRow();
        for (String cell : head) {
            sink.tableHeaderCell();
            sink.text(cell);
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
        for (List<String> row : rows) {
            sink.tableRow();
            for (String cell : row) {
                sink.tableCell();
                sink.text(cell);
                sink.tableCell_();
            }
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
        sink.section1_();
    }

    private void heading(String text) {
        sink.sectionTitle1();
        sink.text(text);
        sink.sectionTitle1_();
    }
}
