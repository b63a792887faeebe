package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Markdown for the summary of a CI job or a comment: findings, problems and open questions as GitHub and GitLab show them. A job's
 * summary may have one megabyte, so the tables end after {@value #MOST} rows.
 */
public final class MarkdownReporter implements Reporter {

    private static final int MOST = 200;

    private final Detail detail;

    /** A reporter with that detail. */
    public MarkdownReporter(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        out.write("## ekslint\n\n" + text(TextReporter.summary(report, Look.PLAIN)) + "\n");
        findings(Findings.of(report, detail), out);
        problems(report.problems(), out);
        for (Upgrade upgrade : report.upgrades()) {
            out.write("\n- " + text(upgrade.summary()) + "\n");
        }
        List<Verdict> unknowns = report.with(Result.UNKNOWN);
        if (detail.unknowns() && !unknowns.isEmpty()) {
            String open = new OpenQuestions(Look.PLAIN, detail.verbose()).text(unknowns);
            out.write("\n<details>\n<summary>What would settle the unknown checks</summary>\n\n");
            out.write(fenced(open));
            out.write("\n</details>\n");
        }
    }

    private static void findings(List<Verdict> findings, Writer out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        out.write("\n| | rule | where | finding |\n|---|---|---|---|\n");
        for (Verdict verdict : findings.subList(0, Math.min(MOST, findings.size()))) {
            String level = verdict.result() == Result.UNKNOWN
                    ? "unknown"
                    : verdict.severity().id();
            row(out, level, verdict.rule().id(), verdict.place().toString(), Findings.message(verdict));
        }
        more(findings.size(), out);
    }

    private static void problems(List<Problem> problems, Writer out) throws IOException {
        if (problems.isEmpty()) {
            return;
        }
        out.write("\n| | problem | where | what |\n|---|---|---|---|\n");
        for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            String level = problem.severity().name().toLowerCase(Locale.ROOT);
            row(out, level, problem.code(), problem.place().toString(), problem.message());
        }
        more(problems.size(), out);
    }

    private static void more(int rows, Writer out) throws IOException {
        if (rows > MOST) {
            out.write("\n" + (rows - MOST) + " more are not shown.\n");
        }
    }

    private static void row(Writer out, String level, String name, String place, String message) throws IOException {
        out.write("| **" + level + "** | " + text(name) + " | " + code(place) + " | " + text(message) + " |\n");
    }

    /** Text in which nothing is markup, on one line. */
    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : Columns.line(text).toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '@', '!' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Within a table even code needs its bars escaped. */
    private static String code(String text) {
        return text.contains("`") ? text(text) : "`" + Columns.line(text).replace("|", "\\|") + "`";
    }

    /** A fence longer than any within. */
    private static String fenced(String text) {
        StringBuilder fence = new StringBuilder("```");
        while (text.contains(fence)) {
            fence.append('`');
        }
        return fence + "text\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
