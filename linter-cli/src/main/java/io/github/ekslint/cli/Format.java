package io.github.ekslint.cli;

import io.github.ekslint.report.ReportFormat;
import io.github.ekslint.request.UsageError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One report that is asked for.
 *
 * @param kind text, json or sarif
 * @param file where it goes; empty for standard output
 */
record Format(ReportFormat kind, Optional<Path> file) {

    /** Reads {@code json} and {@code json:report.json}; everything after the first colon is the file. */
    static final class Reader implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon);
            String file = colon < 0 ? "" : text.substring(colon + 1);
            if (colon >= 0 && file.isEmpty()) {
                throw new TypeConversionException("“" + text + "” names no file after the colon");
            }
            ReportFormat kind = ReportFormat.of(name)
                    .orElseThrow(() -> new TypeConversionException("“%s” is not one of %s"
                            .formatted(
                                    name,
                                    Stream.of(ReportFormat.values())
                                            .map(ReportFormat::id)
                                            .collect(Collectors.joining(", ")))));
            try {
                return new Format(kind, file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("“" + file + "” is no file name");
            }
        }
    }

    /**
     * What was asked for, text on standard output when nothing was.
     *
     * @throws UsageError when two reports would go to standard output, or to the same file
     */
    static List<Format> checked(List<Format> asked) {
        if (asked.isEmpty()) {
            return List.of(new Format(ReportFormat.TEXT, Optional.empty()));
        }
        if (asked.stream().filter(f -> f.file().isEmpty()).count() > 1) {
            throw new UsageError(
                    "two reports would go to standard output; give all but one a file: --format json:report.json");
        }
        if (asked.stream().flatMap(f -> f.file().stream()).distinct().count()
                < asked.stream().filter(f -> f.file().isPresent()).count()) {
            throw new UsageError("two reports would go to the same file");
        }
        return asked;
    }
}
