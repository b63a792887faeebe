package io.github.ekslint.maven;

import io.github.ekslint.InputFiles;
import io.github.ekslint.Inputs;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Report;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.ReportFormat;
import io.github.ekslint.report.Reporter;
import io.github.ekslint.request.BaselineFile;
import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.Scope;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.source.Glob;
import io.github.ekslint.source.SourceFinder.Candidate;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of the linter with given settings. */
record Run(Settings settings) {

    /** The files it would read. */
    InputFiles files() {
        return InputFiles.find(names(settings.paths()), names(settings.evidence()), settings.root())
                .only(this::isWanted);
    }

    /** What the linter says about files, with what is in the baseline marked. */
    Report report(InputFiles files) {
        Judged judged = judge(files);
        return known().applied(judged.report());
    }

    /**
     * What the linter says about files, whatever is known.
     *
     * @param scope which known findings would have been found
     */
    record Judged(Report report, Scope scope) {}

    /**
     * Judges the files.
     *
     * @throws UsageError when the settings are no good
     */
    Judged judge(InputFiles files) {
        Installed installed = Installed.get();
        Options options = settings.request().options(installed.rules());
        Inputs inputs = files.parse();
        Report report = installed.linter(settings.data()).lint(inputs, options);
        return new Judged(report, Scope.of(inputs, options, installed.rules(), report, settings.root()));
    }

    /**
     * The known findings.
     *
     * @throws UsageError when the file is no baseline
     */
    Baseline known() {
        return Files.exists(settings.baseline()) ? BaselineFile.read(settings.baseline()) : Baseline.NONE;
    }

    /**
     * Writes a report in every format that is set.
     *
     * @throws UsageError when a file cannot be written
     */
    void write(Report report) {
        for (ReportFormat format : settings.formats()) {
            write(
                    report,
                    format.reporter(
                            Look.PLAIN,
                            settings.detail(),
                            Installed.get().rules().rules()),
                    settings.reportFile(format));
        }
    }

    /**
     * Writes a report into a file, with the folders on the way.
     *
     * @throws UsageError when it cannot be written
     */
    static void write(Report report, Reporter reporter, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                reporter.write(report, writer);
            }
        } catch (IOException e) {
            throw new UsageError("%s cannot be written: %s".formatted(file, Reasons.of(e)));
        }
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    /** Globs look at what of a path lies below the folder that it was found in; a file that is named itself is always read. */
    private boolean isWanted(Candidate candidate) {
        Path path = candidate.path();
        if (path == null || candidate.named()) {
            return true;
        }
        return settings.paths().stream().filter(path::startsWith).anyMatch(folder -> {
            String below = folder.relativize(path).toString().replace('\\', '/');
            return (settings.includes().isEmpty() || matches(settings.includes(), below))
                    && !matches(settings.excludes(), below);
        });
    }

    private static boolean matches(List<String> globs, String path) {
        return globs.stream().anyMatch(g -> Glob.of(g).matches(path));
    }
}
