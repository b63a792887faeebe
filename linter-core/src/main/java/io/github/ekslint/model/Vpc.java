package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A VPC, as the EC2 API describes it (API_Vpc). */
public record Vpc(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-vpcs --vpc-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> VPC_ID = Attribute.value("vpcId", DESCRIBE);

    /** The Region code. */
    public static final Attribute<Value<String>> REGION = Attribute.value("region", "");

    /** The IPv4 CIDR blocks. */
    public static final Attribute<Listing<Value<String>>> CIDR_BLOCKS = Attribute.list("cidrBlocks", DESCRIBE);

    /** The IPv6 CIDR blocks. */
    public static final Attribute<Listing<Value<String>>> IPV6_CIDR_BLOCKS = Attribute.list("ipv6CidrBlocks", DESCRIBE);

    /** Whether the Amazon DNS server answers in the VPC. */
    public static final Attribute<Value<Boolean>> ENABLE_DNS_SUPPORT = Attribute.value(
            "enableDnsSupport",
            "aws ec2 describe-vpc-attribute --vpc-id {id} --attribute enableDnsSupport --output json");

    /** Whether instances get DNS host names. */
    public static final Attribute<Value<Boolean>> ENABLE_DNS_HOSTNAMES = Attribute.value(
            "enableDnsHostnames",
            "aws ec2 describe-vpc-attribute --vpc-id {id} --attribute enableDnsHostnames --output json");

    /** The DHCP option set. */
    public static final Attribute<Value<Ref>> DHCP_OPTIONS = Attribute.value("dhcpOptions", DESCRIBE);

    /** Whether it is the default VPC of its Region. */
    public static final Attribute<Value<Boolean>> IS_DEFAULT = Attribute.value("isDefault", DESCRIBE);

    /** Whether every subnet of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> SUBNETS_LISTED = Attribute.value(
            "subnetsListed", "aws ec2 describe-subnets --filters Name=vpc-id,Values={id} --output json");

    /** Whether every security group of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> SECURITY_GROUPS_LISTED = Attribute.value(
            "securityGroupsListed", "aws ec2 describe-security-groups --filters Name=vpc-id,Values={id} --output json");

    /** Whether every VPC endpoint of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> ENDPOINTS_LISTED = Attribute.value(
            "endpointsListed", "aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values={id} --output json");

    /** Whether every route table of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> ROUTE_TABLES_LISTED = Attribute.value(
            "routeTablesListed", "aws ec2 describe-route-tables --filters Name=vpc-id,Values={id} --output json");

    /** Whether every NAT gateway of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> NAT_GATEWAYS_LISTED = Attribute.value(
            "natGatewaysListed", "aws ec2 describe-nat-gateways --filter Name=vpc-id,Values={id} --output json");

    /** Whether every attachment of the VPC to a transit gateway is in this estate. */
    public static final Attribute<Value<Boolean>> TRANSIT_GATEWAY_ATTACHMENTS_LISTED = Attribute.value(
            "transitGatewayAttachmentsListed",
            "aws ec2 describe-transit-gateway-vpc-attachments --filters Name=vpc-id,Values={id} --output json");

    /** Whether every network ACL of the VPC is in this estate. */
    public static final Attribute<Value<Boolean>> NETWORK_ACLS_LISTED = Attribute.value(
            "networkAclsListed", "aws ec2 describe-network-acls --filters Name=vpc-id,Values={id} --output json");

    /** The tags. */
    public static final Attribute<Value<Tags>> TAGS = Attribute.value("tags", DESCRIBE);

    /** The id. */
    public Value<String> vpcId() {
        return get(VPC_ID);
    }

    /** The Region code. */
    public Value<String> region() {
        return get(REGION);
    }

    /** The IPv4 CIDR blocks. */
    public Listing<Value<String>> cidrBlocks() {
        return list(CIDR_BLOCKS);
    }

    /** The IPv6 CIDR blocks. */
    public Listing<Value<String>> ipv6CidrBlocks() {
        return list(IPV6_CIDR_BLOCKS);
    }

    /** Whether the Amazon DNS server answers in the VPC. */
    public Value<Boolean> enableDnsSupport() {
        return get(ENABLE_DNS_SUPPORT);
    }

    /** Whether instances get DNS host names. */
    public Value<Boolean> enableDnsHostnames() {
        return get(ENABLE_DNS_HOSTNAMES);
    }

    /** The DHCP option set. */
    public Value<Ref> dhcpOptions() {
        return get(DHCP_OPTIONS);
    }

    /** Whether it is the default VPC of its Region. */
    public Value<Boolean> isDefault() {
        return get(IS_DEFAULT);
    }

    /** Whether every subnet of the VPC is in this estate. */
    public Value<Boolean> subnetsListed() {
        return get(SUBNETS_LISTED);
    }

    /** Whether every security group of the VPC is in this estate. */
    public Value<Boolean> securityGroupsListed() {
        return get(SECURITY_GROUPS_LISTED);
    }

    /** Whether every VPC endpoint of the VPC is in this estate. */
    public Value<Boolean> endpointsListed() {
        return get(ENDPOINTS_LISTED);
    }

    /** Whether every route table of the VPC is in this estate. */
    public Value<Boolean> routeTablesListed() {
        return get(ROUTE_TABLES_LISTED);
    }

    /** Whether every NAT gateway of the VPC is in this estate. */
    public Value<Boolean> natGatewaysListed() {
        return get(NAT_GATEWAYS_LISTED);
    }

    /** Whether every attachment of the VPC to a transit gateway is in this estate. */
    public Value<Boolean> transitGatewayAttachmentsListed() {
        return get(TRANSIT_GATEWAY_ATTACHMENTS_LISTED);
    }

    /** Whether every network ACL of the VPC is in this estate. */
    public Value<Boolean> networkAclsListed() {
        return get(NETWORK_ACLS_LISTED);
    }

    /** The tags. */
    public Value<Tags> tags() {
        return get(TAGS);
    }

    @Override
    public Vpc with(Attributes others) {
        return new Vpc(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return VPC_ID;
    }
}
