package io.github.ekslint.report;

import io.github.ekslint.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports. */
public enum ReportFormat {
    /** For people. */
    TEXT("txt"),
    /** For programs. */
    JSON("json"),
    /** For code hosts and editors. */
    SARIF("sarif"),
    /** Annotations of GitHub Actions. */
    GITHUB("github.txt"),
    /** Code Quality of GitLab. */
    GITLAB("gitlab.json"),
    /** For the summary of a CI job. */
    MARKDOWN("md");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** The name that people type, such as {@code json}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** The format of that name; empty when there is none. */
    public static Optional<ReportFormat> of(String id) {
        return List.of(values()).stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /**
     * What writes this format.
     *
     * @param rules at least those of the verdicts
     */
    public Reporter reporter(Look look, Detail detail, List<Rule> rules) {
        return switch (this) {
            case TEXT -> new TextReporter(look, detail);
            case JSON -> new JsonReporter(detail);
            case SARIF -> new SarifReporter(detail, rules);
            case GITHUB -> new GithubReporter(detail);
            case GITLAB -> new GitlabReporter(detail);
            case MARKDOWN -> new MarkdownReporter(detail);
        };
    }
}
