package io.github.ekslint.reader.terraform.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an attribute of the AWS provider refers to, by its name. */
final class Expected {

    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("vpc_id", Set.of("aws_vpc", "aws_default_vpc")),
            Map.entry("subnet_id", Set.of("aws_subnet", "aws_default_subnet")),
            Map.entry("route_table_id", Set.of("aws_route_table", "aws_default_route_table", "aws_vpc")),
            Map.entry("nat_gateway_id", Set.of("aws_nat_gateway")),
            Map.entry("egress_only_gateway_id", Set.of("aws_egress_only_internet_gateway")),
            Map.entry("gateway_id", Set.of("aws_internet_gateway", "aws_vpn_gateway", "aws_ec2_carrier_gateway")),
            Map.entry("transit_gateway_id", Set.of("aws_ec2_transit_gateway")),
            Map.entry(
                    "security_group_id",
                    Set.of("aws_security_group", "aws_default_security_group", "aws_eks_cluster", "aws_vpc")),
            Map.entry("network_acl_id", Set.of("aws_network_acl", "aws_default_network_acl", "aws_vpc")),
            Map.entry("dhcp_options_id", Set.of("aws_vpc_dhcp_options")),
            Map.entry("cluster_name", Set.of("aws_eks_cluster")),
            Map.entry("launch_template", Set.of("aws_launch_template")),
            Map.entry("role_arn", Set.of("aws_iam_role")),
            Map.entry("policy_arn", Set.of("aws_iam_policy")),
            Map.entry("assume_role_policy", Set.of("aws_iam_policy_document")),
            Map.entry("key_arn", Set.of("aws_kms_key")));

    private static final Map<String, String> ALIKE = Map.ofEntries(
            Map.entry("subnet_ids", "subnet_id"),
            Map.entry("subnets", "subnet_id"),
            Map.entry("vpc_zone_identifier", "subnet_id"),
            Map.entry("route_table_ids", "route_table_id"),
            Map.entry("security_group_ids", "security_group_id"),
            Map.entry("vpc_security_group_ids", "security_group_id"),
            Map.entry("source_security_group_id", "security_group_id"),
            Map.entry("source_security_group_ids", "security_group_id"),
            Map.entry("referenced_security_group_id", "security_group_id"),
            Map.entry("security_groups", "security_group_id"),
            Map.entry("role", "role_arn"),
            Map.entry("roles", "role_arn"),
            Map.entry("policy", "assume_role_policy"),
            Map.entry("node_role_arn", "role_arn"),
            Map.entry("pod_execution_role_arn", "role_arn"),
            Map.entry("service_account_role_arn", "role_arn"));

    private static final Set<String> LISTS = Set.of(
            "subnet_ids",
            "subnets",
            "vpc_zone_identifier",
            "route_table_ids",
            "security_group_ids",
            "vpc_security_group_ids",
            "source_security_group_ids",
            "security_groups",
            "cidr_blocks",
            "ipv6_cidr_blocks",
            "public_access_cidrs",
            "prefix_list_ids",
            "instance_types",
            "availability_zones",
            "ids",
            "names",
            "zone_ids",
            "ingress",
            "egress",
            "policy_arns",
            "roles",
            "managed_policy_arns");

    private Expected() {}

    /** The types of resources whose id the attribute holds; empty when the name does not tell. */
    static Set<String> types(List<String> path) {
        String last = path.get(path.size() - 1);
        boolean ofTemplate = path.size() > 1
                && path.contains("launch_template")
                && (last.equals("id") || last.equals("name") || last.equals("version"));
        String name =
                ofTemplate || last.startsWith("launch_template_") ? "launch_template" : ALIKE.getOrDefault(last, last);
        return TYPES.getOrDefault(name, Set.of());
    }

    /** Whether the attribute holds a list. */
    static boolean isList(List<String> path) {
        return LISTS.contains(path.get(path.size() - 1));
    }

    /** Which attribute is meant when a reference names a whole resource. */
    static String attribute(List<String> path) {
        String last = path.get(path.size() - 1);
        return last.endsWith("arn") || last.endsWith("arns") ? "arn" : "id";
    }
}
