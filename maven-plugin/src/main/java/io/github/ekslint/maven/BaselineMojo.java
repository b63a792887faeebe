package io.github.ekslint.maven;

import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
import io.github.ekslint.report.BaselineReporter;
import io.github.ekslint.request.Unknowns;
import io.github.ekslint.request.UsageError;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Records what is found today in the file that <code>baseline</code> names, so that the goal <code>check</code> fails only for
 * what comes later. What cannot be told is recorded when <code>unknown</code> is <code>fail</code>.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends EkslintMojo {

    /** Takes what is not found any more out of the file, and adds nothing. */
    @Parameter(property = "ekslint.prune", defaultValue = "false")
    private boolean prune;

    @Override
    public void execute() throws MojoExecutionException {
        if (isIdle()) {
            return;
        }
        try {
            Settings settings = settings();
            Run run = new Run(settings);
            Run.Judged judged = run.judge(run.files());
            if (prune) {
                prune(run, judged, settings);
            } else {
                BaselineReporter reporter = new BaselineReporter(settings.gate().unknowns() == Unknowns.FAIL);
                Run.write(judged.report(), reporter, settings.baseline());
                getLog().info(reporter.summary(judged.report()) + " in " + settings.baseline());
            }
        } catch (UsageError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void prune(Run run, Run.Judged judged, Settings settings) {
        Baseline before = run.known();
        List<Known> gone = before.gone(judged.report(), judged.scope());
        Baseline after = before.without(gone);
        if (!gone.isEmpty()) {
            Run.write(judged.report(), (report, out) -> BaselineReporter.write(after, out), settings.baseline());
        }
        getLog().info("%s in %s, %d taken out"
                .formatted(BaselineReporter.summary(after), settings.baseline(), gone.size()));
    }
}
