package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A subnet, as the EC2 API describes it (API_Subnet). */
public record Subnet(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-subnets --subnet-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> SUBNET_ID = Attribute.value("subnetId", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** The IPv4 CIDR block. */
    public static final Attribute<Value<String>> CIDR_BLOCK = Attribute.value("cidrBlock", DESCRIBE);

    /** The IPv6 CIDR blocks. */
    public static final Attribute<Listing<Value<String>>> IPV6_CIDR_BLOCKS = Attribute.list("ipv6CidrBlocks", DESCRIBE);

    /** The zone's name, which means another zone in another account. */
    public static final Attribute<Value<String>> AVAILABILITY_ZONE = Attribute.value("availabilityZone", DESCRIBE);

    /** The zone's id, the same in every account. */
    public static final Attribute<Value<String>> AVAILABILITY_ZONE_ID = Attribute.value("availabilityZoneId", DESCRIBE);

    /** Free IPv4 addresses. */
    public static final Attribute<Value<Integer>> AVAILABLE_IP_ADDRESS_COUNT =
            Attribute.value("availableIpAddressCount", DESCRIBE);

    /** Whether instances get a public IPv4 address. */
    public static final Attribute<Value<Boolean>> MAP_PUBLIC_IP_ON_LAUNCH =
            Attribute.value("mapPublicIpOnLaunch", DESCRIBE);

    /** Whether interfaces get an IPv6 address. */
    public static final Attribute<Value<Boolean>> ASSIGN_IPV6_ADDRESS_ON_CREATION =
            Attribute.value("assignIpv6AddressOnCreation", DESCRIBE);

    /** The Outpost it lies on. */
    public static final Attribute<Value<String>> OUTPOST_ARN = Attribute.value("outpostArn", DESCRIBE);

    /** The account that owns it. */
    public static final Attribute<Value<String>> OWNER_ID = Attribute.value("ownerId", DESCRIBE);

    /** What the spec claims: true when it lists the subnet as public, false as private. A claim, not proof. */
    public static final Attribute<Value<Boolean>> DECLARED_PUBLIC = Attribute.value("declaredPublic", "");

    /** Whether the spec creates it, so that all its addresses are free. */
    public static final Attribute<Value<Boolean>> IS_NEW = Attribute.value("isNew", "");

    /** Whether the tool guarantees that the zone is one in which EKS accepts cluster subnets, whichever zone that is. */
    public static final Attribute<Value<Boolean>> ACCEPTED_BY_EKS = Attribute.value("acceptedByEks", "");

    /** The tags. */
    public static final Attribute<Value<Tags>> TAGS = Attribute.value("tags", DESCRIBE);

    /** The id. */
    public Value<String> subnetId() {
        return get(SUBNET_ID);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** The IPv4 CIDR block. */
    public Value<String> cidrBlock() {
        return get(CIDR_BLOCK);
    }

    /** The IPv6 CIDR blocks. */
    public Listing<Value<String>> ipv6CidrBlocks() {
        return list(IPV6_CIDR_BLOCKS);
    }

    /** The zone's name, which means another zone in another account. */
    public Value<String> availabilityZone() {
        return get(AVAILABILITY_ZONE);
    }

    /** The zone's id, the same in every account. */
    public Value<String> availabilityZoneId() {
        return get(AVAILABILITY_ZONE_ID);
    }

    /** Free IPv4 addresses. */
    public Value<Integer> availableIpAddressCount() {
        return get(AVAILABLE_IP_ADDRESS_COUNT);
    }

    /** Whether instances get a public IPv4 address. */
    public Value<Boolean> mapPublicIpOnLaunch() {
        return get(MAP_PUBLIC_IP_ON_LAUNCH);
    }

    /** Whether interfaces get an IPv6 address. */
    public Value<Boolean> assignIpv6AddressOnCreation() {
        return get(ASSIGN_IPV6_ADDRESS_ON_CREATION);
    }

    /** The Outpost it lies on. */
    public Value<String> outpostArn() {
        return get(OUTPOST_ARN);
    }

    /** The account that owns it. */
    public Value<String> ownerId() {
        return get(OWNER_ID);
    }

    /** What the spec claims: true when it lists the subnet as public, false as private. A claim, not proof. */
    public Value<Boolean> declaredPublic() {
        return get(DECLARED_PUBLIC);
    }

    /** Whether the spec creates it, so that all its addresses are free. */
    public Value<Boolean> isNew() {
        return get(IS_NEW);
    }

    /** Whether the tool guarantees that the zone is one in which EKS accepts cluster subnets, whichever zone that is. */
    public Value<Boolean> acceptedByEks() {
        return get(ACCEPTED_BY_EKS);
    }

    /** The tags. */
    public Value<Tags> tags() {
        return get(TAGS);
    }

    @Override
    public Subnet with(Attributes others) {
        return new Subnet(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return SUBNET_ID;
    }
}
