package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.finding.Fingerprints;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import java.io.IOException;
import java.io.Writer;

/**
 * The baseline that makes every finding of a report a known one. Beside the fingerprints it says what a reviewer wants to know;
 * it has no lines, messages or dates, so that it changes only when the findings do.
 */
public final class BaselineReporter implements Reporter {

    private final boolean unknowns;

    /**
     * A reporter of failures.
     *
     * @param unknowns whether what is unknown is recorded, too
     */
    public BaselineReporter(boolean unknowns) {
        this.unknowns = unknowns;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schemaVersion", Json.VERSION);
            json.writeArrayFieldStart("findings");
            for (Verdict verdict : report.verdicts()) {
                if (isRecorded(verdict)) {
                    json.writeStartObject();
                    json.writeStringField("rule", verdict.rule().id());
                    Json.unlessEmpty(json, "outcome", verdict.outcome());
                    json.writeStringField("file", verdict.place().file().uri());
                    json.writeStringField(
                            "subject",
                            verdict.subject().kind() + " " + verdict.subject().displayName());
                    Json.unlessEmpty(json, "part", verdict.part());
                    json.writeStringField("fingerprint", Fingerprints.of(verdict));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** How many findings it records, in words. */
    public String summary(Report report) {
        long number = report.verdicts().stream().filter(this::isRecorded).count();
        return TextReporter.count((int) number, "known finding");
    }

    private boolean isRecorded(Verdict verdict) {
        return verdict.result() == Result.FAIL || (unknowns && verdict.result() == Result.UNKNOWN);
    }
}
