package io.github.ekslint.maven;

import io.github.ekslint.InputFiles;
import io.github.ekslint.engine.RuleFailure;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.report.Look;
import io.github.ekslint.report.TextReporter;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the EKS cluster specs of a project and fails the build once, with everything that is wrong. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends EkslintMojo {

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().debug("ekslint is skipped");
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
            Report report = run.report(files);
            run.write(report);
            judge(report, settings);
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
            wrong.add(0, "there is no EKS spec");
        }
        String summary = TextReporter.summary(report, Look.PLAIN);
        if (wrong.isEmpty()) {
            if (!quiet) {
                getLog().info(summary);
            }
            return;
        }
        throw new MojoFailureException(
                "ekslint: %s\n%s\n%s".formatted(summary, String.join("\n", wrong), where(settings)));
    }

    private void log(Severity severity, String line) {
        if (severity == Severity.INFO) {
            getLog().info(line);
        } else {
            getLog().warn(line);
        }
    }

    private static String where(Settings settings) {
        return settings.formats().isEmpty()
                ? "-Dekslint.skip builds without this check."
                : "More is in %s."
                        .formatted(settings.reportFile(settings.formats().get(0)));
    }
}
