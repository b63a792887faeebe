package io.github.ekslint.maven;

import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.report.Detail;
import io.github.ekslint.report.ReportFormat;
import io.github.ekslint.request.BaselineFile;
import io.github.ekslint.request.Gate;
import io.github.ekslint.request.Request;
import io.github.ekslint.request.Threshold;
import io.github.ekslint.request.Unknowns;
import io.github.ekslint.request.UsageError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: the parameters, which are those of the command line. */
abstract class EkslintMojo extends AbstractMojo {

    private static final String USUAL_FOLDER = "src/main/eks";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MojoExecution execution;

    /** Does nothing. */
    @Parameter(property = "ekslint.skip", defaultValue = "false")
    boolean skip;

    /**
     * Files and folders with specs. A named file is always read; a folder is searched for YAML, JSON, template and Terraform
     * files. <code>src/main/eks</code> by default, and when that is not there, nothing.
     */
    @Parameter(property = "ekslint.paths")
    private List<File> paths = List.of();

    /**
     * Globs of the files to read, relative to the folder in <code>paths</code> that they are found in; <code>**</code> spans
     * folders. All by default.
     */
    @Parameter(property = "ekslint.includes")
    private List<String> includes = List.of();

    /** Globs of files to leave out, relative to the folder in <code>paths</code> that they are found in. */
    @Parameter(property = "ekslint.excludes")
    private List<String> excludes = List.of();

    /** Recorded AWS CLI and kubectl answers to join with the specs: files and folders. */
    @Parameter(property = "ekslint.evidence")
    private List<File> evidence = List.of();

    /**
     * The configuration of the project. By default <code>.ekslint.yaml</code> in the folder of the project, or in the nearest
     * one above up to the root of the git repository.
     */
    @Parameter(property = "ekslint.config")
    private @Nullable File config;

    /** Tables that replace built-in reference data. */
    @Parameter(property = "ekslint.data")
    private List<File> data = List.of();

    /**
     * Findings that are known and do not fail the build; the goal <code>baseline</code> writes the file. When it is not there,
     * none is known.
     */
    @Parameter(property = "ekslint.baseline", defaultValue = "${project.basedir}/ekslint-baseline.json")
    private @Nullable File baseline;

    /** Values for parameters, variables and placeholders of specs, each <code>[SCOPE:]NAME=VALUE</code>. */
    @Parameter(property = "ekslint.params")
    private List<String> params = List.of();

    /** YAML or JSON files with such values by name. */
    @Parameter(property = "ekslint.paramFiles")
    private List<File> paramFiles = List.of();

    /** The default of a parameter counts as not known. */
    @Parameter(property = "ekslint.strictParams", defaultValue = "false")
    private boolean strictParams;

    /** The Kubernetes version an upgrade is planned to, such as 1.36. */
    @Parameter(property = "ekslint.targetVersion")
    private @Nullable String targetVersion;

    /** Judges as on that UTC day, such as 2026-11-22; today by default. */
    @Parameter(property = "ekslint.asOf")
    private @Nullable String asOf;

    /** Only these rules, by id or name. */
    @Parameter(property = "ekslint.select")
    private List<String> select = List.of();

    /** All but these rules, by id or name. */
    @Parameter(property = "ekslint.ignore")
    private List<String> ignore = List.of();

    /** From which severity on a finding fails the build: error, warning, info or never. */
    @Parameter(property = "ekslint.failOn", defaultValue = "error")
    private @Nullable String failOn;

    /** What becomes of requirements of which the inputs do not tell whether they are met: report, fail or hide. */
    @Parameter(property = "ekslint.unknown", defaultValue = "report")
    private @Nullable String unknown;

    /** Fails the build when there is no EKS spec at all. */
    @Parameter(property = "ekslint.requireSpecs", defaultValue = "false")
    private boolean requireSpecs;

    /** Reports also have what passed, what does not apply, and which files were skipped. */
    @Parameter(property = "ekslint.verbose", defaultValue = "false")
    private boolean verbose;

    /** Logs only what fails the build; text reports have findings and problems only. */
    @Parameter(property = "ekslint.quiet", defaultValue = "false")
    boolean quiet;

    /** The reports that are written: text, json and sarif. */
    @Parameter(property = "ekslint.formats", defaultValue = "text")
    private List<String> formats = List.of();

    /** Where reports are written, as <code>report.txt</code>, <code>report.json</code> and <code>report.sarif</code>. */
    @Parameter(property = "ekslint.outputDirectory", defaultValue = "${project.build.directory}/ekslint")
    private @Nullable File outputDirectory;

    /**
     * Judges the specs of all modules of the reactor at once, with one report, in the module that Maven was started in; the
     * goal does nothing in the others. Relative <code>paths</code> are then looked for in every module.
     */
    @Parameter(property = "ekslint.aggregate", defaultValue = "false")
    private boolean aggregate;

    /**
     * What reports name files relative to. By default the root of the git repository; without one, the folder of the topmost
     * parent project on this disk.
     */
    @Parameter(property = "ekslint.root")
    private @Nullable File root;

    /**
     * The parameters, checked.
     *
     * @throws UsageError when they make no sense
     */
    final Settings settings() {
        Path base = path(project.getBasedir());
        Path named = root == null ? Root.of(project) : path(root);
        Request request = new Request(
                named,
                Optional.ofNullable(asOf),
                Optional.ofNullable(targetVersion),
                params,
                files(paramFiles),
                strictParams,
                select,
                ignore,
                Optional.ofNullable(config).map(EkslintMojo::path).or(() -> ConfigFile.find(base)));
        Gate gate =
                new Gate(choice(Threshold.values(), failOn, "failOn"), choice(Unknowns.values(), unknown, "unknown"));
        return new Settings(
                named,
                specs(base),
                List.copyOf(includes),
                List.copyOf(excludes),
                files(evidence),
                request,
                files(data),
                baseline == null ? base.resolve(BaselineFile.NAME) : path(baseline),
                gate,
                requireSpecs,
                new Detail(gate.unknowns() != Unknowns.HIDE, verbose, quiet),
                formats.stream().map(EkslintMojo::format).distinct().toList(),
                outputDirectory == null ? base.resolve("target/ekslint") : path(outputDirectory));
    }

    /** Whether the goal has nothing to do in this module. */
    final boolean isIdle() {
        return skip || (aggregate && !new Reactor(session, execution).leads(project));
    }

    private List<Path> specs(Path base) {
        List<Path> modules = aggregate
                ? session.getProjects().stream().map(p -> path(p.getBasedir())).toList()
                : List.of(base);
        if (paths.isEmpty()) {
            return modules.stream()
                    .map(m -> m.resolve(USUAL_FOLDER))
                    .filter(Files::exists)
                    .toList();
        }
        List<Path> named = files(paths);
        List<Path> found = modules.stream()
                .flatMap(m -> named.stream().map(p -> p.startsWith(base) ? m.resolve(base.relativize(p)) : p))
                .filter(p -> !aggregate || Files.exists(p))
                .distinct()
                .toList();
        return found.isEmpty() ? named : found;
    }

    private static ReportFormat format(String id) {
        return ReportFormat.of(id).orElseThrow(() -> unknownWord("formats", id, ReportFormat.values()));
    }

    private static <E extends Enum<E>> E choice(E[] all, @Nullable String typed, String parameter) {
        return Stream.of(all)
                .filter(e -> e.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> unknownWord(parameter, String.valueOf(typed), all));
    }

    private static UsageError unknownWord(String parameter, String typed, Enum<?>[] all) {
        return new UsageError("%s “%s” is not one of %s"
                .formatted(
                        parameter,
                        typed,
                        Arrays.stream(all)
                                .map(e -> e.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static List<Path> files(List<File> files) {
        return files.stream().map(EkslintMojo::path).toList();
    }

    private static Path path(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
