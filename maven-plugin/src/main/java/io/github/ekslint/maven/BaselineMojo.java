package io.github.ekslint.maven;

import io.github.ekslint.finding.Report;
import io.github.ekslint.report.BaselineReporter;
import io.github.ekslint.request.Unknowns;
import io.github.ekslint.request.UsageError;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Records what is found today in the file that <code>baseline</code> names, so that the goal <code>check</code> fails only for
 * what comes later. What cannot be told is recorded when <code>unknown</code> is <code>fail</code>.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends EkslintMojo {

    @Override
    public void execute() throws MojoExecutionException {
        if (isIdle()) {
            return;
        }
        try {
            Settings settings = settings();
            Run run = new Run(settings);
            Report report = run.unfiltered(run.files());
            BaselineReporter reporter = new BaselineReporter(settings.gate().unknowns() == Unknowns.FAIL);
            Run.write(report, reporter, settings.baseline());
            getLog().info(reporter.summary(report) + " in " + settings.baseline());
        } catch (UsageError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
