package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.finding.Fingerprints;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SARIF 2.1.0 for code hosts and editors. What fails has the level of its severity; what is unknown is of kind {@code open} and
 * has no level; what passed is of kind {@code pass} and only there on request.
 */
public final class SarifReporter implements Reporter {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What relative file names start from; which folder that is differs between machines and is not written. */
    private static final String BASE = "%SRCROOT%";

    private final Detail detail;
    private final List<Rule> rules;

    /** A reporter with that detail, which describes those rules: at least those of the verdicts. */
    public SarifReporter(Detail detail, List<Rule> rules) {
        this.detail = detail;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new Log(json, artifacts(report)).write(report);
        }
        out.write('\n');
    }

    /** Every file that anything points into, sorted, with its index. */
    private Map<String, Integer> artifacts(Report report) {
        Map<String, Integer> files = new TreeMap<>();
        report.specs().forEach(s -> files.put(s.file().uri(), 0));
        report.problems().forEach(p -> files.put(p.place().file().uri(), 0));
        for (Verdict verdict : report.verdicts()) {
            if (shown(verdict)) {
                files.put(verdict.place().file().uri(), 0);
                Related.of(verdict).forEach(r -> files.put(r.place().file().uri(), 0));
            }
        }
        Map<String, Integer> indexed = new LinkedHashMap<>();
        files.keySet().forEach(f -> indexed.put(f, indexed.size()));
        return indexed;
    }

    private boolean shown(Verdict verdict) {
        return switch (verdict.result()) {
            case FAIL -> true;
            case UNKNOWN -> detail.unknowns();
            case PASS, NOT_APPLICABLE -> detail.verbose();
        };
    }

    /** Writes one log. */
    private final class Log {
        private final JsonGenerator json;
        private final Map<String, Integer> artifacts;
        private final Map<String, Integer> ruleIndex = new HashMap<>();

        Log(JsonGenerator json, Map<String, Integer> artifacts) {
            this.json = json;
            this.artifacts = artifacts;
        }

        void write(Report report) throws IOException {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(BASE);
            text("description", "The folder in which ekslint was started.");
            json.writeEndObject();
            json.writeEndObject();
            invocation(report);
            files();
            json.writeArrayFieldStart("results");
            for (Verdict verdict : report.verdicts()) {
                if (shown(verdict)) {
                    result(verdict);
                }
            }
            json.writeEndArray();
            json.writeObjectFieldStart("properties");
            json.writeStringField("asOf", report.asOf().toString());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private void tool() throws IOException {
            Tool tool = Tool.current();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", tool.name());
            json.writeStringField("version", tool.version());
            json.writeArrayFieldStart("rules");
            for (Rule rule : rules) {
                ruleIndex.put(rule.id(), ruleIndex.size());
                rule(rule);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        private void rule(Rule rule) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("name", rule.name());
            text("shortDescription", rule.title());
            text("fullDescription", rule.rationale());
            json.writeObjectFieldStart("help");
            json.writeStringField("text", rule.rationale() + "\n\n" + rule.remediation());
            json.writeStringField("markdown", markdown(rule));
            json.writeEndObject();
            json.writeStringField("helpUri", rule.references().get(0).url());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            json.writeStringField("precision", rule.confidence());
            json.writeStringField("problem.severity", severityForCodeHosts(rule.severity()));
            Json.strings(json, "tags", List.of("eks", rule.category()));
            json.writeEndObject();
            json.writeEndObject();
        }

        private void invocation(Report report) throws IOException {
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", !report.hasErrors());
            json.writeArrayFieldStart("toolExecutionNotifications");
            for (Problem problem : report.problems()) {
                json.writeStartObject();
                json.writeObjectFieldStart("descriptor");
                json.writeStringField("id", problem.code());
                json.writeEndObject();
                json.writeStringField("level", problem.severity() == Problem.Severity.ERROR ? "error" : "warning");
                text("message", problem.message());
                json.writeArrayFieldStart("locations");
                json.writeStartObject();
                physical(problem.place());
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }

        private void files() throws IOException {
            json.writeArrayFieldStart("artifacts");
            for (String file : artifacts.keySet()) {
                json.writeStartObject();
                json.writeObjectFieldStart("location");
                uri(file);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void result(Verdict verdict) throws IOException {
            json.writeStartObject();
            json.writeStringField("ruleId", verdict.rule().id());
            Integer index = ruleIndex.get(verdict.rule().id());
            if (index != null) {
                json.writeNumberField("ruleIndex", index);
            }
            boolean fails = verdict.result() == Result.FAIL;
            json.writeStringField("kind", kind(verdict.result()));
            json.writeStringField("level", fails ? level(verdict.severity()) : "none");
            text("message", verdict.message());
            if (!verdict.isActive()) {
                known();
            }
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            physical(verdict.place());
            logical(verdict);
            json.writeEndObject();
            json.writeEndArray();
            related(verdict);
            json.writeObjectFieldStart("partialFingerprints");
            json.writeStringField("ekslint/v1", Fingerprints.of(verdict));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            Json.unlessEmpty(json, "outcome", verdict.outcome());
            Json.unlessEmpty(json, "part", verdict.part());
            if (!verdict.when().isEmpty()) {
                Json.strings(json, "when", verdict.when());
            }
            if (!verdict.settledBy().isEmpty()) {
                Json.strings(
                        json,
                        "settledBy",
                        verdict.settledBy().stream().map(s -> s.text()).toList());
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        /** Viewers that know of baselines read the state, others leave out what is suppressed. */
        private void known() throws IOException {
            json.writeStringField("baselineState", "unchanged");
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("justification", "It is in the baseline of the project.");
            json.writeEndObject();
            json.writeEndArray();
        }

        private void logical(Verdict verdict) throws IOException {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", verdict.subject().displayName());
            json.writeStringField(
                    "fullyQualifiedName",
                    verdict.estate() + "/" + verdict.subject().key());
            json.writeStringField("kind", "resource");
            json.writeEndObject();
            json.writeEndArray();
        }

        private void related(Verdict verdict) throws IOException {
            List<Related> places = Related.of(verdict);
            if (places.isEmpty()) {
                return;
            }
            json.writeArrayFieldStart("relatedLocations");
            int id = 1;
            for (Related related : places) {
                json.writeStartObject();
                json.writeNumberField("id", id++);
                text("message", related.note());
                physical(related.place());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void physical(Place place) throws IOException {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            uri(place.file().uri());
            Integer index = artifacts.get(place.file().uri());
            if (index != null) {
                json.writeNumberField("index", index);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.line());
            json.writeNumberField("startColumn", place.column());
            json.writeNumberField("endLine", place.endLine());
            json.writeNumberField("endColumn", place.endColumn());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void uri(String file) throws IOException {
            json.writeStringField("uri", Uris.of(file));
            if (Uris.isRelative(file)) {
                json.writeStringField("uriBaseId", BASE);
            }
        }

        private void text(String name, String text) throws IOException {
            json.writeObjectFieldStart(name);
            json.writeStringField("text", text);
            json.writeEndObject();
        }
    }

    private static String kind(Result result) {
        return switch (result) {
            case FAIL -> "fail";
            case UNKNOWN -> "open";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "notApplicable";
        };
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.id();
    }

    private static String severityForCodeHosts(Severity severity) {
        return severity == Severity.INFO ? "recommendation" : severity.id();
    }

    private static String markdown(Rule rule) {
        StringBuilder markdown = new StringBuilder("## ")
                .append(rule.title())
                .append("\n\n")
                .append(rule.rationale())
                .append("\n\n### How to fix it\n\n")
                .append(rule.remediation())
                .append("\n\n### References\n\n");
        for (Reference reference : rule.references()) {
            markdown.append("- [")
                    .append(reference.title())
                    .append("](")
                    .append(reference.url())
                    .append(")\n");
        }
        return markdown.toString();
    }
}
