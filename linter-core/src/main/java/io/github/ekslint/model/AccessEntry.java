package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** An access entry, as the EKS API describes it (API_AccessEntry). */
public record AccessEntry(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "aws eks describe-access-entry --cluster-name {cluster} --principal-arn {id} --output json";

    /** The IAM principal. */
    public static final Attribute<Value<String>> PRINCIPAL_ARN = Attribute.value("principalArn", DESCRIBE);

    /** STANDARD, EC2_LINUX, … */
    public static final Attribute<Value<String>> TYPE = Attribute.value("type", DESCRIBE);

    /** The access policies associated with it. */
    public static final Attribute<Listing<Value<String>>> POLICY_ARNS = Attribute.list("policyArns", DESCRIBE);

    /** The IAM principal. */
    public Value<String> principalArn() {
        return get(PRINCIPAL_ARN);
    }

    /** STANDARD, EC2_LINUX, … */
    public Value<String> type() {
        return get(TYPE);
    }

    /** The access policies associated with it. */
    public Listing<Value<String>> policyArns() {
        return list(POLICY_ARNS);
    }

    @Override
    public AccessEntry with(Attributes others) {
        return new AccessEntry(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return PRINCIPAL_ARN;
    }
}
