package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A network ACL, as the EC2 API describes it (API_NetworkAcl). */
public record NetworkAcl(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-network-acls --network-acl-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> NETWORK_ACL_ID = Attribute.value("networkAclId", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** Whether it is the VPC's default ACL. */
    public static final Attribute<Value<Boolean>> IS_DEFAULT = Attribute.value("isDefault", DESCRIBE);

    /** The subnets it guards. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** The entries. */
    public static final Attribute<Listing<NetworkAclEntry>> ENTRIES = Attribute.list("entries", DESCRIBE);

    /** The id. */
    public Value<String> networkAclId() {
        return get(NETWORK_ACL_ID);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** Whether it is the VPC's default ACL. */
    public Value<Boolean> isDefault() {
        return get(IS_DEFAULT);
    }

    /** The subnets it guards. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** The entries. */
    public Listing<NetworkAclEntry> entries() {
        return list(ENTRIES);
    }

    @Override
    public NetworkAcl with(Attributes others) {
        return new NetworkAcl(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NETWORK_ACL_ID;
    }
}
