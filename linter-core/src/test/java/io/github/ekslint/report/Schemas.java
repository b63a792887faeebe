package io.github.ekslint.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Checks JSON against JSON Schemas. */
final class Schemas {

    private Schemas() {}

    /** What is wrong with a document; empty when it is valid. */
    static List<String> errors(SpecificationVersion version, String schema, String json) {
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(schema, InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
