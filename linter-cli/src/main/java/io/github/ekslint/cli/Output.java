package io.github.ekslint.cli;

import io.github.ekslint.finding.Report;
import io.github.ekslint.report.Detail;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.Reporter;
import io.github.ekslint.report.TextReporter;
import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Rule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes reports where they were asked for. */
record Output(Surroundings around, Detail detail, List<Rule> rules) {

    void write(Report report, Format format) {
        Look look = format.file().isPresent() ? Look.PLAIN : around.look();
        Reporter reporter = format.kind().reporter(look, detail, rules);
        if (format.file().isPresent()) {
            toFile(report, reporter, format.file().get());
        } else {
            toStandardOutput(report, reporter);
        }
    }

    /** One line on standard error, for runs whose reports all go to files. */
    void summary(Report report) {
        around.err().println(TextReporter.summary(report, Look.PLAIN));
    }

    static void toFile(Report report, Reporter reporter, Path file) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            reporter.write(report, writer);
        } catch (IOException e) {
            throw new UsageError("%s cannot be written: %s".formatted(file, Reasons.of(e)));
        }
    }

    /** A reader who leaves early, such as {@code head}, is no reason to complain: print streams keep that to themselves. */
    private void toStandardOutput(Report report, Reporter reporter) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
        try {
            reporter.write(report, writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
