package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** An Availability Zone, Local Zone or Wavelength Zone, as the EC2 API describes it (API_AvailabilityZone). Names hold for one account only. */
public record AvailabilityZone(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-availability-zones --all-availability-zones --output json";

    /** The name in this account. */
    public static final Attribute<Value<String>> ZONE_NAME = Attribute.value("zoneName", DESCRIBE);

    /** The id, the same in every account. */
    public static final Attribute<Value<String>> ZONE_ID = Attribute.value("zoneId", DESCRIBE);

    /** availability-zone, local-zone or wavelength-zone. */
    public static final Attribute<Value<String>> ZONE_TYPE = Attribute.value("zoneType", DESCRIBE);

    /** The Region code. */
    public static final Attribute<Value<String>> REGION = Attribute.value("region", DESCRIBE);

    /** The name in this account. */
    public Value<String> zoneName() {
        return get(ZONE_NAME);
    }

    /** The id, the same in every account. */
    public Value<String> zoneId() {
        return get(ZONE_ID);
    }

    /** availability-zone, local-zone or wavelength-zone. */
    public Value<String> zoneType() {
        return get(ZONE_TYPE);
    }

    /** The Region code. */
    public Value<String> region() {
        return get(REGION);
    }

    @Override
    public AvailabilityZone with(Attributes others) {
        return new AvailabilityZone(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ZONE_NAME;
    }
}
