package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** An EKS add-on, as the EKS API describes it (API_Addon). */
public record Addon(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "aws eks describe-addon --cluster-name {cluster} --addon-name {id} --output json";

    /** The name. */
    public static final Attribute<Value<String>> ADDON_NAME = Attribute.value("addonName", DESCRIBE);

    /** The version, such as {@code v1.18.5-eksbuild.1}. */
    public static final Attribute<Value<String>> ADDON_VERSION = Attribute.value("addonVersion", DESCRIBE);

    /** The IAM role of its service account. */
    public static final Attribute<Value<String>> SERVICE_ACCOUNT_ROLE_ARN =
            Attribute.value("serviceAccountRoleArn", DESCRIBE);

    /** Its pod identity associations. */
    public static final Attribute<Listing<String>> POD_IDENTITY_ASSOCIATIONS =
            Attribute.list("podIdentityAssociations", DESCRIBE);

    /** ACTIVE, DEGRADED, … */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** Codes of health issues that EKS reports. */
    public static final Attribute<Listing<Value<String>>> HEALTH_ISSUES = Attribute.list("healthIssues", DESCRIBE);

    /** The name. */
    public Value<String> addonName() {
        return get(ADDON_NAME);
    }

    /** The version, such as {@code v1.18.5-eksbuild.1}. */
    public Value<String> addonVersion() {
        return get(ADDON_VERSION);
    }

    /** The IAM role of its service account. */
    public Value<String> serviceAccountRoleArn() {
        return get(SERVICE_ACCOUNT_ROLE_ARN);
    }

    /** Its pod identity associations. */
    public Listing<String> podIdentityAssociations() {
        return list(POD_IDENTITY_ASSOCIATIONS);
    }

    /** ACTIVE, DEGRADED, … */
    public Value<String> status() {
        return get(STATUS);
    }

    /** Codes of health issues that EKS reports. */
    public Listing<Value<String>> healthIssues() {
        return list(HEALTH_ISSUES);
    }

    @Override
    public Addon with(Attributes others) {
        return new Addon(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ADDON_NAME;
    }
}
