package io.github.ekslint.maven;

import io.github.ekslint.InputFiles;
import io.github.ekslint.engine.RuleFailure;
import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.TextReporter;
import io.github.ekslint.request.BaselineFile;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the EKS cluster specs of a project and fails the build once, with everything that is wrong. When nothing has changed
 * since a check that passed, nothing is done.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends EkslintMojo {

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isIdle()) {
            return;
        }
        try {
            Settings settings = settings();
            Run run = new Run(settings);
            InputFiles files = run.files();
            if (files.size() == 0 && files.problems().isEmpty() && !settings.requireSpecs()) {
                getLog().debug("there is no file to check");
                return;
            }
            State state = State.of(
                    settings.outputFolder().resolve("check-" + execution.getExecutionId() + ".state"),
                    settings,
                    files,
                    code());
            Optional<String> before = state.unchanged();
            if (before.isPresent()) {
                say(before.get() + "; nothing has changed since");
                return;
            }
            state.forget();
            Run.Judged judged = run.judge(files);
            Baseline known = run.known();
            Report report = known.applied(judged.report());
            run.write(report);
            if (!quiet) {
                BaselineFile.note(
                                settings.baseline(),
                                known.gone(judged.report(), judged.scope()),
                                "“mvn ekslint:baseline -Dekslint.prune” takes out what is gone")
                        .ifPresent(getLog()::warn);
            }
            judge(report, settings);
            String summary = TextReporter.summary(report, Look.PLAIN);
            say(summary);
            state.passed(summary);
        } catch (UsageError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (RuleFailure e) {
            throw new MojoExecutionException("this is a bug in ekslint, not in your files: " + e.getMessage(), e);
        }
    }

    private void judge(Report report, Settings settings) throws MojoFailureException {
        Lines lines = new Lines(settings.root());
        List<Verdict> failing = settings.gate().failing(report);
        List<String> wrong = new ArrayList<>();
        failing.forEach(v -> wrong.add(lines.of(v)));
        for (Problem problem : report.problems()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                wrong.add(lines.of(problem));
            } else if (!quiet) {
                getLog().warn(lines.of(problem));
            }
        }
        if (!quiet) {
            report.with(Result.FAIL).stream()
                    .filter(v -> !failing.contains(v))
                    .forEach(v -> log(v.severity(), lines.of(v)));
        }
        if (settings.requireSpecs() && report.specs().isEmpty()) {
            wrong.add(0, "there is no EKS spec in " + settings.paths());
        }
        if (!wrong.isEmpty()) {
            throw new MojoFailureException("%s\n%s\n%s"
                    .formatted(TextReporter.summary(report, Look.PLAIN), String.join("\n", wrong), where(settings)));
        }
    }

    private void log(Severity severity, String line) {
        if (severity == Severity.INFO) {
            getLog().info(line);
        } else {
            getLog().warn(line);
        }
    }

    private void say(String line) {
        if (!quiet) {
            getLog().info(line);
        }
    }

    /** What the plugin is made of, rule packs among its dependencies included. */
    private List<File> code() {
        return execution.getMojoDescriptor().getPluginDescriptor().getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String where(Settings settings) {
        return settings.formats().isEmpty()
                ? "-Dekslint.skip builds without this check."
                : "More is in %s."
                        .formatted(settings.reportFile(settings.formats().get(0)));
    }
}
