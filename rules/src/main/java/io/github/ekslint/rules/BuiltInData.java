package io.github.ekslint.rules;

import io.github.ekslint.reference.DataFiles;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.reference.ReferenceTables;

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
}
