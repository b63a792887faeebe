package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A pod identity association, as the EKS API describes it (API_PodIdentityAssociation). */
public record PodIdentityAssociation(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    private static final String DESCRIBE =
            "aws eks list-pod-identity-associations --cluster-name {cluster} --output json";

    /** The namespace. */
    public static final Attribute<Value<String>> NAMESPACE = Attribute.value("namespace", DESCRIBE);

    /** The service account. */
    public static final Attribute<Value<String>> SERVICE_ACCOUNT = Attribute.value("serviceAccount", DESCRIBE);

    /** The IAM role. */
    public static final Attribute<Value<String>> ROLE_ARN = Attribute.value("roleArn", DESCRIBE);

    /** The namespace. */
    public Value<String> namespace() {
        return get(NAMESPACE);
    }

    /** The service account. */
    public Value<String> serviceAccount() {
        return get(SERVICE_ACCOUNT);
    }

    /** The IAM role. */
    public Value<String> roleArn() {
        return get(ROLE_ARN);
    }

    @Override
    public PodIdentityAssociation with(Attributes others) {
        return new PodIdentityAssociation(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return SERVICE_ACCOUNT;
    }
}
