package io.github.ekslint.maven;

import io.github.ekslint.request.UsageError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Writes a page for the Maven site: what is found, and what would settle what cannot be told. It never fails for a finding. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends EkslintMojo implements MavenMultiPageReport {

    private static final String PAGE = "ekslint";

    /** Where the page goes when the goal is called by itself; in a site, the site decides. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
    private @Nullable File reportOutputDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        if (isIdle()) {
            return;
        }
        try {
            Files.createDirectories(getReportOutputDirectory().toPath());
            Sink sink = new Xhtml5SinkFactory().createSink(getReportOutputDirectory(), PAGE + ".html");
            generate(sink, Locale.getDefault());
            sink.close();
        } catch (IOException | MavenReportException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void generate(Sink sink, SinkFactory factory, Locale locale) throws MavenReportException {
        generate(sink, locale);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            Settings settings = settings();
            Run run = new Run(settings);
            new SitePage(sink, settings.detail().unknowns()).write(run.report(run.files()));
        } catch (UsageError e) {
            throw new MavenReportException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean canGenerateReport() {
        return !isIdle();
    }

    /** The interface still asks for it. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return PAGE;
    }

    @Override
    public String getOutputPath() {
        return PAGE;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "EKS cluster specs";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What ekslint finds in the Amazon EKS cluster specs of this project.";
    }

    @Override
    public void setReportOutputDirectory(File folder) {
        reportOutputDirectory = folder;
    }

    @Override
    public File getReportOutputDirectory() {
        return Objects.requireNonNull(reportOutputDirectory);
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
