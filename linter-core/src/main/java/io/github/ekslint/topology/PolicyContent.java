package io.github.ekslint.topology;

import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.Truth;
import java.util.Locale;
import java.util.Set;

/**
 * What the statements of a policy allow. A statement that is narrowed to some resources or by a condition counts as allowing: whom a
 * control plane or a node asks for is not known here. One that denies in such a way leaves it open.
 */
final class PolicyContent {

    /** What nodes and their agents call; everything else is for programs. */
    private static final Set<String> OF_NODES =
            Set.of("ecr:", "ecr-public:", "eks:", "eks-auth:", "ec2:describe", "ssm:", "ssmmessages:", "ec2messages:");

    private PolicyContent() {}

    /** Whether it allows an action. */
    static Truth allows(IamPolicy policy, String action) {
        Truth allowed = policy.statements().any("statements", s -> says(s, "Allow", action));
        Truth denied = policy.statements().any("statements", s -> {
            Truth denies = says(s, "Deny", action);
            return s.narrowed() && !denies.isFalse() ? Truth.of(Logic.UNKNOWN, denies.grounds()) : denies;
        });
        return allowed.and(denied.not());
    }

    /** Whether it allows what nodes and their agents do not need. */
    static Truth isForPrograms(IamPolicy policy) {
        return policy.statements().any("statements", s -> is(s, "Allow")
                .and(s.actions()
                        .any("Action", v -> v.is("Action", a -> !isOfNodes(a)))
                        .or(s.notActions().isNotEmpty("NotAction"))));
    }

    private static boolean isOfNodes(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return OF_NODES.stream().anyMatch(lower::startsWith);
    }

    /** Whether a statement has an effect on an action, for whatever resource. */
    static Truth says(PolicyStatement statement, String effect, String action) {
        return is(statement, effect).and(speaksOf(statement, action));
    }

    private static Truth is(PolicyStatement statement, String effect) {
        return statement.effect().is("Effect", effect::equals);
    }

    private static Truth speaksOf(PolicyStatement statement, String action) {
        Truth named = statement.actions().any("Action", v -> v.is("Action", a -> matches(a, action)));
        Truth others = statement
                .notActions()
                .isNotEmpty("NotAction")
                .and(statement
                        .notActions()
                        .any("NotAction", v -> v.is("NotAction", a -> matches(a, action)))
                        .not());
        return named.or(others);
    }

    /** Whether a pattern with {@code *} and {@code ?} stands for an action; case does not count. */
    static boolean matches(String pattern, String action) {
        return matchesLowerCase(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    /** Goes back to the last star where the rest does not fit, so that no pattern takes long. */
    private static boolean matchesLowerCase(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = -1;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starText = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
