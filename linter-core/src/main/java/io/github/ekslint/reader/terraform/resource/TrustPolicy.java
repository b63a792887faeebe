package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who may assume a role, by its trust policy. */
final class TrustPolicy {

    private TrustPolicy() {}

    /** Says which services may do what; nothing when the policy is not known. */
    static void read(TfResource role, TfResources resources, Attributes.Builder attributes) {
        Optional<PolicyDocument> policy = PolicyDocument.of(role.attributes(), "assume_role_policy", resources);
        policy.ifPresent(p -> attributes
                .set(IamRole.TRUSTED_SERVICES, allowed(p, PolicyDocument.Statement::services, role.place()))
                .set(IamRole.TRUST_ACTIONS, allowed(p, s -> s.policy().actions(), role.place())));
    }

    private static Listing<Value<String>> allowed(
            PolicyDocument policy, Function<PolicyDocument.Statement, Listing<Value<String>>> part, Place at) {
        List<Value<String>> all = new ArrayList<>();
        Value.Unresolved<?> rest = policy.rest();
        for (PolicyDocument.Statement statement : policy.statements()) {
            Optional<String> effect = statement.policy().effect().known();
            Listing<Value<String>> said = part.apply(statement);
            if (effect.filter("Allow"::equals).isPresent()) {
                all.addAll(said.items());
                rest = said.isComplete() ? rest : said.rest();
            }
        }
        Listing<Value<String>> listing = Listing.explicit(all, at);
        return rest == null ? listing : listing.withRest(rest);
    }
}
