package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A KMS key, as the KMS API describes it (API_KeyMetadata). */
public record KmsKey(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws kms describe-key --key-id {id} --output json";

    /** The ARN, whose fourth part is the Region. */
    public static final Attribute<Value<String>> ARN = Attribute.value("arn", DESCRIBE);

    /** {@code Enabled}, {@code Disabled}, {@code PendingDeletion}, … */
    public static final Attribute<Value<String>> KEY_STATE = Attribute.value("keyState", DESCRIBE);

    /** {@code SYMMETRIC_DEFAULT} or a kind of key pair. */
    public static final Attribute<Value<String>> KEY_SPEC = Attribute.value("keySpec", DESCRIBE);

    /** {@code ENCRYPT_DECRYPT}, {@code SIGN_VERIFY}, … */
    public static final Attribute<Value<String>> KEY_USAGE = Attribute.value("keyUsage", DESCRIBE);

    /** The ARN, whose fourth part is the Region. */
    public Value<String> arn() {
        return get(ARN);
    }

    /** {@code Enabled}, {@code Disabled}, {@code PendingDeletion}, … */
    public Value<String> keyState() {
        return get(KEY_STATE);
    }

    /** {@code SYMMETRIC_DEFAULT} or a kind of key pair. */
    public Value<String> keySpec() {
        return get(KEY_SPEC);
    }

    /** {@code ENCRYPT_DECRYPT}, {@code SIGN_VERIFY}, … */
    public Value<String> keyUsage() {
        return get(KEY_USAGE);
    }

    @Override
    public KmsKey with(Attributes others) {
        return new KmsKey(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ARN;
    }
}
