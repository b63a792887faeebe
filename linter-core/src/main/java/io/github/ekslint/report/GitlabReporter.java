package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.finding.Fingerprints;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Code Quality report</a> that GitLab
 * shows in merge requests: Code Climate's issues, of which it reads description, name, fingerprint, severity, path and line.
 */
public final class GitlabReporter implements Reporter {

    private final Detail detail;

    /** A reporter with that detail. */
    public GitlabReporter(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartArray();
            for (Verdict verdict : Findings.of(report, detail)) {
                String fingerprint = Fingerprints.of(verdict);
                int before = seen.merge(fingerprint, 1, Integer::sum) - 1;
                issue(
                        json,
                        verdict.rule().id(),
                        Findings.message(verdict),
                        before == 0 ? fingerprint : fingerprint + "-" + before,
                        severity(verdict),
                        verdict.place());
            }
            for (Problem problem : report.problems()) {
                boolean error = problem.severity() == Problem.Severity.ERROR;
                issue(
                        json,
                        problem.code(),
                        problem.message(),
                        fingerprint(problem),
                        error ? "critical" : "minor",
                        problem.place());
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    private static void issue(
            JsonGenerator json, String name, String description, String fingerprint, String severity, Place place)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "issue");
        json.writeStringField("check_name", name);
        json.writeStringField("description", description);
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", place.file().uri());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", place.line());
        json.writeNumberField("end", place.endLine());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Verdict verdict) {
        if (verdict.result() == Result.UNKNOWN) {
            return "info";
        }
        return switch (verdict.severity()) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }

    private static String fingerprint(Problem problem) {
        String identity = String.join(
                "\u0000",
                problem.code(),
                problem.place().file().uri(),
                problem.place().pointer().toString(),
                problem.message());
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
