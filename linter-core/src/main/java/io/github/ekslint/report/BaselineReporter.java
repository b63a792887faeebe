package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
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
        write(baseline(report), out);
    }

    /** Writes a baseline, findings in their order. */
    public static void write(Baseline baseline, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schemaVersion", Json.VERSION);
            json.writeArrayFieldStart("findings");
            for (Known known : baseline.findings()) {
                json.writeStartObject();
                Json.unlessEmpty(json, "rule", known.rule());
                Json.unlessEmpty(json, "outcome", known.outcome());
                Json.unlessEmpty(json, "file", known.file());
                Json.unlessEmpty(json, "subject", known.subject());
                Json.unlessEmpty(json, "part", known.part());
                json.writeStringField("fingerprint", known.fingerprint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** How many findings it records, in words. */
    public String summary(Report report) {
        return summary(baseline(report));
    }

    /** How many findings a baseline has, in words. */
    public static String summary(Baseline baseline) {
        return TextReporter.count(baseline.findings().size(), "known finding");
    }

    private Baseline baseline(Report report) {
        return new Baseline(report.verdicts().stream()
                .filter(this::isRecorded)
                .map(Known::of)
                .toList());
    }

    private boolean isRecorded(Verdict verdict) {
        return verdict.result() == Result.FAIL || (unknowns && verdict.result() == Result.UNKNOWN);
    }
}
