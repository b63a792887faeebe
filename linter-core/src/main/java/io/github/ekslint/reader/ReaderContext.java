package io.github.ekslint.reader;

import io.github.ekslint.reference.ReferenceData;
import java.util.Map;

/**
 * What readers may know beside the documents.
 *
 * @param data reference data, since some defaults depend on it
 * @param parameters values the user gives for parameters, variables and placeholders, by name ({@code NAME} or
 *     {@code SCOPE:NAME})
 * @param strictParameters whether the default of a parameter counts as not known
 */
public record ReaderContext(ReferenceData data, Map<String, String> parameters, boolean strictParameters) {
    /** Keeps its own copy of the parameters. */
    public ReaderContext {
        parameters = Map.copyOf(parameters);
    }
}
