package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A policy of the customer's own: a managed one, or one that is written into a role (API_GetPolicyVersion, API_GetRolePolicy). */
public record IamPolicy(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** The name; unique within the role of an inline policy. */
    public static final Attribute<Value<String>> POLICY_NAME = Attribute.value("policyName", "");

    /** The ARN of a managed policy; absent of an inline one. */
    public static final Attribute<Value<String>> ARN = Attribute.value("policyArn", "");

    /** The name of the role that an inline policy is written into; absent of a managed one. */
    public static final Attribute<Value<String>> ROLE_NAME = Attribute.value("roleName", "");

    /** What it allows and denies. */
    public static final Attribute<Listing<PolicyStatement>> STATEMENTS = Attribute.list("statements", "");

    /** The name. */
    public Value<String> policyName() {
        return get(POLICY_NAME);
    }

    /** The ARN of a managed policy; absent of an inline one. */
    public Value<String> arn() {
        return get(ARN);
    }

    /** The name of the role that an inline policy is written into; absent of a managed one. */
    public Value<String> roleName() {
        return get(ROLE_NAME);
    }

    /** What it allows and denies. */
    public Listing<PolicyStatement> statements() {
        return list(STATEMENTS);
    }

    /** What records the content of a managed policy; the query makes the answer say of which policy it is. */
    public static Settlement recordManaged(String arn) {
        String word = Settlement.word(arn);
        return Settlement.command(
                ("aws iam get-policy-version --policy-arn %s --version-id $(aws iam get-policy --policy-arn %s --query"
                                + " Policy.DefaultVersionId --output text) --query \"{PolicyArn: '%s', PolicyVersion:"
                                + " PolicyVersion}\" --output json")
                        .formatted(word, word, arn));
    }

    /** What records the content of an inline policy. */
    public static Settlement recordInline(String role, String policy) {
        return Settlement.command("aws iam get-role-policy --role-name %s --policy-name %s --output json"
                .formatted(Settlement.word(role), Settlement.word(policy)));
    }

    @Override
    public IamPolicy with(Attributes others) {
        return new IamPolicy(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return POLICY_NAME;
    }
}
