package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import java.io.IOException;
import java.io.Writer;

/** Renders a report. The same report gives the same characters, on every system. */
@FunctionalInterface
public interface Reporter {

    /** Writes the whole report; lines end with LF. Neither flushes nor closes the writer. */
    void write(Report report, Writer out) throws IOException;
}
