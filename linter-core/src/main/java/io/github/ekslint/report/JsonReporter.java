package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.finding.Fingerprints;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * JSON for programs, described by the JSON Schema {@code report-0.1.schema.json} beside this class. Readers ignore members they
 * do not know; members without a value are left out.
 */
public final class JsonReporter implements Reporter {

    /** The resource, beside this class, that describes what is written. */
    public static final String SCHEMA = "report-" + Json.VERSION + ".schema.json";

    private final Detail detail;

    /** A reporter with that detail; {@code quiet} makes no difference to it. */
    public JsonReporter(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schemaVersion", Json.VERSION);
            Json.tool(json);
            json.writeStringField("asOf", report.asOf().toString());
            specs(json, report.specs());
            json.writeArrayFieldStart("findings");
            for (Verdict verdict : report.verdicts()) {
                boolean unknown = verdict.result() == Result.UNKNOWN && detail.unknowns();
                if (verdict.result() == Result.FAIL || unknown) {
                    verdict(json, verdict);
                }
            }
            json.writeEndArray();
            if (detail.verbose()) {
                json.writeArrayFieldStart("passes");
                for (Verdict verdict : report.with(Result.PASS)) {
                    verdict(json, verdict);
                }
                json.writeEndArray();
                skipped(json, report.skipped());
            }
            if (!report.upgrades().isEmpty()) {
                upgrades(json, report.upgrades());
            }
            problems(json, report.problems());
            summary(json, report);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void specs(JsonGenerator json, List<Report.Spec> specs) throws IOException {
        json.writeArrayFieldStart("specs");
        for (Report.Spec spec : specs) {
            json.writeStartObject();
            json.writeStringField("file", spec.file().uri());
            json.writeStringField("dialect", spec.dialect());
            json.writeStringField("estate", spec.estate());
            json.writeArrayFieldStart("clusters");
            for (Report.NamedCluster cluster : spec.clusters()) {
                json.writeStartObject();
                Json.unlessEmpty(json, "name", cluster.name());
                Json.unlessEmpty(json, "region", cluster.region());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", verdict.rule().id());
        json.writeStringField("name", verdict.rule().name());
        Json.unlessEmpty(json, "outcome", verdict.outcome());
        json.writeStringField("severity", verdict.severity().id());
        json.writeStringField("confidence", verdict.rule().confidence());
        json.writeStringField("verdict", verdict.result().name().toLowerCase(Locale.ROOT));
        json.writeStringField("status", verdict.status().name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("subject");
        json.writeStringField("kind", verdict.subject().kind());
        json.writeStringField("name", verdict.subject().displayName());
        json.writeStringField("key", verdict.subject().key());
        Json.unlessEmpty(json, "cluster", verdict.clusterName());
        Json.unlessEmpty(json, "region", verdict.region());
        json.writeEndObject();
        Json.unlessEmpty(json, "part", verdict.part());
        if (!verdict.when().isEmpty()) {
            Json.strings(json, "when", verdict.when());
        }
        json.writeStringField("message", verdict.message());
        json.writeStringField("remediation", verdict.rule().remediation());
        json.writeObjectFieldStart("location");
        place(json, verdict.place());
        json.writeEndObject();
        json.writeArrayFieldStart("related");
        for (Related related : Related.of(verdict)) {
            json.writeStartObject();
            place(json, related.place());
            json.writeStringField("note", related.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("settledBy");
        for (Settlement settlement : verdict.settledBy()) {
            json.writeStartObject();
            json.writeStringField("kind", settlement.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("text", settlement.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("fingerprint", Fingerprints.of(verdict));
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Place place) throws IOException {
        json.writeStringField("file", place.file().uri());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeNumberField("endLine", place.endLine());
        json.writeNumberField("endColumn", place.endColumn());
        if (place.address() != null) {
            json.writeStringField("address", place.address());
        }
        json.writeStringField("pointer", place.pointer().toString());
    }

    private static void upgrades(JsonGenerator json, List<Upgrade> upgrades) throws IOException {
        json.writeArrayFieldStart("upgrades");
        for (Upgrade upgrade : upgrades) {
            json.writeStartObject();
            json.writeStringField("estate", upgrade.estate());
            json.writeStringField("cluster", upgrade.cluster());
            Json.unlessEmpty(json, "from", upgrade.from().map(String::valueOf).orElse(""));
            json.writeStringField("to", upgrade.to().toString());
            json.writeStringField("summary", upgrade.summary());
            Json.unlessEmpty(
                    json,
                    "firstFailing",
                    upgrade.firstFailing().map(s -> s.version().toString()).orElse(""));
            json.writeArrayFieldStart("steps");
            for (Upgrade.Step step : upgrade.steps()) {
                json.writeStartObject();
                json.writeStringField("version", step.version().toString());
                Json.strings(json, "rules", step.rules());
                json.writeArrayFieldStart("failures");
                for (Verdict verdict : step.failures()) {
                    verdict(json, verdict);
                }
                json.writeEndArray();
                json.writeNumberField("unknown", step.open().size());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("errorsToday", upgrade.today().size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void skipped(JsonGenerator json, List<Report.Skipped> files) throws IOException {
        json.writeArrayFieldStart("skipped");
        for (Report.Skipped skipped : files) {
            json.writeStartObject();
            json.writeStringField("file", skipped.uri());
            json.writeStringField("why", skipped.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("code", problem.code());
            json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("message", problem.message());
            json.writeObjectFieldStart("location");
            place(json, problem.place());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void summary(JsonGenerator json, Report report) throws IOException {
        Summary summary = Summary.of(report);
        json.writeObjectFieldStart("summary");
        json.writeNumberField("pass", summary.count(Result.PASS));
        json.writeNumberField("fail", summary.count(Result.FAIL));
        json.writeNumberField("unknown", summary.count(Result.UNKNOWN));
        json.writeNumberField("notApplicable", summary.count(Result.NOT_APPLICABLE));
        json.writeNumberField("suppressed", 0);
        json.writeNumberField("baselined", summary.baselined());
        json.writeObjectFieldStart("bySeverity");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.id(), summary.count(severity));
        }
        json.writeEndObject();
        json.writeNumberField("rules", report.rules());
        json.writeNumberField("specs", report.specs().size());
        json.writeNumberField("files", report.files());
        json.writeEndObject();
    }
}
