package io.github.ekslint.reader.terraform.plan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The modules that most configurations use. A plan does not say what their local values are made of, nor how their expressions choose
 * (<a href="https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws">vpc</a>,
 * <a href="https://registry.terraform.io/modules/terraform-aws-modules/eks/aws">eks</a>, up to version 21).
 */
final class KnownModules {

    private static final Pattern VPC = Pattern.compile("terraform-aws-modules/(?:terraform-aws-)?vpc\\b");
    private static final Pattern EKS = Pattern.compile("terraform-aws-modules/(?:terraform-aws-)?eks\\b");

    private static final Map<String, List<String>> OF_VPC = Map.of(
            "vpc_id", List.of("aws_vpc.this"),
            "public_route_table_ids", List.of("aws_route_table.public"),
            "private_route_table_ids", List.of("aws_route_table.private"));

    private static final Map<String, List<String>> OF_EKS = Map.of(
            "cluster_security_group_id", List.of("aws_security_group.cluster"),
            "security_group_id", List.of("aws_security_group.cluster"),
            "node_security_group_id", List.of("aws_security_group.node"),
            "cluster_role", List.of("aws_iam_role.this.arn"),
            "role_arn", List.of("aws_iam_role.this.arn"));

    private static final List<String> OWN_CALLS = List.of("eks_managed_node_group", "self_managed_node_group");

    /** Of its modules for node groups. */
    private static final Map<String, List<String>> OF_NODES = Map.of(
            "security_group_ids", List.of("var.cluster_primary_security_group_id", "var.vpc_security_group_ids"),
            "launch_template_id", List.of("aws_launch_template.this"));

    private static final Pattern OWN_RULE =
            Pattern.compile("(?:in|e)gress_(?:cluster|nodes|self)_.*|egress_(?:all|https|ntp_tcp|ntp_udp)");

    private KnownModules() {}

    /** What a local value of a module refers to; none when that is not known. */
    static List<String> local(PlanModule module, String name) {
        PlanModule parent = module.parent();
        String source = module.source();
        Map<String, List<String>> locals = VPC.matcher(source).find()
                ? OF_VPC
                : source.endsWith("-managed-node-group") && (isEks(module) || (parent != null && isEks(parent)))
                        ? OF_NODES
                        : isEks(module) ? OF_EKS : Map.of();
        return locals.getOrDefault(name, List.of());
    }

    /**
     * Whether it is the eks module, by its source or, in its own repository, by what it is made of: of several lists in one expression it
     * takes the first that is not empty.
     */
    static boolean isEks(PlanModule module) {
        boolean inRepository = module.source().startsWith("..")
                && OWN_CALLS.stream().allMatch(call -> module.calls(call))
                && module.declares("aws_eks_cluster.this");
        return inRepository || EKS.matcher(module.source()).find();
    }

    /** Whether a rule of a security group is the eks module's own: what its input adds does not change it. */
    static boolean isOwnRule(@Nullable String key) {
        return key != null && OWN_RULE.matcher(key).matches();
    }

    /** Whether a reference in the eks module is a switch, without which the expression gives nothing. */
    static boolean isSwitch(List<Part> reference) {
        return reference.size() == 3
                && reference.get(0).text().equals("each")
                && reference.get(2).text().startsWith("attach_");
    }
}
