package io.github.ekslint.report;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.model.Settlement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What would settle the unknown verdicts of a report: each command, parameter and file once, with the rules that wait for it. */
final class OpenQuestions {

    private static final int MOST = 12;

    private final Look look;
    private final boolean all;

    OpenQuestions(Look look, boolean all) {
        this.look = look;
        this.all = all;
    }

    String text(List<Verdict> unknowns) {
        Map<Settlement, List<Verdict>> waiting = new TreeMap<>();
        List<Verdict> open = new ArrayList<>();
        for (Verdict verdict : unknowns) {
            verdict.settledBy().forEach(s -> waiting.computeIfAbsent(s, k -> new ArrayList<>()).add(verdict));
            if (verdict.settledBy().isEmpty()) {
                open.add(verdict);
            }
        }
        StringBuilder out = new StringBuilder();
        if (!waiting.isEmpty()) {
            head(out, unknowns.size() - open.size(), waiting.keySet());
            int shown = 0;
            for (Map.Entry<Settlement, List<Verdict>> entry : waiting.entrySet()) {
                if (!all && shown++ == MOST && waiting.size() > MOST + 2) {
                    out.append("    and ").append(waiting.size() - MOST).append(" more, which --verbose lists\n");
                    break;
                }
                out.append("    ").append(look.paint(Ink.STRONG, shown(entry.getKey()))).append('\n');
                look.wrap("for " + rules(entry.getValue()), 8)
                        .forEach(l -> out.append("        ").append(look.paint(Ink.FAINT, l)).append('\n'));
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

    private void head(StringBuilder out, int checks, Collection<Settlement> settlements) {
        List<String> kinds = new ArrayList<>();
        for (Settlement.Kind kind : List.of(Settlement.Kind.COMMAND, Settlement.Kind.PARAMETER, Settlement.Kind.FILE)) {
            long number = settlements.stream().filter(s -> s.kind() == kind).count();
            if (number > 0) {
                kinds.add(TextReporter.count((int) number, noun(kind)));
            }
        }
        out.append(look.paint(Ink.UNKNOWN, "unknown"))
                .append(": ")
                .append(TextReporter.count(checks, "check"))
                .append(checks == 1 ? " waits for " : " wait for ")
                .append(String.join(kinds.size() == 2 ? " and " : ", ", kinds))
                .append('\n');
    }

    private static String noun(Settlement.Kind kind) {
        return switch (kind) {
            case COMMAND -> "command";
            case PARAMETER -> "parameter";
            case FILE -> "file";
        };
    }

    private static String shown(Settlement settlement) {
        String text = Columns.line(settlement.text());
        return switch (settlement.kind()) {
            case COMMAND -> text;
            case PARAMETER -> text.startsWith("--param") ? text : "--param " + text + "=…";
            case FILE -> "the file " + text;
        };
    }

    /** Each rule once, with the number of its checks. */
    private static String rules(List<Verdict> verdicts) {
        Map<String, Integer> rules = new TreeMap<>();
        verdicts.forEach(v -> rules.merge(v.rule().id(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        rules.forEach((id, number) -> parts.add(number == 1 ? id : id + " (" + number + ")"));
        return String.join(", ", parts);
    }

    /** Points at the script that records everything, for every cluster whose name and Region are known. */
    private void script(StringBuilder out, List<Verdict> unknowns) {
        Set<String> commands = new LinkedHashSet<>();
        for (Verdict verdict : unknowns) {
            boolean recordable = verdict.settledBy().stream().anyMatch(s -> s.kind() == Settlement.Kind.COMMAND);
            if (recordable && plain(verdict.clusterName()) && plain(verdict.region())) {
                commands.add("ekslint evidence --cluster " + verdict.clusterName() + " --region " + verdict.region());
            }
        }
        if (commands.isEmpty() || commands.size() > MOST) {
            return;
        }
        out.append("    a script that runs all of them; pass the folder it makes with --evidence:\n");
        commands.forEach(c -> out.append("        ").append(look.paint(Ink.STRONG, c)).append('\n'));
    }

    /** Whether a name can be pasted into a shell as it is. */
    private static boolean plain(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }
}
