package io.github.ekslint.topology;

import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.RepositoryPolicy;
import io.github.ekslint.model.RepositoryStatement;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * What the policy of a repository lets a role of another account do
 * (<a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Amazon ECR User Guide, private repository
 * policies</a>).
 *
 * @param describe what tells the role where it is not named
 * @param account of the role; empty when it is not known
 */
record RepositoryAccess(RepositoryPolicy policy, IamRole role, Settlement describe, Optional<String> account) {

    private static final List<String> PULL = List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

    /** Whether the role may pull images, as far as the repository goes. */
    Truth allowsPull() {
        return Truth.all(PULL.stream().map(this::allows).toList());
    }

    private Truth allows(String action) {
        return said("Allow", action).and(said("Deny", action).not());
    }

    private Truth said(String effect, String action) {
        return policy.statements().any("statements", s -> {
            Truth applies = PolicyContent.says(s.says(), effect, action).and(speaksOfRole(s));
            return s.says().narrowed() && !applies.isFalse() ? Truth.of(Logic.UNKNOWN, applies.grounds()) : applies;
        });
    }

    private Truth speaksOfRole(RepositoryStatement statement) {
        return statement.principals().any("Principal", this::isRole);
    }

    /** An account stands for all its roles; a role of it that is not known may be the one that is named. */
    private Truth isRole(Value<String> principal) {
        String named = principal.known().orElse("");
        boolean everybody = named.equals("*");
        boolean ofAccount = account.filter(a -> named.equals(a) || named.matches("arn:[a-z-]+:iam::" + a + ":root"))
                .isPresent();
        if (everybody || ofAccount || role.arn().known().filter(named::equals).isPresent()) {
            return Truth.of(true, principal.ground("Principal"));
        }
        boolean mayBe = role.arn().known().isEmpty()
                && named.matches("arn:[a-z-]+:iam::" + account.orElse("\\d{12}") + ":role/.*");
        return mayBe
                ? Truth.unknown(
                        "roleArn",
                        "whether the role is %s is not known".formatted(named),
                        principal.places(),
                        role.arn() instanceof Value.Unresolved<String> open
                                        && !open.settledBy().isEmpty()
                                ? open.settledBy().get(0)
                                : describe)
                : Truth.of(false, principal.ground("Principal"));
    }
}
