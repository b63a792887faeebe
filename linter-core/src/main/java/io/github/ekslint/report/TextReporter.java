package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Ground;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Text for people: findings with the lines they are about, what would settle the unknown ones, what could not be read, and a
 * summary in one line.
 */
public final class TextReporter implements Reporter {

    private static final int MOST_RELATED = 6;
    private static final int MOST_HELP = 400;

    private final Look look;
    private final Detail detail;

    /** A reporter with that layout and detail. */
    public TextReporter(Look look, Detail detail) {
        this.look = look;
        this.detail = detail;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Set<String> helped = new HashSet<>();
        for (Verdict verdict : report.verdicts()) {
            if (alone(verdict)) {
                out.write(finding(verdict, helped.add(verdict.rule().id())));
            } else if (detail.verbose() && (verdict.result() != Result.UNKNOWN || !verdict.isActive())) {
                out.write(aside(verdict));
            }
        }
        List<Verdict> unknowns = report.with(Result.UNKNOWN);
        if (detail.unknowns() && !detail.quiet() && !unknowns.isEmpty()) {
            out.write(new OpenQuestions(look, detail.verbose()).text(unknowns));
        }
        for (Problem problem : report.problems()) {
            out.write(problem(problem));
        }
        if (detail.verbose()) {
            for (Report.Skipped skipped : report.skipped()) {
                out.write(
                        look.paint(Ink.FAINT, "skipped " + Columns.line(skipped.uri() + ": " + skipped.why())) + "\n");
            }
        }
        if (!detail.quiet()) {
            for (Upgrade upgrade : report.upgrades()) {
                out.write(upgrade(upgrade));
            }
            out.write(summary(report, look) + "\n");
        }
    }

    /** Whether a verdict is rendered on its own: it failed, or it fails under a condition that can be named. */
    private boolean alone(Verdict verdict) {
        return verdict.isActive()
                && (verdict.result() == Result.FAIL
                        || (verdict.result() == Result.UNKNOWN
                                && detail.unknowns()
                                && !detail.quiet()
                                && (detail.verbose() || !verdict.when().isEmpty())));
    }

    private String finding(Verdict verdict, boolean help) {
        boolean unknown = verdict.result() == Result.UNKNOWN;
        Ink ink = unknown ? Ink.UNKNOWN : Ink.of(verdict.severity());
        StringBuilder out = new StringBuilder();
        header(
                out,
                ink,
                (unknown ? "unknown" : verdict.severity().id()) + "["
                        + verdict.rule().id() + "]",
                verdict.message());
        List<Related> related = Related.of(verdict);
        int gutter = Snippet.render(out, look, ink, marks(verdict.place(), related));
        bar(out, gutter);
        if (related.stream().map(Related::place).distinct().count() > MOST_RELATED && !detail.verbose()) {
            note(out, gutter, Ink.STRONG, "note", "more places count; --verbose shows all of them");
        }
        for (Ground ground : verdict.grounds()) {
            if (ground.places().isEmpty()) {
                note(out, gutter, Ink.STRONG, "note", Related.note(ground));
            }
        }
        if (!verdict.when().isEmpty()) {
            note(out, gutter, Ink.STRONG, "when", "it fails when " + String.join(", or ", verdict.when()));
        }
        if (help && !unknown) {
            note(out, gutter, Ink.GOOD, "help", brief(verdict.rule().remediation()));
        }
        note(
                out,
                gutter,
                Ink.STRONG,
                "see",
                "ekslint explain " + verdict.rule().id() + " (" + verdict.rule().name() + ")");
        return out.append('\n').toString();
    }

    private List<Snippet.Mark> marks(Place place, List<Related> related) {
        Map<Place, Set<String>> labels = new LinkedHashMap<>();
        labels.put(place, new TreeSet<>());
        for (Related other : related) {
            Place known = labels.keySet().stream()
                    .filter(p -> p.compareTo(other.place()) == 0)
                    .findFirst()
                    .orElse(other.place());
            if (labels.size() <= MOST_RELATED || detail.verbose() || labels.containsKey(known)) {
                labels.computeIfAbsent(known, p -> new TreeSet<>()).add(other.note());
            }
        }
        List<Snippet.Mark> marks = new ArrayList<>();
        labels.forEach((p, notes) -> marks.add(new Snippet.Mark(p, String.join("; ", notes), p == place)));
        return marks;
    }

    private String problem(Problem problem) {
        StringBuilder out = new StringBuilder();
        boolean error = problem.severity() == Problem.Severity.ERROR;
        Ink ink = error ? Ink.ERROR : Ink.WARNING;
        header(out, ink, (error ? "problem" : "notice") + "[" + problem.code() + "]", problem.message());
        Snippet.render(out, look, ink, List.of(new Snippet.Mark(problem.place(), "", true)));
        return out.append('\n').toString();
    }

    private String upgrade(Upgrade upgrade) {
        Ink ink = upgrade.firstFailing().isPresent()
                ? Ink.ERROR
                : upgrade.steps().isEmpty() || upgrade.hasOpen() ? Ink.UNKNOWN : Ink.GOOD;
        StringBuilder out = new StringBuilder();
        List<String> lines = look.wrap(upgrade.summary(), 2);
        for (int i = 0; i < lines.size(); i++) {
            out.append(look.paint(ink, (i == 0 ? "" : "  ") + Columns.line(lines.get(i))))
                    .append('\n');
        }
        upgrade.firstFailing().ifPresent(step -> step.failures()
                .forEach(v -> look.wrap(v.rule().id() + ": " + v.message() + " (" + v.place() + ")", 4)
                        .forEach(l -> out.append("    ").append(l).append('\n'))));
        return out.append('\n').toString();
    }

    /** A verdict nobody has to act on, in a line or two. */
    private String aside(Verdict verdict) {
        boolean pass = verdict.result() == Result.PASS;
        String subject = verdict.subject().kind() + " " + verdict.subject().displayName()
                + (verdict.part().isEmpty() ? "" : " " + verdict.part());
        String what = pass ? verdict.rule().title() : verdict.message();
        String grounds = pass
                ? String.join(
                        "; ",
                        verdict.grounds().stream()
                                .map(Related::note)
                                .distinct()
                                .limit(MOST_RELATED)
                                .toList())
                : "";
        StringBuilder out = new StringBuilder(look.paint(pass ? Ink.GOOD : Ink.FAINT, word(verdict)))
                .append(Columns.line(" %s %s (%s): %s".formatted(verdict.rule().id(), subject, verdict.place(), what)))
                .append('\n');
        if (!grounds.isEmpty()) {
            look.wrap("because " + grounds, 4)
                    .forEach(l -> out.append(look.paint(Ink.FAINT, "    " + l)).append('\n'));
        }
        return out.toString();
    }

    private static String word(Verdict verdict) {
        return !verdict.isActive() ? "baselined" : verdict.result() == Result.PASS ? "pass" : "not applicable";
    }

    private void header(StringBuilder out, Ink ink, String head, String message) {
        String text = head + ": " + message;
        List<String> lines = new ArrayList<>(look.wrap(text, 0).subList(0, 1));
        String rest =
                text.substring(Math.min(text.length(), lines.get(0).length())).strip();
        if (!rest.isEmpty()) {
            lines.addAll(look.wrap(rest, 2));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == 0 && line.startsWith(head)) {
                out.append(look.paint(ink, head)).append(look.paint(Ink.STRONG, line.substring(head.length())));
            } else {
                out.append(look.paint(Ink.STRONG, "  " + line));
            }
            out.append('\n');
        }
    }

    private void bar(StringBuilder out, int gutter) {
        out.append(look.paint(Ink.GUTTER, " ".repeat(gutter + 1) + "|")).append('\n');
    }

    private void note(StringBuilder out, int gutter, Ink ink, String name, String text) {
        String indent = " ".repeat(gutter + 1);
        String label = name + ": ";
        List<String> lines = look.wrap(text, indent.length() + 2 + label.length());
        for (int i = 0; i < lines.size(); i++) {
            out.append(indent)
                    .append(
                            i == 0
                                    ? look.paint(Ink.GUTTER, "=") + " " + look.paint(ink, label)
                                    : " ".repeat(2 + label.length()))
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    /** The first paragraph, up to a sentence that ends before it gets long. */
    private static String brief(String prose) {
        String paragraph = prose.strip().split("\\n\\s*\\n", 2)[0];
        if (paragraph.length() <= MOST_HELP) {
            return paragraph;
        }
        int end = paragraph.lastIndexOf(". ", MOST_HELP);
        return end > 0 ? paragraph.substring(0, end + 1) : paragraph;
    }

    /** The counts of a report in one line. */
    public static String summary(Report report, Look look) {
        Summary summary = Summary.of(report);
        if (report.specs().isEmpty() && report.verdicts().isEmpty()) {
            return "no EKS spec in " + count(report.files(), "file");
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int number = summary.count(severity);
            if (number > 0 || severity == Severity.ERROR) {
                String text = severity == Severity.INFO ? number + " info" : count(number, severity.id());
                parts.add(number > 0 ? look.paint(Ink.of(severity), text) : look.paint(Ink.GOOD, text));
            }
        }
        int unknown = summary.count(Result.UNKNOWN);
        parts.add(unknown > 0 ? look.paint(Ink.UNKNOWN, unknown + " unknown") : "0 unknown");
        parts.add(summary.count(Result.PASS) + " passed");
        parts.add(summary.count(Result.NOT_APPLICABLE) + " not applicable");
        if (summary.baselined() > 0) {
            parts.add(summary.baselined() + " baselined");
        }
        long problems = report.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .count();
        if (problems > 0) {
            parts.add(look.paint(Ink.ERROR, count((int) problems, "problem")));
        }
        return String.join(", ", parts)
                + " (%s, %s in %s, as of %s)"
                        .formatted(
                                count(report.rules(), "rule"),
                                count(report.specs().size(), "spec"),
                                count(report.files(), "file"),
                                report.asOf());
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
