package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.source.Node;
import io.github.ekslint.source.Pointer;
import io.github.ekslint.source.Pruning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of a plan or a state is needed: resources that can matter to a cluster, as they will be. */
public final class PlanPruning implements Pruning {

    private static final String CHANGES = "resource_changes";
    private static final String PLANNED = "planned_values";
    private static final String TYPE = "type";

    /** The type of which it matters what it was before the plan. */
    static final String CLUSTER = "aws_eks_cluster";

    private static final Set<String> LEFT_OUT =
            Set.of("resource_drift", "output_changes", "relevant_attributes", "checks", "proposed_unknown");

    private static final Set<String> BEFORE = Set.of("before", "before_sensitive", "before_identity");

    /** How the types that are read, or that references lead through, begin. */
    private static final List<String> NEEDED = List.of(
            "aws_eks_",
            "aws_vpc",
            "aws_default_",
            "aws_subnet",
            "aws_route",
            "aws_main_route_table_association",
            "aws_internet_gateway",
            "aws_egress_only_internet_gateway",
            "aws_nat_gateway",
            "aws_eip",
            "aws_vpn_gateway",
            "aws_ec2_",
            "aws_security_group",
            "aws_network_acl",
            "aws_launch_",
            "aws_autoscaling_group",
            "aws_iam_role",
            "aws_iam_policy",
            "aws_kms_key",
            "aws_partition",
            "aws_iam_openid_connect_provider",
            "aws_iam_instance_profile",
            "aws_region",
            "aws_caller_identity",
            "aws_availability_zones",
            "aws_ssm_parameter",
            "aws_ami",
            "time_sleep",
            "null_resource",
            "terraform_data");

    /** Found through {@link java.util.ServiceLoader}. */
    public PlanPruning() {}

    @Override
    public Optional<Cut> of(Set<String> members) {
        boolean plan = members.contains("format_version")
                && (members.contains(CHANGES) || members.contains(PLANNED) || members.contains("values"));
        return plan ? Optional.of(new PlanCut(members.contains(CHANGES))) : Optional.empty();
    }

    /** Whether resources of a type can matter. */
    static boolean isNeeded(String type) {
        return NEEDED.stream().anyMatch(type::startsWith);
    }

    private static final class PlanCut implements Cut {

        private final boolean changes;
        private boolean inCluster;

        /**
         * @param changes whether the plan lists changes, which say more than the planned values
         */
        private PlanCut(boolean changes) {
            this.changes = changes;
        }

        @Override
        public boolean builds(Pointer mapping, String key, Map<String, Node.Entry> before) {
            if (mapping.parent() == null) {
                return !LEFT_OUT.contains(key) && !(changes && key.equals(PLANNED));
            }
            if (mapping.token().equals("change")) {
                return !BEFORE.contains(key) || (inCluster && key.equals("before"));
            }
            Pointer list = mapping.parent();
            boolean resource = list.token().equals("resources") || list.token().equals(CHANGES);
            if (resource && key.equals("change")) {
                inCluster = text(before, TYPE).filter(CLUSTER::equals).isPresent();
            }
            return !resource || text(before, TYPE).map(PlanPruning::isNeeded).orElse(true);
        }

        @Override
        public boolean keeps(Node.Mapping item) {
            Pointer list = item.place().pointer().parent();
            if (list == null
                    || !(list.token().equals("resources") || list.token().equals(CHANGES))) {
                return true;
            }
            boolean managed = item.text("mode").filter("managed"::equals).isPresent();
            return item.text(TYPE).map(PlanPruning::isNeeded).orElse(true) && !(managed && isPrior(list));
        }

        private static boolean isPrior(Pointer pointer) {
            Pointer top = pointer;
            for (Pointer up = pointer.parent(); up != null && up.parent() != null; up = up.parent()) {
                top = up;
            }
            return top.token().equals("prior_state");
        }

        private static Optional<String> text(Map<String, Node.Entry> members, String key) {
            return Optional.ofNullable(members.get(key))
                    .flatMap(e -> e.value().asScalar())
                    .map(Node.Scalar::text);
        }
    }
}
