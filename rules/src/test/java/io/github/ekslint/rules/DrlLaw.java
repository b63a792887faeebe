package io.github.ekslint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DRL of this project may not contain, and why. */
final class DrlLaw {

    private static final Map<Pattern, String> FORBIDDEN = Map.ofEntries(
            Map.entry(Pattern.compile("\\bsalience\\b"), "orders rules; rules are stateless"),
            Map.entry(Pattern.compile("\\bagenda-group\\b"), "orders rules; rules are stateless"),
            Map.entry(Pattern.compile("\\bdialect\\b"), "chooses another language"),
            Map.entry(Pattern.compile("(?m)^\\s*function\\b"), "is Java without tests"),
            Map.entry(
                    Pattern.compile("\\b(modify|update|insert|insertLogical|delete|retract)\\s*\\("), "changes facts"),
            Map.entry(Pattern.compile("\\beval\\s*\\("), "hides a condition from the engine"),
            Map.entry(Pattern.compile("\\bnot\\s+[A-Z(]"), "fires when the matching fact is only unknown"),
            Map.entry(Pattern.compile("\\bexists\\s+[A-Z(]"), "does not fire when the matching fact is only unknown"),
            Map.entry(Pattern.compile("\\bforall\\b"), "holds for what is only unknown"),
            Map.entry(
                    Pattern.compile("\\b(known|logic|isTrue|isFalse|isUnknown)\\b"), "looks inside a value or a truth"),
            Map.entry(Pattern.compile("\"\\d{4}-\\d{2}-\\d{2}\""), "is a date; dates are data"),
            Map.entry(Pattern.compile("\"1\\.\\d\\d\""), "is a version; versions are data"));

    /** In a pattern, {@code name == "literal"} or a comparison other than equality looks inside something. */
    private static final Pattern COMPARISON = Pattern.compile("\\b[A-Za-z.]+\\s*(<=|>=|<|>|!=|==)\\s*([^,)]+)");

    private static final Pattern KEY = Pattern.compile("\\$[A-Za-z]+(\\.key)?|\"EKS-[A-Z]+-\\d{3}\"");

    /**
     * An accumulate binds accessors of one pattern and hands the last to its function: of an expression that also uses a variable from
     * outside, the executable model gives the wrong value.
     */
    private static final Pattern ACCUMULATE = Pattern.compile(
            "accumulate\\(\\s*[A-Z]\\w*\\((?:\\s*\\w+ == \\$\\w+\\s*,)*\\s*(\\$\\w+) : \\w+(?:\\(\\))?\\s*\\)\\s*;"
                    + "\\s*\\$\\w+ : \\w+\\(\\s*\\1\\s*\\)\\s*\\)");

    private DrlLaw() {}

    /** Every breach of the law in one file. */
    static List<String> violations(String rule, String drl) {
        List<String> violations = new ArrayList<>();
        String code = drl.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
        String withoutNames = code.replaceAll("rule \"[^\"]*\"", "rule").replaceAll("(?m)^import .*$", "");
        FORBIDDEN.forEach((pattern, why) -> {
            Matcher matcher = pattern.matcher(withoutNames);
            if (matcher.find()) {
                violations.add("%s: “%s” %s".formatted(rule, matcher.group().strip(), why));
            }
        });
        Matcher blocks =
                Pattern.compile("(?s)\\bwhen\\b(.*?)\\bthen\\b(.*?)\\bend\\b").matcher(withoutNames);
        while (blocks.find()) {
            Matcher comparisons = COMPARISON.matcher(blocks.group(1));
            while (comparisons.find()) {
                if (!comparisons.group(1).equals("==")
                        || !KEY.matcher(comparisons.group(2).strip()).matches()) {
                    violations.add("%s: “%s” joins on something that is not a key"
                            .formatted(rule, comparisons.group().strip()));
                }
            }
            Matcher rest = Pattern.compile("(?m)\\baccumulate\\b.*$")
                    .matcher(ACCUMULATE.matcher(blocks.group(1)).replaceAll(""));
            while (rest.find()) {
                violations.add("%s: “%s” accumulates something other than an accessor of its pattern"
                        .formatted(rule, rest.group().strip()));
            }
            long statements = blocks.group(2).chars().filter(c -> c == ';').count();
            if (statements != 1 || !blocks.group(2).strip().startsWith("verdicts.on(drools.getRule(), $")) {
                violations.add(rule + ": the right-hand side is not one statement verdicts.on(drools.getRule(), …)…");
            }
        }
        return violations;
    }
}
