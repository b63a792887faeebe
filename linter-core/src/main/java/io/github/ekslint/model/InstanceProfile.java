package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** What gives a role to EC2 instances, as the IAM API says it (API_InstanceProfile). */
public record InstanceProfile(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** The name; unique in its account. */
    public static final Attribute<Value<String>> INSTANCE_PROFILE_NAME = Attribute.value("instanceProfileName", "");

    /** The ARN of the role in it, of which there is at most one; absent when there is none. */
    public static final Attribute<Value<String>> ROLE_ARN = Attribute.value("roleArn", "");

    /** What records it. */
    public static Settlement record(String name) {
        return Settlement.command("aws iam get-instance-profile --instance-profile-name %s --output json"
                .formatted(Settlement.word(name)));
    }

    /** The name; unique in its account. */
    public Value<String> instanceProfileName() {
        return get(INSTANCE_PROFILE_NAME);
    }

    /** The ARN of the role in it; absent when there is none. */
    public Value<String> roleArn() {
        return get(ROLE_ARN);
    }

    @Override
    public InstanceProfile with(Attributes others) {
        return new InstanceProfile(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return INSTANCE_PROFILE_NAME;
    }
}
