package io.github.ekslint.request;

import io.github.ekslint.finding.Baseline;
import io.github.ekslint.finding.Known;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the files that {@link io.github.ekslint.report.BaselineReporter} writes. */
public final class BaselineFile {

    /** What the file is usually called. */
    public static final String NAME = "ekslint-baseline.json";

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

    private BaselineFile() {}

    /**
     * The baseline in a file.
     *
     * @throws UsageError when it cannot be read or is something else
     */
    public static Baseline read(Path file) {
        return read(file, SpecParameters::parsed);
    }

    /**
     * The same with another way to read files.
     *
     * @param reading throws {@link UsageError} for a file that cannot be read
     */
    public static Baseline read(Path file, Function<Path, Parsed> reading) {
        Parsed parsed = reading.apply(file);
        if (!parsed.problems().isEmpty()) {
            Problem first = parsed.problems().get(0);
            throw new UsageError(first.place() + ": " + first.message());
        }
        List<Node> findings = parsed.documents().stream()
                .findFirst()
                .map(Document::root)
                .flatMap(Node::asMapping)
                .flatMap(m -> m.get("findings"))
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElseThrow(() -> new UsageError(file + " is no baseline: it has no list of findings"));
        return new Baseline(findings.stream().map(BaselineFile::known).toList());
    }

    /**
     * What a person is told about findings that a baseline has and a run no longer has; empty when there are none.
     *
     * @param how takes them out
     */
    public static Optional<String> note(Path file, List<Known> gone, String how) {
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        Known first = gone.get(0);
        String more = gone.size() == 1 ? "" : " and " + (gone.size() - 1) + " more";
        return Optional.of("%s knows of %s that %s not there any more (%s in %s%s); %s"
                .formatted(
                        file,
                        gone.size() == 1 ? "a finding" : gone.size() + " findings",
                        gone.size() == 1 ? "is" : "are",
                        first.rule(),
                        first.file(),
                        more,
                        how));
    }

    private static Known known(Node finding) {
        return new Known(
                fingerprint(finding),
                text(finding, "rule"),
                text(finding, "outcome"),
                text(finding, "file"),
                text(finding, "subject"),
                text(finding, "part"));
    }

    private static String text(Node finding, String name) {
        return finding.asMapping().flatMap(m -> m.text(name)).orElse("");
    }

    private static String fingerprint(Node finding) {
        Optional<String> text = finding.asMapping().flatMap(m -> m.text("fingerprint"));
        return text.filter(FINGERPRINT.asMatchPredicate())
                .orElseThrow(() -> new UsageError(finding.place() + ": a finding of a baseline has a fingerprint"));
    }
}
