package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Target;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an attribute of a resource that is not known before it is applied stands for. */
public final class TfTargets {

    /** Attributes by which other resources refer to one, beside {@code id}. */
    private static final Map<String, Set<String>> IDS = Map.of(
            "aws_eks_cluster", Set.of("name"),
            "aws_launch_template", Set.of("name"),
            "aws_iam_role", Set.of("arn", "name"),
            "aws_iam_instance_profile", Set.of("arn", "name"),
            "aws_iam_policy", Set.of("arn"),
            "aws_kms_key", Set.of("arn", "key_id"),
            "aws_autoscaling_group", Set.of("name"));

    private TfTargets() {}

    /**
     * What an attribute names.
     *
     * @param attribute by its name; of a nested block with a dot, such as {@code vpc_config.cluster_security_group_id}
     */
    public static Target of(String type, String address, String attribute) {
        String key = TfResource.key(type, address);
        if (attribute.equals("id") || IDS.getOrDefault(type, Set.of()).contains(attribute)) {
            return Target.id(key);
        }
        return new Target(key, attribute, implied(type, key, attribute));
    }

    private static @Nullable String implied(String type, String key, String attribute) {
        return switch (type + "." + attribute) {
            case "aws_eks_cluster.vpc_config.cluster_security_group_id" -> clusterSecurityGroup(key);
            case "aws_vpc.default_security_group_id" -> defaultSecurityGroup(key);
            case "aws_vpc.main_route_table_id", "aws_vpc.default_route_table_id" -> mainRouteTable(key);
            case "aws_vpc.default_network_acl_id" -> defaultNetworkAcl(key);
            default -> null;
        };
    }

    /** An attribute that is known only after the apply. */
    public static Datum knownAfterApply(String type, String address, String attribute, List<Place> places) {
        return Datum.Text.gap(gap(type, address, attribute), places);
    }

    /** Why an attribute is not known. */
    public static Gap gap(String type, String address, String attribute) {
        return Gap.because("%s of %s is known only after the apply".formatted(attribute, address))
                .as(new Symbol(type + " " + attribute, address))
                .of(of(type, address, attribute))
                .butNot(Set.of(""));
    }

    /** The key of the security group that EKS creates for a cluster. */
    static String clusterSecurityGroup(String cluster) {
        return "SecurityGroup/" + rest(cluster) + ".cluster_security_group_id";
    }

    /** The key of the security group that EC2 creates for a VPC. */
    static String defaultSecurityGroup(String vpc) {
        return "SecurityGroup/" + rest(vpc) + ".default_security_group_id";
    }

    /** The key of the route table that EC2 creates for a VPC. */
    static String mainRouteTable(String vpc) {
        return "RouteTable/" + rest(vpc) + ".main_route_table_id";
    }

    /** The key of the network ACL that EC2 creates for a VPC. */
    static String defaultNetworkAcl(String vpc) {
        return "NetworkAcl/" + rest(vpc) + ".default_network_acl_id";
    }

    private static String rest(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
