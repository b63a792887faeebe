package io.github.ekslint.report;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.model.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would settle the unknown verdicts of a report: each command, parameter and file once, with the rules that wait for it.
 * Commands of one Region that differ in an id only become one command.
 */
final class OpenQuestions {

    private static final int MOST = 12;
    private static final Pattern BY_ID = Pattern.compile("(aws .* --[a-z-]+-ids) ([A-Za-z0-9-]+)((?: .*)?)");

    private final Look look;
    private final boolean all;

    OpenQuestions(Look look, boolean all) {
        this.look = look;
        this.all = all;
    }

    /** One thing to give, and what waits for it. */
    private static final class Question {
        private final Settlement.Kind kind;
        private final String before;
        private final String after;
        private final Set<String> ids = new TreeSet<>();
        private final List<Verdict> waiting = new ArrayList<>();

        Question(Settlement.Kind kind, String before, String after) {
            this.kind = kind;
            this.before = before;
            this.after = after;
        }

        /** Verdicts come one after the other, each perhaps several times. */
        void waitsFor(Verdict verdict) {
            if (waiting.isEmpty() || waiting.get(waiting.size() - 1) != verdict) {
                waiting.add(verdict);
            }
        }

        String text() {
            String text = (ids.isEmpty() ? before : before + " " + String.join(" ", ids)) + after;
            return switch (kind) {
                case COMMAND -> text;
                case PARAMETER -> text.startsWith("--param") ? text : "--param " + text + "=…";
                case FILE -> "the file " + text;
                case SETTING -> "in .ekslint.yaml: " + text;
            };
        }

        /** Each rule once, with the number of its checks. */
        String rules() {
            Map<String, Integer> rules = new TreeMap<>();
            waiting.forEach(v -> rules.merge(v.rule().id(), 1, Integer::sum));
            List<String> parts = new ArrayList<>();
            rules.forEach((id, number) -> parts.add(number == 1 ? id : id + " (" + number + ")"));
            return String.join(", ", parts);
        }
    }

    String text(List<Verdict> unknowns) {
        List<Verdict> open =
                unknowns.stream().filter(v -> v.settledBy().isEmpty()).toList();
        StringBuilder out = new StringBuilder();
        List<Question> questions = questions(unknowns);
        if (!questions.isEmpty()) {
            head(out, unknowns.size() - open.size(), questions);
            int most = all || questions.size() <= MOST + 2 ? questions.size() : MOST;
            for (Question question : questions.subList(0, most)) {
                out.append("    ")
                        .append(look.paint(Ink.STRONG, Columns.line(question.text())))
                        .append('\n');
                look.wrap("for " + question.rules(), 8).forEach(l -> out.append("        ")
                        .append(look.paint(Ink.FAINT, l))
                        .append('\n'));
            }
            if (most < questions.size()) {
                out.append("    and ").append(questions.size() - most).append(" more, which --verbose lists\n");
            }
            script(out, unknowns);
            out.append('\n');
        }
        if (!open.isEmpty()) {
            out.append(look.paint(Ink.UNKNOWN, "unknown"))
                    .append(": ")
                    .append(TextReporter.count(open.size(), "check"))
                    .append(" that nothing ekslint reads today would settle\n");
            for (Verdict verdict : open) {
                look.wrap(verdict.rule().id() + " " + verdict.place() + ": " + verdict.message(), 4)
                        .forEach(l -> out.append("    ").append(l).append('\n'));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static List<Question> questions(List<Verdict> unknowns) {
        Map<String, Question> questions = new TreeMap<>();
        for (Verdict verdict : unknowns) {
            for (Settlement settlement : verdict.settledBy()) {
                Settlement.Kind kind = settlement.kind();
                Matcher byId = BY_ID.matcher(settlement.text());
                boolean many = kind == Settlement.Kind.COMMAND && byId.matches();
                String before = many ? byId.group(1) : settlement.text();
                String after = (many ? byId.group(3) : "") + region(settlement, verdict);
                Question question = questions.computeIfAbsent(
                        String.join("\u0000", Integer.toString(kind.ordinal()), before, after),
                        k -> new Question(kind, before, after));
                question.waitsFor(verdict);
                if (many) {
                    question.ids.add(byId.group(2));
                }
            }
        }
        return List.copyOf(questions.values());
    }

    /** An AWS command that does not name the Region is completed with it. */
    private static String region(Settlement settlement, Verdict verdict) {
        boolean lacking = settlement.kind() == Settlement.Kind.COMMAND
                && settlement.text().startsWith("aws ")
                && !settlement.text().contains(" --region ");
        return lacking && plain(verdict.region()) ? " --region " + verdict.region() : "";
    }

    private void head(StringBuilder out, int checks, List<Question> questions) {
        List<String> kinds = new ArrayList<>();
        for (Settlement.Kind kind : List.of(
                Settlement.Kind.COMMAND, Settlement.Kind.PARAMETER, Settlement.Kind.FILE, Settlement.Kind.SETTING)) {
            long number = questions.stream().filter(q -> q.kind == kind).count();
            if (number > 0) {
                kinds.add(TextReporter.count((int) number, noun(kind)));
            }
        }
        out.append(look.paint(Ink.UNKNOWN, "unknown"))
                .append(": ")
                .append(TextReporter.count(checks, "check"))
                .append(checks == 1 ? " waits for " : " wait for ")
                .append(list(kinds))
                .append('\n');
    }

    private static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String noun(Settlement.Kind kind) {
        return switch (kind) {
            case COMMAND -> "command";
            case PARAMETER -> "parameter";
            case FILE -> "file";
            case SETTING -> "setting";
        };
    }

    /** Points at the script that records everything, for every cluster whose name and Region are known. */
    private void script(StringBuilder out, List<Verdict> unknowns) {
        Set<String> commands = new TreeSet<>();
        for (Verdict verdict : unknowns) {
            boolean recordable = verdict.settledBy().stream().anyMatch(s -> s.kind() == Settlement.Kind.COMMAND);
            if (recordable && plain(verdict.clusterName()) && plain(verdict.region())) {
                commands.add("ekslint evidence --cluster " + verdict.clusterName() + " --region " + verdict.region());
            }
        }
        if (commands.isEmpty() || commands.size() > MOST) {
            return;
        }
        out.append("    a script that records all of it; pass the folder it makes with --evidence:\n");
        commands.forEach(
                c -> out.append("        ").append(look.paint(Ink.STRONG, c)).append('\n'));
    }

    /** Whether a name can be pasted into a shell as it is. */
    private static boolean plain(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }
}
