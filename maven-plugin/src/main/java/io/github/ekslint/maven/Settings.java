package io.github.ekslint.maven;

import io.github.ekslint.report.Detail;
import io.github.ekslint.report.ReportFormat;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Request;
import java.nio.file.Path;
import java.util.List;

/**
 * The parameters of a goal, checked. All paths are absolute.
 *
 * @param root what reports name files relative to
 * @param paths files and folders with specs
 * @param includes globs; empty for all
 * @param excludes globs
 * @param evidence files and folders with recordings
 * @param request how specs are judged
 * @param baseline findings that do not count; a file that is not there knows of none
 * @param data tables that replace built-in ones
 * @param gate what makes the build fail
 * @param requireSpecs whether a run without any spec fails
 * @param detail how much reports show
 * @param formats of the reports
 * @param outputFolder where reports go
 */
record Settings(
        Path root,
        List<Path> paths,
        List<String> includes,
        List<String> excludes,
        List<Path> evidence,
        Request request,
        List<Path> data,
        Path baseline,
        Gate gate,
        boolean requireSpecs,
        Detail detail,
        List<ReportFormat> formats,
        Path outputFolder) {

    /** The file of a report. */
    Path reportFile(ReportFormat format) {
        return outputFolder.resolve("report." + format.extension());
    }
}
