package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A security group, as the EC2 API describes it (API_SecurityGroup). */
public record SecurityGroup(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-security-groups --group-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> GROUP_ID = Attribute.value("groupId", DESCRIBE);

    /** The name. */
    public static final Attribute<Value<String>> GROUP_NAME = Attribute.value("groupName", DESCRIBE);

    /** The VPC it belongs to. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** What may come in. */
    public static final Attribute<Listing<SecurityGroupRule>> INGRESS = Attribute.list("ingress", DESCRIBE);

    /** What may go out. */
    public static final Attribute<Listing<SecurityGroupRule>> EGRESS = Attribute.list("egress", DESCRIBE);

    /** The tags. */
    public static final Attribute<Value<Tags>> TAGS = Attribute.value("tags", DESCRIBE);

    /** The id. */
    public Value<String> groupId() {
        return get(GROUP_ID);
    }

    /** The name. */
    public Value<String> groupName() {
        return get(GROUP_NAME);
    }

    /** The VPC it belongs to. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** What may come in. */
    public Listing<SecurityGroupRule> ingress() {
        return list(INGRESS);
    }

    /** What may go out. */
    public Listing<SecurityGroupRule> egress() {
        return list(EGRESS);
    }

    /** The tags. */
    public Value<Tags> tags() {
        return get(TAGS);
    }

    @Override
    public SecurityGroup with(Attributes others) {
        return new SecurityGroup(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return GROUP_ID;
    }
}
