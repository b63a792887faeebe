package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An EKS cluster, as the EKS API describes it (API_Cluster). */
public record Cluster(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws eks describe-cluster --name {id} --output json";

    /** The name, unique within account and Region. */
    public static final Attribute<Value<String>> NAME = Attribute.value("name", DESCRIBE);

    /** The Region code, such as {@code eu-west-1}. */
    public static final Attribute<Value<String>> REGION = Attribute.value("region", DESCRIBE);

    /** The 12-digit AWS account. */
    public static final Attribute<Value<String>> ACCOUNT_ID = Attribute.value("accountId", DESCRIBE);

    /** The ARN. */
    public static final Attribute<Value<String>> ARN = Attribute.value("arn", DESCRIBE);

    /** The Kubernetes minor version as written, such as {@code 1.34}. */
    public static final Attribute<Value<String>> VERSION = Attribute.value("version", DESCRIBE);

    /** Whether the version is written as text; {@code version: 1.30} in YAML is the number 1.3. */
    public static final Attribute<Value<Boolean>> VERSION_IS_TEXT = Attribute.value("versionIsText", "");

    /** The EKS platform version, such as {@code eks.12}. */
    public static final Attribute<Value<String>> PLATFORM_VERSION = Attribute.value("platformVersion", DESCRIBE);

    /** ACTIVE, CREATING, … */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** When the cluster was created. */
    public static final Attribute<Value<Instant>> CREATED_AT = Attribute.value("createdAt", DESCRIBE);

    /** Codes of health issues that EKS reports. */
    public static final Attribute<Listing<Value<String>>> HEALTH_ISSUES = Attribute.list("healthIssues", DESCRIBE);

    /** The VPC the cluster lives in. */
    public static final Attribute<Value<Ref>> VPC = Attribute.value("vpc", DESCRIBE);

    /** The cluster subnets: EKS places its network interfaces in some of them. */
    public static final Attribute<Listing<Ref>> SUBNET_IDS = Attribute.list("subnetIds", DESCRIBE);

    /** Additional security groups of the control-plane interfaces. */
    public static final Attribute<Listing<Ref>> SECURITY_GROUP_IDS = Attribute.list("securityGroupIds", DESCRIBE);

    /** The security group that EKS creates for the cluster. */
    public static final Attribute<Value<Ref>> CLUSTER_SECURITY_GROUP =
            Attribute.value("clusterSecurityGroup", DESCRIBE);

    /** Whether the API server endpoint is reachable from the internet. */
    public static final Attribute<Value<Boolean>> ENDPOINT_PUBLIC_ACCESS =
            Attribute.value("endpointPublicAccess", DESCRIBE);

    /** Whether the API server endpoint is reachable inside the VPC. */
    public static final Attribute<Value<Boolean>> ENDPOINT_PRIVATE_ACCESS =
            Attribute.value("endpointPrivateAccess", DESCRIBE);

    /** The CIDR blocks that may reach the public endpoint. */
    public static final Attribute<Listing<Value<String>>> PUBLIC_ACCESS_CIDRS =
            Attribute.list("publicAccessCidrs", DESCRIBE);

    /** The URL of the API server endpoint. */
    public static final Attribute<Value<String>> ENDPOINT = Attribute.value("endpoint", DESCRIBE);

    /** AWS_MANAGED, CUSTOMER_ROUTED or CUSTOMER_ISOLATED. */
    public static final Attribute<Value<String>> CONTROL_PLANE_EGRESS_MODE =
            Attribute.value("controlPlaneEgressMode", DESCRIBE);

    /** {@code ipv4} or {@code ipv6}. */
    public static final Attribute<Value<String>> IP_FAMILY = Attribute.value("ipFamily", DESCRIBE);

    /** The CIDR block that Services get their addresses from. */
    public static final Attribute<Value<String>> SERVICE_CIDR = Attribute.value("serviceCidr", DESCRIBE);

    /** The control-plane log types that are sent to CloudWatch Logs. */
    public static final Attribute<Listing<Value<String>>> LOGGING_TYPES = Attribute.list("loggingTypes", DESCRIBE);

    /** The customer's KMS key for Kubernetes API data. */
    public static final Attribute<Value<String>> ENCRYPTION_KEY_ARN = Attribute.value("encryptionKeyArn", DESCRIBE);

    /** CONFIG_MAP, API_AND_CONFIG_MAP or API. */
    public static final Attribute<Value<String>> AUTHENTICATION_MODE = Attribute.value("authenticationMode", DESCRIBE);

    /** Whether the creator becomes an administrator. */
    public static final Attribute<Value<Boolean>> BOOTSTRAP_CLUSTER_CREATOR_ADMIN_PERMISSIONS =
            Attribute.value("bootstrapClusterCreatorAdminPermissions", DESCRIBE);

    /** The cluster IAM role. */
    public static final Attribute<Value<String>> ROLE_ARN = Attribute.value("roleArn", DESCRIBE);

    /** STANDARD or EXTENDED. */
    public static final Attribute<Value<String>> SUPPORT_TYPE = Attribute.value("supportType", DESCRIBE);

    /** Whether EKS Auto Mode runs the compute. */
    public static final Attribute<Value<Boolean>> AUTO_MODE = Attribute.value("autoMode", DESCRIBE);

    /** The Outposts of a local cluster. */
    public static final Attribute<Listing<Value<String>>> OUTPOST_ARNS = Attribute.list("outpostArns", DESCRIBE);

    /** CIDR blocks of hybrid nodes. */
    public static final Attribute<Listing<Value<String>>> REMOTE_NODE_NETWORKS =
            Attribute.list("remoteNodeNetworks", DESCRIBE);

    /** CIDR blocks of pods on hybrid nodes. */
    public static final Attribute<Listing<Value<String>>> REMOTE_POD_NETWORKS =
            Attribute.list("remotePodNetworks", DESCRIBE);

    /** Whether the cluster refuses to be deleted. */
    public static final Attribute<Value<Boolean>> DELETION_PROTECTION = Attribute.value("deletionProtection", DESCRIBE);

    /** Whether zonal shift is enabled. */
    public static final Attribute<Value<Boolean>> ZONAL_SHIFT = Attribute.value("zonalShift", DESCRIBE);

    /** The URL that issues the tokens of service accounts. */
    public static final Attribute<Value<String>> OIDC_ISSUER = Attribute.value("oidcIssuer", DESCRIBE);

    /** Whether an IAM OIDC provider exists for the cluster's issuer. */
    public static final Attribute<Value<Boolean>> OIDC_PROVIDER =
            Attribute.value("oidcProvider", OidcProviders.DESCRIBE);

    /** Whether this is a registered external cluster that EKS does not run. */
    public static final Attribute<Value<Boolean>> CONNECTED = Attribute.value("connected", DESCRIBE);

    /** Whether eksctl's fully-private mode is on. */
    public static final Attribute<Value<Boolean>> PRIVATE_CLUSTER = Attribute.value("privateCluster", "");

    /** Whether the tool opens the traffic between control plane and nodes by itself. */
    public static final Attribute<Value<Boolean>> MANAGES_NODE_SECURITY_GROUP_RULES =
            Attribute.value("managesNodeSecurityGroupRules", "");

    /** Whether the cluster is known to be running already. */
    public static final Attribute<Value<Boolean>> EXISTS = Attribute.value("exists", "");

    /** Whether every managed node group of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> NODEGROUPS_LISTED =
            Attribute.value("nodegroupsListed", "aws eks list-nodegroups --cluster-name {id} --output json");

    /** Whether every Fargate profile of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> FARGATE_PROFILES_LISTED =
            Attribute.value("fargateProfilesListed", "aws eks list-fargate-profiles --cluster-name {id} --output json");

    /** Whether every EKS add-on of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> ADDONS_LISTED =
            Attribute.value("addonsListed", "aws eks list-addons --cluster-name {id} --output json");

    /** Whether every access entry of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> ACCESS_ENTRIES_LISTED =
            Attribute.value("accessEntriesListed", "aws eks list-access-entries --cluster-name {id} --output json");

    /** Whether every pod identity association of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> POD_IDENTITY_ASSOCIATIONS_LISTED = Attribute.value(
            "podIdentityAssociationsListed",
            "aws eks list-pod-identity-associations --cluster-name {id} --output json");

    /** The release of Karpenter that the tool installs with the cluster; not said when it installs none. */
    public static final Attribute<Value<String>> KARPENTER = Attribute.value("karpenter.version", "");

    /** Whether every update that EKS remembers of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> UPDATES_LISTED =
            Attribute.value("updatesListed", "aws eks list-updates --name {id} --output json");

    /** Whether every insight that EKS has of the cluster is in this estate. */
    public static final Attribute<Value<Boolean>> INSIGHTS_LISTED =
            Attribute.value("insightsListed", "aws eks list-insights --cluster-name {id} --output json");

    /** The names of all clusters of its account and Region, its own among them. */
    public static final Attribute<Listing<Value<String>>> CLUSTERS_OF_REGION =
            Attribute.list("clustersOfRegion", "aws eks list-clusters --region {region} --output json");

    /** The tags. */
    public static final Attribute<Value<Tags>> TAGS = Attribute.value("tags", DESCRIBE);

    /** The name, unique within account and Region. */
    public Value<String> name() {
        return get(NAME);
    }

    /** The Region code, such as {@code eu-west-1}. */
    public Value<String> region() {
        return get(REGION);
    }

    /** The 12-digit AWS account. */
    public Value<String> accountId() {
        return get(ACCOUNT_ID);
    }

    /** The ARN. */
    public Value<String> arn() {
        return get(ARN);
    }

    /** The Kubernetes minor version as written, such as {@code 1.34}. */
    public Value<String> version() {
        return get(VERSION);
    }

    /** Whether the version is written as text; {@code version: 1.30} in YAML is the number 1.3. */
    public Value<Boolean> versionIsText() {
        return get(VERSION_IS_TEXT);
    }

    /** The EKS platform version, such as {@code eks.12}. */
    public Value<String> platformVersion() {
        return get(PLATFORM_VERSION);
    }

    /** ACTIVE, CREATING, … */
    public Value<String> status() {
        return get(STATUS);
    }

    /** When the cluster was created. */
    public Value<Instant> createdAt() {
        return get(CREATED_AT);
    }

    /** Codes of health issues that EKS reports. */
    public Listing<Value<String>> healthIssues() {
        return list(HEALTH_ISSUES);
    }

    /** The VPC the cluster lives in. */
    public Value<Ref> vpc() {
        return get(VPC);
    }

    /** The cluster subnets: EKS places its network interfaces in some of them. */
    public Listing<Ref> subnetIds() {
        return list(SUBNET_IDS);
    }

    /** Additional security groups of the control-plane interfaces. */
    public Listing<Ref> securityGroupIds() {
        return list(SECURITY_GROUP_IDS);
    }

    /** The security group that EKS creates for the cluster. */
    public Value<Ref> clusterSecurityGroup() {
        return get(CLUSTER_SECURITY_GROUP);
    }

    /** Whether the API server endpoint is reachable from the internet. */
    public Value<Boolean> endpointPublicAccess() {
        return get(ENDPOINT_PUBLIC_ACCESS);
    }

    /** Whether the API server endpoint is reachable inside the VPC. */
    public Value<Boolean> endpointPrivateAccess() {
        return get(ENDPOINT_PRIVATE_ACCESS);
    }

    /** The CIDR blocks that may reach the public endpoint. */
    public Listing<Value<String>> publicAccessCidrs() {
        return list(PUBLIC_ACCESS_CIDRS);
    }

    /** The URL of the API server endpoint. */
    public Value<String> endpoint() {
        return get(ENDPOINT);
    }

    /** AWS_MANAGED, CUSTOMER_ROUTED or CUSTOMER_ISOLATED. */
    public Value<String> controlPlaneEgressMode() {
        return get(CONTROL_PLANE_EGRESS_MODE);
    }

    /** {@code ipv4} or {@code ipv6}. */
    public Value<String> ipFamily() {
        return get(IP_FAMILY);
    }

    /** The CIDR block that Services get their addresses from. */
    public Value<String> serviceCidr() {
        return get(SERVICE_CIDR);
    }

    /** The control-plane log types that are sent to CloudWatch Logs. */
    public Listing<Value<String>> loggingTypes() {
        return list(LOGGING_TYPES);
    }

    /** The customer's KMS key for Kubernetes API data. */
    public Value<String> encryptionKeyArn() {
        return get(ENCRYPTION_KEY_ARN);
    }

    /** CONFIG_MAP, API_AND_CONFIG_MAP or API. */
    public Value<String> authenticationMode() {
        return get(AUTHENTICATION_MODE);
    }

    /** Whether the creator becomes an administrator. */
    public Value<Boolean> bootstrapClusterCreatorAdminPermissions() {
        return get(BOOTSTRAP_CLUSTER_CREATOR_ADMIN_PERMISSIONS);
    }

    /** The cluster IAM role. */
    public Value<String> roleArn() {
        return get(ROLE_ARN);
    }

    /** STANDARD or EXTENDED. */
    public Value<String> supportType() {
        return get(SUPPORT_TYPE);
    }

    /** Whether EKS Auto Mode runs the compute. */
    public Value<Boolean> autoMode() {
        return get(AUTO_MODE);
    }

    /** The Outposts of a local cluster. */
    public Listing<Value<String>> outpostArns() {
        return list(OUTPOST_ARNS);
    }

    /** CIDR blocks of hybrid nodes. */
    public Listing<Value<String>> remoteNodeNetworks() {
        return list(REMOTE_NODE_NETWORKS);
    }

    /** CIDR blocks of pods on hybrid nodes. */
    public Listing<Value<String>> remotePodNetworks() {
        return list(REMOTE_POD_NETWORKS);
    }

    /** Whether the cluster refuses to be deleted. */
    public Value<Boolean> deletionProtection() {
        return get(DELETION_PROTECTION);
    }

    /** Whether zonal shift is enabled. */
    public Value<Boolean> zonalShift() {
        return get(ZONAL_SHIFT);
    }

    /** The URL that issues the tokens of service accounts. */
    public Value<String> oidcIssuer() {
        return get(OIDC_ISSUER);
    }

    /** Whether an IAM OIDC provider exists for the cluster's issuer. */
    public Value<Boolean> oidcProvider() {
        return get(OIDC_PROVIDER);
    }

    /** Whether this is a registered external cluster that EKS does not run. */
    public Value<Boolean> connected() {
        return get(CONNECTED);
    }

    /** Whether eksctl's fully-private mode is on. */
    public Value<Boolean> privateCluster() {
        return get(PRIVATE_CLUSTER);
    }

    /** Whether the tool opens the traffic between control plane and nodes by itself. */
    public Value<Boolean> managesNodeSecurityGroupRules() {
        return get(MANAGES_NODE_SECURITY_GROUP_RULES);
    }

    /** Whether the cluster is known to be running already. */
    public Value<Boolean> exists() {
        return get(EXISTS);
    }

    /** Whether every managed node group of the cluster is in this estate. */
    public Value<Boolean> nodegroupsListed() {
        return get(NODEGROUPS_LISTED);
    }

    /** Whether every Fargate profile of the cluster is in this estate. */
    public Value<Boolean> fargateProfilesListed() {
        return get(FARGATE_PROFILES_LISTED);
    }

    /** Whether every EKS add-on of the cluster is in this estate. */
    public Value<Boolean> addonsListed() {
        return get(ADDONS_LISTED);
    }

    /** Whether every access entry of the cluster is in this estate. */
    public Value<Boolean> accessEntriesListed() {
        return get(ACCESS_ENTRIES_LISTED);
    }

    /** Whether every pod identity association of the cluster is in this estate. */
    public Value<Boolean> podIdentityAssociationsListed() {
        return get(POD_IDENTITY_ASSOCIATIONS_LISTED);
    }

    /** The release of Karpenter that the tool installs with the cluster; not said when it installs none. */
    public Value<String> karpenter() {
        return get(KARPENTER);
    }

    /** Whether every update that EKS remembers of the cluster is in this estate. */
    public Value<Boolean> updatesListed() {
        return get(UPDATES_LISTED);
    }

    /** Whether every insight that EKS has of the cluster is in this estate. */
    public Value<Boolean> insightsListed() {
        return get(INSIGHTS_LISTED);
    }

    /** The names of all clusters of its account and Region, its own among them. */
    public Listing<Value<String>> clustersOfRegion() {
        return list(CLUSTERS_OF_REGION);
    }

    /** The tags. */
    public Value<Tags> tags() {
        return get(TAGS);
    }

    /** Whether its Region is one of these. */
    public Truth isIn(java.util.List<String> regions) {
        return region().is("region", regions::contains);
    }

    @Override
    public Cluster with(Attributes others) {
        return new Cluster(key, place, existence, cluster, others);
    }

    @Override
    public Set<Attribute<?>> identity() {
        return Set.of(NAME, REGION, ACCOUNT_ID, EXISTS, CONNECTED);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NAME;
    }
}
