package io.github.ekslint.reference;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the data files of a rule pack lie: one file for each table, called {@code <table>.yaml}. */
@FunctionalInterface
public interface DataFiles {

    /**
     * Opens a data file; the caller closes it.
     *
     * @param name such as {@code zones.yaml}
     * @return null when there is no such file
     */
    @Nullable
    InputStream open(String name) throws IOException;
}
