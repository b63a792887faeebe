package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role of a control plane, of nodes or of Fargate pods, as the IAM API describes it (API_Role). A role that a tool makes has no
 * name yet: whoever uses it finds it by {@link #keyOf}.
 */
public record IamRole(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws iam get-role --role-name {id} --output json";

    /** The name, unique within an account. */
    public static final Attribute<Value<String>> ROLE_NAME = Attribute.value("roleName", DESCRIBE);

    /** The ARN. */
    public static final Attribute<Value<String>> ARN = Attribute.value("arn", DESCRIBE);

    /** The AWS services that may assume it, such as {@code eks.amazonaws.com}. */
    public static final Attribute<Listing<Value<String>>> TRUSTED_SERVICES =
            Attribute.list("trustedServices", DESCRIBE);

    /** What those services may do with it, such as {@code sts:AssumeRole}. */
    public static final Attribute<Listing<Value<String>>> TRUST_ACTIONS = Attribute.list("trustActions", DESCRIBE);

    /** The ARNs of the managed policies attached to it. The query makes the answer say of which role it is. */
    public static final Attribute<Listing<Value<String>>> ATTACHED_POLICY_ARNS = Attribute.list(
            "attachedPolicyArns",
            "aws iam list-attached-role-policies --role-name {id} --query"
                    + " \"{RoleName: '{id}', AttachedPolicies: AttachedPolicies}\" --output json");

    /** The names of the policies written into the role itself. */
    public static final Attribute<Listing<Value<String>>> INLINE_POLICY_NAMES = Attribute.list(
            "inlinePolicyNames",
            "aws iam list-role-policies --role-name {id} --query"
                    + " \"{RoleName: '{id}', PolicyNames: PolicyNames}\" --output json");

    /** The policies for programs on the nodes that eksctl writes into the role because {@code withAddonPolicies} says so. */
    public static final Attribute<Listing<Value<String>>> ADDON_POLICIES = Attribute.list("addonPolicies", "");

    /** The key of a role that a tool makes for the fact of that key. */
    public static String keyOf(String user) {
        return "IamRole/of " + user;
    }

    /** The name, unique within an account. */
    public Value<String> roleName() {
        return get(ROLE_NAME);
    }

    /** The ARN. */
    public Value<String> arn() {
        return get(ARN);
    }

    /** The AWS services that may assume it, such as {@code eks.amazonaws.com}. */
    public Listing<Value<String>> trustedServices() {
        return list(TRUSTED_SERVICES);
    }

    /** What those services may do with it, such as {@code sts:AssumeRole}. */
    public Listing<Value<String>> trustActions() {
        return list(TRUST_ACTIONS);
    }

    /** The ARNs of the managed policies attached to it. */
    public Listing<Value<String>> attachedPolicyArns() {
        return list(ATTACHED_POLICY_ARNS);
    }

    /** The names of the policies written into the role itself. */
    public Listing<Value<String>> inlinePolicyNames() {
        return list(INLINE_POLICY_NAMES);
    }

    /** The policies that eksctl adds for programs on the nodes; none where nothing says that there are any. */
    public Listing<Value<String>> addonPolicies() {
        Listing<Value<String>> said = attributes.find(ADDON_POLICIES);
        return said == null ? Listing.absent(place) : said;
    }

    @Override
    public IamRole with(Attributes others) {
        return new IamRole(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ROLE_NAME;
    }
}
