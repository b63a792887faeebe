package io.github.ekslint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The metadata of rules, for programs. */
public final class RulesJson {

    private RulesJson() {}

    /** Writes one JSON object: {@code {"schemaVersion", "tool", "rules": […]}}. */
    public static void write(List<Rule> rules, Writer out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schemaVersion", Json.VERSION);
            Json.tool(json);
            json.writeArrayFieldStart("rules");
            for (Rule rule : rules) {
                write(json, rule);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", rule.name());
        json.writeStringField("category", rule.category());
        json.writeStringField("title", rule.title());
        json.writeStringField("subject", rule.subject());
        json.writeStringField("severity", rule.severity().id());
        json.writeStringField("confidence", rule.confidence());
        json.writeStringField("status", rule.status());
        json.writeStringField("since", rule.since());
        Json.strings(json, "notApplicable", rule.notApplicable());
        json.writeArrayFieldStart("outcomes");
        for (Outcome outcome : rule.outcomes().values()) {
            json.writeStartObject();
            json.writeStringField("name", outcome.name());
            json.writeStringField("severity", outcome.severity().id());
            json.writeStringField("message", outcome.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("rationale", rule.rationale());
        json.writeStringField("remediation", rule.remediation());
        json.writeStringField("unknownImpossible", rule.unknownImpossible());
        json.writeArrayFieldStart("references");
        for (Reference reference : rule.references()) {
            json.writeStartObject();
            json.writeStringField("title", reference.title());
            json.writeStringField("url", reference.url());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("controls");
        for (Map.Entry<String, String> control : rule.controls().entrySet()) {
            json.writeStringField(control.getKey(), control.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : rule.parameters().values()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("type", parameter.type().id());
            json.writeStringField("default", parameter.initial());
            Json.unlessEmpty(json, "from", parameter.from());
            json.writeStringField("description", parameter.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.strings(json, "covers", rule.covers());
        Json.strings(json, "supersededBy", rule.supersededBy());
        Json.strings(json, "examples", rule.examples());
        json.writeEndObject();
    }
}
