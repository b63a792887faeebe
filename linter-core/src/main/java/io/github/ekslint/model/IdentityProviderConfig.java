package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC identity provider that a cluster trusts beside IAM, as the EKS API describes it (API_OidcIdentityProviderConfig); it has
 * nothing to do with the cluster's own issuer.
 */
public record IdentityProviderConfig(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    private static final String DESCRIBE =
            "aws eks describe-identity-provider-config --cluster-name {cluster} --identity-provider-config"
                    + " type=oidc,name={id} --output json";

    /** Its name. */
    public static final Attribute<Value<String>> IDENTITY_PROVIDER_CONFIG_NAME =
            Attribute.value("identityProviderConfigName", DESCRIBE);

    /** The URL below which EKS looks for the provider's signing keys. */
    public static final Attribute<Value<String>> ISSUER_URL = Attribute.value("issuerUrl", DESCRIBE);

    /** CREATING, DELETING or ACTIVE. */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** Its name. */
    public Value<String> identityProviderConfigName() {
        return get(IDENTITY_PROVIDER_CONFIG_NAME);
    }

    /** The URL below which EKS looks for the provider's signing keys. */
    public Value<String> issuerUrl() {
        return get(ISSUER_URL);
    }

    /** CREATING, DELETING or ACTIVE. */
    public Value<String> status() {
        return get(STATUS);
    }

    @Override
    public IdentityProviderConfig with(Attributes others) {
        return new IdentityProviderConfig(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return IDENTITY_PROVIDER_CONFIG_NAME;
    }
}
