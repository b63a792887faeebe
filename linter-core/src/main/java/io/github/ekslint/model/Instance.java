package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A running EC2 instance that is a node of a cluster, as the EC2 API describes it (API_Instance). */
public record Instance(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-instances --instance-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> INSTANCE_ID = Attribute.value("instanceId", DESCRIBE);

    /** The node group it belongs to, from its tags. */
    public static final Attribute<Value<String>> NODEGROUP_NAME = Attribute.value("nodegroupName", DESCRIBE);

    /** The subnet of its primary network interface. */
    public static final Attribute<Value<Ref>> SUBNET = Attribute.value("subnet", DESCRIBE);

    /** Its public IPv4 address. */
    public static final Attribute<Value<String>> PUBLIC_IP_ADDRESS = Attribute.value("publicIpAddress", DESCRIBE);

    /** {@code x86_64} or {@code arm64}, the architecture of its image. */
    public static final Attribute<Value<String>> ARCHITECTURE = Attribute.value("architecture", DESCRIBE);

    /** The id. */
    public Value<String> instanceId() {
        return get(INSTANCE_ID);
    }

    /** The node group it belongs to, from its tags. */
    public Value<String> nodegroupName() {
        return get(NODEGROUP_NAME);
    }

    /** The subnet of its primary network interface. */
    public Value<Ref> subnet() {
        return get(SUBNET);
    }

    /** Its public IPv4 address. */
    public Value<String> publicIpAddress() {
        return get(PUBLIC_IP_ADDRESS);
    }

    /** {@code x86_64} or {@code arm64}, the architecture of its image. */
    public Value<String> architecture() {
        return get(ARCHITECTURE);
    }

    @Override
    public Instance with(Attributes others) {
        return new Instance(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return INSTANCE_ID;
    }
}
