package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A Fargate profile, as the EKS API describes it (API_FargateProfile). */
public record FargateProfile(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "aws eks describe-fargate-profile --cluster-name {cluster} --fargate-profile-name {id} --output json";

    /** The name. */
    public static final Attribute<Value<String>> FARGATE_PROFILE_NAME = Attribute.value("fargateProfileName", DESCRIBE);

    /** The pod execution role. */
    public static final Attribute<Value<String>> POD_EXECUTION_ROLE_ARN =
            Attribute.value("podExecutionRoleArn", DESCRIBE);

    /** The subnets pods run in; only private ones are accepted. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** Which pods run on Fargate. */
    public static final Attribute<Listing<FargateSelector>> SELECTORS = Attribute.list("selectors", DESCRIBE);

    /** ACTIVE, CREATING, … */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** The name. */
    public Value<String> fargateProfileName() {
        return get(FARGATE_PROFILE_NAME);
    }

    /** The pod execution role. */
    public Value<String> podExecutionRoleArn() {
        return get(POD_EXECUTION_ROLE_ARN);
    }

    /** The subnets pods run in; only private ones are accepted. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** Which pods run on Fargate. */
    public Listing<FargateSelector> selectors() {
        return list(SELECTORS);
    }

    /** ACTIVE, CREATING, … */
    public Value<String> status() {
        return get(STATUS);
    }

    @Override
    public FargateProfile with(Attributes others) {
        return new FargateProfile(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return FARGATE_PROFILE_NAME;
    }
}
