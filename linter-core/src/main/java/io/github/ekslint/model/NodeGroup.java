package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A managed node group (API_Nodegroup), or a self-managed group of nodes (an Auto Scaling group). */
public record NodeGroup(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "aws eks describe-nodegroup --cluster-name {cluster} --nodegroup-name {id} --output json";

    /** The name. */
    public static final Attribute<Value<String>> NODEGROUP_NAME = Attribute.value("nodegroupName", DESCRIBE);

    /** Whether EKS manages the group. */
    public static final Attribute<Value<Boolean>> MANAGED = Attribute.value("managed", "");

    /** The AMI type of the EKS API, such as {@code AL2023_x86_64_STANDARD}; {@code CUSTOM} when the launch template names an image. */
    public static final Attribute<Value<String>> AMI_TYPE = Attribute.value("amiType", DESCRIBE);

    /** The operating system of the image: a family of the AMI type table, such as {@code AL2} or {@code AL2023}. */
    public static final Attribute<Value<String>> AMI_FAMILY = Attribute.value("amiFamily", DESCRIBE);

    /** The id of the group's own image. */
    public static final Attribute<Value<String>> IMAGE_ID = Attribute.value("imageId", DESCRIBE);

    /** The Kubernetes version the group's own image is made for, where the image tells it. */
    public static final Attribute<Value<String>> IMAGE_VERSION = Attribute.value("imageVersion", "");

    /** {@code arm64} or {@code x86_64}, where the group's own image tells it. */
    public static final Attribute<Value<String>> IMAGE_ARCHITECTURE = Attribute.value("imageArchitecture", "");

    /** The Kubernetes version written for the group; absent when it follows the cluster. */
    public static final Attribute<Value<String>> VERSION = Attribute.value("version", DESCRIBE);

    /** The release of the AMI. */
    public static final Attribute<Value<String>> RELEASE_VERSION = Attribute.value("releaseVersion", DESCRIBE);

    /** The subnets the nodes are launched in. */
    public static final Attribute<Listing<Ref>> SUBNETS = Attribute.list("subnets", DESCRIBE);

    /** The zones named for the group instead of subnets. */
    public static final Attribute<Listing<Value<String>>> AVAILABILITY_ZONES = Attribute.list("availabilityZones", "");

    /** The instance types, in order of preference. */
    public static final Attribute<Listing<Value<String>>> INSTANCE_TYPES = Attribute.list("instanceTypes", DESCRIBE);

    /** ON_DEMAND, SPOT or CAPACITY_BLOCK. */
    public static final Attribute<Value<String>> CAPACITY_TYPE = Attribute.value("capacityType", DESCRIBE);

    /** The smallest number of nodes. */
    public static final Attribute<Value<Integer>> MIN_SIZE = Attribute.value("minSize", DESCRIBE);

    /** The largest number of nodes. */
    public static final Attribute<Value<Integer>> MAX_SIZE = Attribute.value("maxSize", DESCRIBE);

    /** The number of nodes asked for. */
    public static final Attribute<Value<Integer>> DESIRED_SIZE = Attribute.value("desiredSize", DESCRIBE);

    /** How many nodes an update may take away at once. */
    public static final Attribute<Value<Integer>> MAX_UNAVAILABLE = Attribute.value("maxUnavailable", DESCRIBE);

    /** The same, in percent of the nodes. */
    public static final Attribute<Value<Integer>> MAX_UNAVAILABLE_PERCENTAGE =
            Attribute.value("maxUnavailablePercentage", DESCRIBE);

    /** DEFAULT or MINIMAL. */
    public static final Attribute<Value<String>> UPDATE_STRATEGY = Attribute.value("updateStrategy", DESCRIBE);

    /** The launch template. */
    public static final Attribute<Value<Ref>> LAUNCH_TEMPLATE = Attribute.value("launchTemplate", DESCRIBE);

    /** The version of the launch template: a number, {@code $Default} or {@code $Latest}. */
    public static final Attribute<Value<String>> LAUNCH_TEMPLATE_VERSION =
            Attribute.value("launchTemplateVersion", DESCRIBE);

    /** The security groups the nodes' interfaces end up with, when the group or its launch template names them. */
    public static final Attribute<Listing<Ref>> SECURITY_GROUPS = Attribute.list("securityGroups", DESCRIBE);

    /** The SSH key for remote access. */
    public static final Attribute<Value<String>> REMOTE_ACCESS_KEY = Attribute.value("remoteAccessKey", DESCRIBE);

    /** Who may use it. */
    public static final Attribute<Listing<Ref>> REMOTE_ACCESS_SECURITY_GROUPS =
            Attribute.list("remoteAccessSecurityGroups", DESCRIBE);

    /** The IAM role of the nodes. */
    public static final Attribute<Value<String>> NODE_ROLE = Attribute.value("nodeRole", DESCRIBE);

    /** The name or ARN of the instance profile of self-managed nodes, which has their role. */
    public static final Attribute<Value<String>> IAM_INSTANCE_PROFILE = Attribute.value("iamInstanceProfile", "");

    /** Whether eksctl places the nodes in private subnets. */
    public static final Attribute<Value<Boolean>> PRIVATE_NETWORKING = Attribute.value("privateNetworking", "");

    /** Whether the launch template gives nodes a public address. */
    public static final Attribute<Value<Boolean>> ASSOCIATE_PUBLIC_IP_ADDRESS =
            Attribute.value("associatePublicIpAddress", DESCRIBE);

    /** Whether the root volume is encrypted. */
    public static final Attribute<Value<Boolean>> VOLUME_ENCRYPTED = Attribute.value("volumeEncrypted", DESCRIBE);

    /** IMDS: {@code required} or {@code optional}. */
    public static final Attribute<Value<String>> HTTP_TOKENS = Attribute.value("httpTokens", DESCRIBE);

    /** IMDS: how many hops an answer may travel. */
    public static final Attribute<Value<Integer>> HTTP_PUT_RESPONSE_HOP_LIMIT =
            Attribute.value("httpPutResponseHopLimit", DESCRIBE);

    /** The allocation strategy of a self-managed Spot group. */
    public static final Attribute<Value<String>> SPOT_ALLOCATION_STRATEGY =
            Attribute.value("spotAllocationStrategy", DESCRIBE);

    /** Whether a self-managed Spot group rebalances. */
    public static final Attribute<Value<Boolean>> CAPACITY_REBALANCE = Attribute.value("capacityRebalance", DESCRIBE);

    /** Whether the group brings user data of its own; the data itself is never kept. */
    public static final Attribute<Value<Boolean>> USER_DATA = Attribute.value("userData", DESCRIBE);

    /** Whether that user data carries API server endpoint and certificate. */
    public static final Attribute<Value<Boolean>> BOOTSTRAPS_CLUSTER = Attribute.value("bootstrapsCluster", DESCRIBE);

    /** ACTIVE, DEGRADED, … */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** Codes of health issues that EKS reports. */
    public static final Attribute<Listing<Value<String>>> HEALTH_ISSUES = Attribute.list("healthIssues", DESCRIBE);

    /** When the group was created. */
    public static final Attribute<Value<Instant>> CREATED_AT = Attribute.value("createdAt", DESCRIBE);

    /** The tags. */
    public static final Attribute<Value<Tags>> TAGS = Attribute.value("tags", DESCRIBE);

    /** The name. */
    public Value<String> nodegroupName() {
        return get(NODEGROUP_NAME);
    }

    /** Whether EKS manages the group. */
    public Value<Boolean> managed() {
        return get(MANAGED);
    }

    /** The AMI type of the EKS API, such as {@code AL2023_x86_64_STANDARD}; {@code CUSTOM} when the launch template names an image. */
    public Value<String> amiType() {
        return get(AMI_TYPE);
    }

    /** The operating system of the image: a family of the AMI type table, such as {@code AL2} or {@code AL2023}. */
    public Value<String> amiFamily() {
        return get(AMI_FAMILY);
    }

    /** The id of the group's own image. */
    public Value<String> imageId() {
        return get(IMAGE_ID);
    }

    /** The Kubernetes version the group's own image is made for, where the image tells it. */
    public Value<String> imageVersion() {
        return get(IMAGE_VERSION);
    }

    /** {@code arm64} or {@code x86_64}, where the group's own image tells it. */
    public Value<String> imageArchitecture() {
        return get(IMAGE_ARCHITECTURE);
    }

    /** The Kubernetes version written for the group; absent when it follows the cluster. */
    public Value<String> version() {
        return get(VERSION);
    }

    /** The release of the AMI. */
    public Value<String> releaseVersion() {
        return get(RELEASE_VERSION);
    }

    /** The subnets the nodes are launched in. */
    public Listing<Ref> subnets() {
        return list(SUBNETS);
    }

    /** The zones named for the group instead of subnets. */
    public Listing<Value<String>> availabilityZones() {
        return list(AVAILABILITY_ZONES);
    }

    /** The instance types, in order of preference. */
    public Listing<Value<String>> instanceTypes() {
        return list(INSTANCE_TYPES);
    }

    /** ON_DEMAND, SPOT or CAPACITY_BLOCK. */
    public Value<String> capacityType() {
        return get(CAPACITY_TYPE);
    }

    /** The smallest number of nodes. */
    public Value<Integer> minSize() {
        return get(MIN_SIZE);
    }

    /** The largest number of nodes. */
    public Value<Integer> maxSize() {
        return get(MAX_SIZE);
    }

    /** The number of nodes asked for. */
    public Value<Integer> desiredSize() {
        return get(DESIRED_SIZE);
    }

    /** How many nodes an update may take away at once. */
    public Value<Integer> maxUnavailable() {
        return get(MAX_UNAVAILABLE);
    }

    /** The same, in percent of the nodes. */
    public Value<Integer> maxUnavailablePercentage() {
        return get(MAX_UNAVAILABLE_PERCENTAGE);
    }

    /** DEFAULT or MINIMAL. */
    public Value<String> updateStrategy() {
        return get(UPDATE_STRATEGY);
    }

    /** The launch template. */
    public Value<Ref> launchTemplate() {
        return get(LAUNCH_TEMPLATE);
    }

    /** The version of the launch template: a number, {@code $Default} or {@code $Latest}. */
    public Value<String> launchTemplateVersion() {
        return get(LAUNCH_TEMPLATE_VERSION);
    }

    /** The security groups the nodes' interfaces end up with, when the group or its launch template names them. */
    public Listing<Ref> securityGroups() {
        return list(SECURITY_GROUPS);
    }

    /** The SSH key for remote access. */
    public Value<String> remoteAccessKey() {
        return get(REMOTE_ACCESS_KEY);
    }

    /** Who may use it. */
    public Listing<Ref> remoteAccessSecurityGroups() {
        return list(REMOTE_ACCESS_SECURITY_GROUPS);
    }

    /** The IAM role of the nodes. */
    public Value<String> nodeRole() {
        return get(NODE_ROLE);
    }

    /** The name or ARN of the instance profile of self-managed nodes, which has their role. */
    public Value<String> iamInstanceProfile() {
        return get(IAM_INSTANCE_PROFILE);
    }

    /** Whether eksctl places the nodes in private subnets. */
    public Value<Boolean> privateNetworking() {
        return get(PRIVATE_NETWORKING);
    }

    /** Whether the launch template gives nodes a public address. */
    public Value<Boolean> associatePublicIpAddress() {
        return get(ASSOCIATE_PUBLIC_IP_ADDRESS);
    }

    /** Whether the root volume is encrypted. */
    public Value<Boolean> volumeEncrypted() {
        return get(VOLUME_ENCRYPTED);
    }

    /** IMDS: {@code required} or {@code optional}. */
    public Value<String> httpTokens() {
        return get(HTTP_TOKENS);
    }

    /** IMDS: how many hops an answer may travel. */
    public Value<Integer> httpPutResponseHopLimit() {
        return get(HTTP_PUT_RESPONSE_HOP_LIMIT);
    }

    /** The allocation strategy of a self-managed Spot group. */
    public Value<String> spotAllocationStrategy() {
        return get(SPOT_ALLOCATION_STRATEGY);
    }

    /** Whether a self-managed Spot group rebalances. */
    public Value<Boolean> capacityRebalance() {
        return get(CAPACITY_REBALANCE);
    }

    /** Whether the group brings user data of its own; the data itself is never kept. */
    public Value<Boolean> userData() {
        return get(USER_DATA);
    }

    /** Whether that user data carries API server endpoint and certificate. */
    public Value<Boolean> bootstrapsCluster() {
        return get(BOOTSTRAPS_CLUSTER);
    }

    /** ACTIVE, DEGRADED, … */
    public Value<String> status() {
        return get(STATUS);
    }

    /** Codes of health issues that EKS reports. */
    public Listing<Value<String>> healthIssues() {
        return list(HEALTH_ISSUES);
    }

    /** When the group was created. */
    public Value<Instant> createdAt() {
        return get(CREATED_AT);
    }

    /** The tags. */
    public Value<Tags> tags() {
        return get(TAGS);
    }

    @Override
    public NodeGroup with(Attributes others) {
        return new NodeGroup(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NODEGROUP_NAME;
    }
}
