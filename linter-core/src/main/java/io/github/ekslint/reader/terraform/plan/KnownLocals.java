package io.github.ekslint.reader.terraform.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Local values of the modules that most configurations use: a plan does not say what local values are made of
 * (<a href="https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws">vpc</a>,
 * <a href="https://registry.terraform.io/modules/terraform-aws-modules/eks/aws">eks</a>).
 */
final class KnownLocals {

    private static final List<Entry> MODULES = List.of(
            new Entry(
                    Pattern.compile("terraform-aws-modules/(?:terraform-aws-)?vpc\\b"),
                    Map.of(
                            "vpc_id", "aws_vpc.this",
                            "public_route_table_ids", "aws_route_table.public",
                            "private_route_table_ids", "aws_route_table.private")),
            new Entry(
                    Pattern.compile("terraform-aws-modules/(?:terraform-aws-)?eks\\b"),
                    Map.of(
                            "cluster_security_group_id", "aws_security_group.cluster",
                            "security_group_id", "aws_security_group.cluster",
                            "node_security_group_id", "aws_security_group.node",
                            "cluster_role", "aws_iam_role.this.arn",
                            "role_arn", "aws_iam_role.this.arn")));

    private KnownLocals() {}

    private record Entry(Pattern source, Map<String, String> locals) {}

    /** What a local value of a module refers to; empty when that is not known. */
    static Optional<String> of(PlanModule module, String local) {
        return MODULES.stream()
                .filter(e -> e.source().matcher(module.source()).find())
                .flatMap(e -> Optional.ofNullable(e.locals().get(local)).stream())
                .findFirst();
    }
}
