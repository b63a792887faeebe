package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** The IAM OIDC providers of an account (API_ListOpenIDConnectProviders). */
public record OidcProviders(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** What records them. */
    public static final String DESCRIBE = "aws iam list-open-id-connect-providers --output json";

    /** The account; no answer names it. */
    public static final Attribute<Value<String>> ACCOUNT = Attribute.value("account", "");

    /** The ARNs. */
    public static final Attribute<Listing<Value<String>>> ARNS = Attribute.list("arns", DESCRIBE);

    /** The ARNs. */
    public Listing<Value<String>> arns() {
        return list(ARNS);
    }

    @Override
    public OidcProviders with(Attributes others) {
        return new OidcProviders(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ACCOUNT;
    }
}
