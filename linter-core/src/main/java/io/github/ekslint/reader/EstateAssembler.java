package io.github.ekslint.reader;

import io.github.ekslint.model.Estate;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Joins evidence with specs. */
public final class EstateAssembler {

    private EstateAssembler() {}

    /** The estates of a run. */
    public record Assembly(List<Estate> estates, List<Problem> problems) {}

    /** Joins what the readers read. */
    public static Assembly assemble(List<Reading> readings) {
        List<Estate> estates = new ArrayList<>();
        for (Reading reading : readings) {
            reading.drafts().forEach(d -> estates.add(new Estate(d.id(), d.tool(), d.facts(), Map.of())));
        }
        return new Assembly(estates, List.of());
    }
}
