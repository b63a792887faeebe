package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** An EC2 instance type, as the EC2 API describes it (API_InstanceTypeInfo). */
public record InstanceType(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-instance-types --instance-types {id} --output json";

    /** The name, such as {@code m7g.large}. */
    public static final Attribute<Value<String>> INSTANCE_TYPE = Attribute.value("instanceType", DESCRIBE);

    /** {@code x86_64}, {@code arm64}, … */
    public static final Attribute<Listing<Value<String>>> SUPPORTED_ARCHITECTURES =
            Attribute.list("supportedArchitectures", DESCRIBE);

    /** The number of vCPUs. */
    public static final Attribute<Value<Integer>> DEFAULT_V_CPUS = Attribute.value("defaultVCpus", DESCRIBE);

    /** Whether it has GPUs. */
    public static final Attribute<Value<Boolean>> GPU = Attribute.value("gpu", DESCRIBE);

    /** The name, such as {@code m7g.large}. */
    public Value<String> instanceType() {
        return get(INSTANCE_TYPE);
    }

    /** {@code x86_64}, {@code arm64}, … */
    public Listing<Value<String>> supportedArchitectures() {
        return list(SUPPORTED_ARCHITECTURES);
    }

    /** The number of vCPUs. */
    public Value<Integer> defaultVCpus() {
        return get(DEFAULT_V_CPUS);
    }

    /** Whether it has GPUs. */
    public Value<Boolean> gpu() {
        return get(GPU);
    }

    @Override
    public InstanceType with(Attributes others) {
        return new InstanceType(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return INSTANCE_TYPE;
    }
}
