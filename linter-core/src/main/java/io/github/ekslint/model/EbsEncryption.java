package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** What an account does with new EBS volumes in one Region, as the EC2 API says it (API_GetEbsEncryptionByDefault). */
public record EbsEncryption(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** The read-only command that records it. */
    public static final String DESCRIBE = "aws ec2 get-ebs-encryption-by-default --region {region} --output json";

    /** The Region code. */
    public static final Attribute<Value<String>> REGION = Attribute.value("region", "");

    /** Whether every new volume is encrypted, whatever the request says. */
    public static final Attribute<Value<Boolean>> EBS_ENCRYPTION_BY_DEFAULT =
            Attribute.value("ebsEncryptionByDefault", DESCRIBE);

    /** Whether every new volume is encrypted, whatever the request says. */
    public Value<Boolean> ebsEncryptionByDefault() {
        return get(EBS_ENCRYPTION_BY_DEFAULT);
    }

    @Override
    public EbsEncryption with(Attributes others) {
        return new EbsEncryption(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return REGION;
    }
}
