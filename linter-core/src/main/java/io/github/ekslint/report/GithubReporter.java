package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a> of GitHub
 * Actions, which become annotations at the lines of a pull request. GitHub shows ten of each level for a step, so unknown
 * verdicts are told in one notice.
 */
public final class GithubReporter implements Reporter {

    private final Detail detail;

    /** A reporter with that detail. */
    public GithubReporter(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Verdict verdict : Findings.of(report, detail)) {
            String title = verdict.rule().id() + " " + verdict.rule().name();
            out.write(command(level(verdict), verdict.place(), title, Findings.message(verdict)));
        }
        for (Problem problem : report.problems()) {
            String level = problem.severity().name().toLowerCase(Locale.ROOT);
            out.write(command(level, problem.place(), problem.code(), problem.message()));
        }
        long unknown = report.with(Result.UNKNOWN).size();
        if (unknown > 0 && detail.unknowns() && !detail.quiet()) {
            out.write("::notice title=ekslint::" + data(TextReporter.summary(report, Look.PLAIN)) + "\n");
        }
    }

    private static String level(Verdict verdict) {
        if (verdict.result() == Result.UNKNOWN) {
            return "notice";
        }
        return switch (verdict.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    /** Columns are only allowed within one line. */
    private static String command(String level, Place place, String title, String message) {
        StringBuilder out = new StringBuilder("::").append(level);
        out.append(" file=").append(property(place.file().uri()));
        out.append(",line=").append(place.line()).append(",endLine=").append(place.endLine());
        if (place.line() == place.endLine()) {
            out.append(",col=").append(place.column()).append(",endColumn=").append(place.endColumn());
        }
        return out.append(",title=")
                .append(property(title))
                .append("::")
                .append(data(Columns.line(message)))
                .append('\n')
                .toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
