package io.github.ekslint.request;

import io.github.ekslint.Options;
import io.github.ekslint.config.Config;
import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Parsed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a person wants specs to be judged, as typed.
 *
 * @param workingFolder what relative names start from, absolute
 * @param asOf a UTC day such as {@code 2026-11-22}; empty for today
 * @param target the Kubernetes version an upgrade is planned to, such as {@code 1.36}
 * @param parameters each {@code [SCOPE:]NAME=VALUE}
 * @param parameterFiles YAML or JSON with such values by name
 * @param strictParameters whether the default of a parameter counts as not known
 * @param selected ids or names of rules; empty for all
 * @param ignored ids or names of rules
 * @param config the configuration file of the project
 */
public record Request(
        Path workingFolder,
        Optional<String> asOf,
        Optional<String> target,
        List<String> parameters,
        List<Path> parameterFiles,
        boolean strictParameters,
        List<String> selected,
        List<String> ignored,
        Optional<Path> config) {

    /** Keeps its own copies. */
    public Request {
        parameters = List.copyOf(parameters);
        parameterFiles = List.copyOf(parameterFiles);
        selected = List.copyOf(selected);
        ignored = List.copyOf(ignored);
    }

    /**
     * The same for the linter.
     *
     * @param catalogue the rules it may speak of
     * @throws UsageError with what is wrong with it
     */
    public Options options(RuleCatalogue catalogue) {
        return options(catalogue, SpecParameters::parsed);
    }

    /**
     * The same with another way to read files.
     *
     * @param reading throws {@link UsageError} for a file that cannot be read
     */
    public Options options(RuleCatalogue catalogue, Function<Path, Parsed> reading) {
        return new Options(
                day(),
                target.map(Request::version),
                SpecParameters.of(parameters, parameterFiles, reading),
                strictParameters,
                new RuleChoice(catalogue).only(selected, ignored),
                project(catalogue, reading));
    }

    /**
     * The UTC day to judge as on.
     *
     * @throws UsageError when what was typed is no day
     */
    public LocalDate day() {
        return asOf.map(Request::day).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new UsageError("as of: “%s” is no day like 2026-11-22".formatted(typed));
        }
    }

    private static MinorVersion version(String typed) {
        return MinorVersion.parse(typed)
                .orElseThrow(() ->
                        new UsageError("target version: “%s” is no Kubernetes version like 1.33".formatted(typed)));
    }

    /** Everything that is wrong in it is told: a run that ignores half of a configuration would answer another question. */
    private Config project(RuleCatalogue catalogue, Function<Path, Parsed> reading) {
        Config read = config.map(f -> ConfigFile.read(
                        reading.apply(f), workingFolder.resolve(f).normalize(), workingFolder, catalogue))
                .orElse(Config.NONE);
        if (!read.problems().isEmpty()) {
            throw new UsageError(read.problems().stream()
                    .map(p -> p.place() + ": " + p.message())
                    .collect(Collectors.joining("\n")));
        }
        return read;
    }
}
