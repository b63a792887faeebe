package io.github.ekslint.rules;

import io.github.ekslint.reference.DataFiles;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.reference.ReferenceTables;
import io.github.ekslint.request.SpecParameters;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The reference data that comes with the built-in rules. */
public final class BuiltInData {

    private BuiltInData() {}

    /** The data files of the pack. */
    public static DataFiles files() {
        BuiltInRules pack = new BuiltInRules();
        return name -> pack.open("data/" + name);
    }

    /** The built-in data; a table is read when it is asked for. */
    public static ReferenceData load() {
        return ReferenceTables.of(files());
    }

    /**
     * The built-in data with tables of the user's in their place.
     *
     * @throws UsageError when one of the files is no good
     */
    public static ReferenceData with(List<Path> files) {
        return with(files, SpecParameters::parsed);
    }

    /**
     * The same with another way to read files.
     *
     * @param reading throws {@link UsageError} for a file that cannot be read
     */
    public static ReferenceData with(List<Path> files, Function<Path, Parsed> reading) {
        if (files.isEmpty()) {
            return load();
        }
        ReferenceTables.Loaded loaded =
                ReferenceTables.of(files(), files.stream().map(reading).toList());
        if (!loaded.problems().isEmpty()) {
            Problem first = loaded.problems().get(0);
            throw new UsageError("%s: %s".formatted(first.place(), first.message()));
        }
        return loaded.data();
    }
}
