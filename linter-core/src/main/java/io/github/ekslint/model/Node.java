package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A node as the Kubernetes API describes it ({@code kubectl get nodes}). */
public record Node(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "kubectl get nodes -o json";

    /** The name. */
    public static final Attribute<Value<String>> NAME = Attribute.value("name", DESCRIBE);

    /** The cluster the node says it belongs to, from its labels. */
    public static final Attribute<Value<String>> CLUSTER_NAME = Attribute.value("clusterName", DESCRIBE);

    /** The node group it belongs to, from its labels. */
    public static final Attribute<Value<String>> NODEGROUP_NAME = Attribute.value("nodegroupName", DESCRIBE);

    /** The EC2 instance it runs on, from its provider id; absent for Fargate and hybrid nodes. */
    public static final Attribute<Value<String>> INSTANCE_ID = Attribute.value("instanceId", DESCRIBE);

    /** The Karpenter node pool that made it, from its labels. */
    public static final Attribute<Value<String>> NODE_POOL = Attribute.value("nodePool", DESCRIBE);

    /** The kubelet's version, such as {@code v1.31.7-eks-abc123}. */
    public static final Attribute<Value<String>> KUBELET_VERSION = Attribute.value("kubeletVersion", DESCRIBE);

    /** The operating system image. */
    public static final Attribute<Value<String>> OS_IMAGE = Attribute.value("osImage", DESCRIBE);

    /** {@code linux} or {@code windows}. */
    public static final Attribute<Value<String>> OPERATING_SYSTEM = Attribute.value("operatingSystem", DESCRIBE);

    /** {@code amd64} or {@code arm64}. */
    public static final Attribute<Value<String>> ARCHITECTURE = Attribute.value("architecture", DESCRIBE);

    /** The container runtime. */
    public static final Attribute<Value<String>> CONTAINER_RUNTIME_VERSION =
            Attribute.value("containerRuntimeVersion", DESCRIBE);

    /** {@code auto}, {@code fargate}, {@code hybrid} or {@code ec2}. */
    public static final Attribute<Value<String>> COMPUTE_TYPE = Attribute.value("computeType", DESCRIBE);

    /** ON_DEMAND or SPOT. */
    public static final Attribute<Value<String>> CAPACITY_TYPE = Attribute.value("capacityType", DESCRIBE);

    /** The instance type. */
    public static final Attribute<Value<String>> INSTANCE_TYPE = Attribute.value("instanceType", DESCRIBE);

    /** The zone's name. */
    public static final Attribute<Value<String>> ZONE = Attribute.value("zone", DESCRIBE);

    /** The zone's id. */
    public static final Attribute<Value<String>> ZONE_ID = Attribute.value("zoneId", DESCRIBE);

    /** The Region code. */
    public static final Attribute<Value<String>> REGION = Attribute.value("region", DESCRIBE);

    /** Whether the node is ready. */
    public static final Attribute<Value<Boolean>> READY = Attribute.value("ready", DESCRIBE);

    /** The name. */
    public Value<String> name() {
        return get(NAME);
    }

    /** The cluster the node says it belongs to, from its labels. */
    public Value<String> clusterName() {
        return get(CLUSTER_NAME);
    }

    /** The node group it belongs to, from its labels. */
    public Value<String> nodegroupName() {
        return get(NODEGROUP_NAME);
    }

    /** The EC2 instance it runs on, from its provider id; absent for Fargate and hybrid nodes. */
    public Value<String> instanceId() {
        return get(INSTANCE_ID);
    }

    /** The Karpenter node pool that made it, from its labels. */
    public Value<String> nodePool() {
        return get(NODE_POOL);
    }

    /** The kubelet's version, such as {@code v1.31.7-eks-abc123}. */
    public Value<String> kubeletVersion() {
        return get(KUBELET_VERSION);
    }

    /** The operating system image. */
    public Value<String> osImage() {
        return get(OS_IMAGE);
    }

    /** {@code linux} or {@code windows}. */
    public Value<String> operatingSystem() {
        return get(OPERATING_SYSTEM);
    }

    /** {@code amd64} or {@code arm64}. */
    public Value<String> architecture() {
        return get(ARCHITECTURE);
    }

    /** The container runtime. */
    public Value<String> containerRuntimeVersion() {
        return get(CONTAINER_RUNTIME_VERSION);
    }

    /** {@code auto}, {@code fargate}, {@code hybrid} or {@code ec2}. */
    public Value<String> computeType() {
        return get(COMPUTE_TYPE);
    }

    /** ON_DEMAND or SPOT. */
    public Value<String> capacityType() {
        return get(CAPACITY_TYPE);
    }

    /** The instance type. */
    public Value<String> instanceType() {
        return get(INSTANCE_TYPE);
    }

    /** The zone's name. */
    public Value<String> zone() {
        return get(ZONE);
    }

    /** The zone's id. */
    public Value<String> zoneId() {
        return get(ZONE_ID);
    }

    /** The Region code. */
    public Value<String> region() {
        return get(REGION);
    }

    /** Whether the node is ready. */
    public Value<Boolean> ready() {
        return get(READY);
    }

    @Override
    public Node with(Attributes others) {
        return new Node(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NAME;
    }
}
