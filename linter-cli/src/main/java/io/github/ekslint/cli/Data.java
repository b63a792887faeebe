package io.github.ekslint.cli;

import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.reference.ReferenceTables;
import io.github.ekslint.rules.BuiltInData;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;
import java.util.List;

/** Loads the reference data of a run. */
final class Data {

    private Data() {}

    /**
     * The built-in tables, with the user's in their place.
     *
     * @throws UsageError when one of the user's files is no good
     */
    static ReferenceData of(List<Path> files, Origin origin) {
        if (files.isEmpty()) {
            return BuiltInData.load();
        }
        ReferenceTables.Loaded loaded = ReferenceTables.of(
                BuiltInData.files(), files.stream().map(origin::option).toList());
        if (!loaded.problems().isEmpty()) {
            Problem first = loaded.problems().get(0);
            throw new UsageError("--data %s: %s".formatted(first.place(), first.message()));
        }
        return loaded.data();
    }
}
