package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** One version of a launch template, as the EC2 API describes it (API_ResponseLaunchTemplateData). */
public record LaunchTemplate(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "aws ec2 describe-launch-template-versions --launch-template-id {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> LAUNCH_TEMPLATE_ID = Attribute.value("launchTemplateId", DESCRIBE);

    /** The name. */
    public static final Attribute<Value<String>> LAUNCH_TEMPLATE_NAME = Attribute.value("launchTemplateName", DESCRIBE);

    /** Which version this is. */
    public static final Attribute<Value<String>> VERSION_NUMBER = Attribute.value("versionNumber", DESCRIBE);

    /** Whether groups that name no version, or {@code $Default}, get this one. */
    public static final Attribute<Value<Boolean>> DEFAULT_VERSION = Attribute.value("defaultVersion", DESCRIBE);

    /** The image. */
    public static final Attribute<Value<String>> IMAGE_ID = Attribute.value("imageId", DESCRIBE);

    /** The instance type. */
    public static final Attribute<Value<String>> INSTANCE_TYPE = Attribute.value("instanceType", DESCRIBE);

    /** The security groups of the instance. */
    public static final Attribute<Listing<Ref>> SECURITY_GROUP_IDS = Attribute.list("securityGroupIds", DESCRIBE);

    /** The security groups of its network interfaces. */
    public static final Attribute<Listing<Ref>> NETWORK_INTERFACE_GROUPS =
            Attribute.list("networkInterfaceGroups", DESCRIBE);

    /** Whether an interface gets a public address. */
    public static final Attribute<Value<Boolean>> ASSOCIATE_PUBLIC_IP_ADDRESS =
            Attribute.value("associatePublicIpAddress", DESCRIBE);

    /** IMDS: {@code required} or {@code optional}. */
    public static final Attribute<Value<String>> HTTP_TOKENS = Attribute.value("httpTokens", DESCRIBE);

    /** IMDS: how many hops an answer may travel. */
    public static final Attribute<Value<Integer>> HTTP_PUT_RESPONSE_HOP_LIMIT =
            Attribute.value("httpPutResponseHopLimit", DESCRIBE);

    /** Whether every block device is encrypted. */
    public static final Attribute<Value<Boolean>> VOLUME_ENCRYPTED = Attribute.value("volumeEncrypted", DESCRIBE);

    /** The instance profile. */
    public static final Attribute<Value<String>> IAM_INSTANCE_PROFILE = Attribute.value("iamInstanceProfile", DESCRIBE);

    /** Whether there is user data; the data itself is never kept. */
    public static final Attribute<Value<Boolean>> USER_DATA = Attribute.value("userData", DESCRIBE);

    /** Whether that user data carries API server endpoint and certificate. */
    public static final Attribute<Value<Boolean>> BOOTSTRAPS_CLUSTER = Attribute.value("bootstrapsCluster", DESCRIBE);

    /** {@code spot} or {@code capacity-block}. */
    public static final Attribute<Value<String>> MARKET_TYPE = Attribute.value("marketType", DESCRIBE);

    /** A subnet, which managed node groups refuse. */
    public static final Attribute<Value<String>> SUBNET_ID = Attribute.value("subnetId", DESCRIBE);

    /** What records the launch template of that id or name, which is a word of a shell. */
    public static Settlement describe(String id) {
        return Settlement.command(described(DESCRIBE, id));
    }

    private static String described(String template, String id) {
        boolean isName = !id.startsWith("lt-") && !id.startsWith("<");
        return (isName ? template.replace("--launch-template-id", "--launch-template-name") : template)
                .replace("{id}", id);
    }

    /** A template may be known by its name only. */
    @Override
    public String command(String template, String id) {
        return described(template, id);
    }

    /** The id. */
    public Value<String> launchTemplateId() {
        return get(LAUNCH_TEMPLATE_ID);
    }

    /** The name. */
    public Value<String> launchTemplateName() {
        return get(LAUNCH_TEMPLATE_NAME);
    }

    /** Which version this is. */
    public Value<String> versionNumber() {
        return get(VERSION_NUMBER);
    }

    /** Whether groups that name no version, or {@code $Default}, get this one. */
    public Value<Boolean> defaultVersion() {
        return get(DEFAULT_VERSION);
    }

    /** The image. */
    public Value<String> imageId() {
        return get(IMAGE_ID);
    }

    /** The instance type. */
    public Value<String> instanceType() {
        return get(INSTANCE_TYPE);
    }

    /** The security groups of the instance. */
    public Listing<Ref> securityGroupIds() {
        return list(SECURITY_GROUP_IDS);
    }

    /** The security groups of its network interfaces. */
    public Listing<Ref> networkInterfaceGroups() {
        return list(NETWORK_INTERFACE_GROUPS);
    }

    /** Whether an interface gets a public address. */
    public Value<Boolean> associatePublicIpAddress() {
        return get(ASSOCIATE_PUBLIC_IP_ADDRESS);
    }

    /** IMDS: {@code required} or {@code optional}. */
    public Value<String> httpTokens() {
        return get(HTTP_TOKENS);
    }

    /** IMDS: how many hops an answer may travel. */
    public Value<Integer> httpPutResponseHopLimit() {
        return get(HTTP_PUT_RESPONSE_HOP_LIMIT);
    }

    /** Whether every block device is encrypted. */
    public Value<Boolean> volumeEncrypted() {
        return get(VOLUME_ENCRYPTED);
    }

    /** The instance profile. */
    public Value<String> iamInstanceProfile() {
        return get(IAM_INSTANCE_PROFILE);
    }

    /** Whether there is user data; the data itself is never kept. */
    public Value<Boolean> userData() {
        return get(USER_DATA);
    }

    /** Whether that user data carries API server endpoint and certificate. */
    public Value<Boolean> bootstrapsCluster() {
        return get(BOOTSTRAPS_CLUSTER);
    }

    /** {@code spot} or {@code capacity-block}. */
    public Value<String> marketType() {
        return get(MARKET_TYPE);
    }

    /** A subnet, which managed node groups refuse. */
    public Value<String> subnetId() {
        return get(SUBNET_ID);
    }

    @Override
    public LaunchTemplate with(Attributes others) {
        return new LaunchTemplate(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return LAUNCH_TEMPLATE_ID;
    }
}
