package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a role may do, as far as its trust policy and the names of its policies tell. What is in a policy of the customer's own is
 * not read, so that one may allow anything.
 */
record RolePolicies(IamRole role) {

    private static final String AWS_MANAGED = ":iam::aws:policy/";

    /** Policies that allow everything a control plane or a node does. */
    private static final Set<String> EVERYTHING = Set.of("AdministratorAccess");

    /** Whether an AWS service may assume the role. */
    Truth trusts(String service) {
        return role.trustedServices()
                .any(
                        "trusted services",
                        v -> v.is("trusted services", s -> s.equals(service) || s.equals(service + ".cn")));
    }

    /** Whether the services that may assume it may do that as well. */
    Truth mayDo(String action) {
        String all = action.substring(0, action.indexOf(':') + 1) + "*";
        return role.trustActions()
                .any(
                        "actions of the trust policy",
                        v -> v.is(
                                "actions of the trust policy",
                                a -> a.equalsIgnoreCase(action) || a.equalsIgnoreCase(all) || a.equals("*")));
    }

    /** Whether it has one of these AWS managed policies, or one that does as much. */
    Truth hasOneOf(Collection<String> names) {
        Truth attached = role.attachedPolicyArns().any("attached policies", v -> grants(v, names));
        Truth inline = role.inlinePolicyNames().any("inline policies", RolePolicies::notRead);
        return attached.or(inline);
    }

    /** Whether it has that AWS managed policy itself. */
    Truth hasAttached(String name) {
        return role.attachedPolicyArns()
                .any(
                        "attached policies",
                        v -> v.is(
                                "attached policies",
                                arn -> isAws(arn) && name(arn).equals(name)));
    }

    /** Whether AWS maintains the policy. */
    static boolean isAws(String arn) {
        return arn.contains(AWS_MANAGED);
    }

    /** The last part of an ARN. */
    static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static Truth grants(Value<String> policy, Collection<String> names) {
        if (policy.known().filter(arn -> !isAws(arn)).isPresent()) {
            return notRead(policy);
        }
        return policy.is("attached policies", arn -> names.contains(name(arn)) || EVERYTHING.contains(name(arn)));
    }

    private static Truth notRead(Value<String> policy) {
        return policy.known()
                .map(p -> Truth.of(
                        Logic.UNKNOWN,
                        List.of(new Ground(
                                "policy",
                                "what the policy %s allows is not read".formatted(name(p)),
                                Ground.UNRESOLVED,
                                policy.places(),
                                List.of()))))
                .orElseGet(() -> policy.isPresent("policy"));
    }
}
