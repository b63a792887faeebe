package io.github.ekslint.reader.terraform.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls of the modules of the registry make, by major version. */
class RegistryTest {

    private static final String NETWORK =
            """
            data "aws_availability_zones" "z" {}
            module "vpc" {
              source             = "terraform-aws-modules/vpc/aws"
              version            = "%s"
              azs                = slice(data.aws_availability_zones.z.names, 0, 2)
              private_subnets    = ["10.0.0.0/20", "10.0.16.0/20"]
              public_subnets     = ["10.0.32.0/24", "10.0.33.0/24"]
              enable_nat_gateway = true
              %s
            }
            """;

    private static Modules network(String version, String more) {
        return Modules.of(NETWORK.formatted(version, more));
    }

    private static Modules cluster(int version, String more) {
        String prefix = version < 21 ? "cluster_" : "";
        String versionOf = version < 21 ? "cluster_version" : "kubernetes_version";
        return Modules.of(
                """
                module "eks" {
                  source  = "terraform-aws-modules/eks/aws"
                  version = "~> %d.0"
                  %sname  = "shop"
                  %s      = "1.33"
                  vpc_id  = "vpc-1"
                  %s      = ["subnet-1", "subnet-2"]
                  %s
                }
                """
                        .formatted(version, prefix, versionOf, version == 17 ? "subnets" : "subnet_ids", more));
    }

    @ParameterizedTest
    @CsvSource({
        "~> 20.0, 20",
        "~> 20.8.1, 20",
        "20.1.0, 20",
        "= 20.1.0, 20",
        "v20.1, 20",
        "'>= 20.0, < 21.0', 20",
        "'>= 20.1.3, < 21', 20",
        "'~> 19.5, != 19.7', 19",
        "~> 20, ",
        ">= 19.0, ",
        "'>= 19, < 21', ",
        "latest, "
    })
    void aConstraintAllowsOneMajorVersionOrSeveral(String constraint, Integer major) {
        assertThat(Registry.major(constraint)).isEqualTo(Optional.ofNullable(major));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git::https://github.com/terraform-aws-modules/terraform-aws-vpc.git?ref=v5.8.1",
                "github.com/terraform-aws-modules/terraform-aws-vpc?ref=v5.0.0",
                "git@github.com:terraform-aws-modules/terraform-aws-vpc.git?ref=5.1.0",
                "git::ssh://git@github.com/terraform-aws-modules/terraform-aws-vpc.git?depth=1&ref=v5.2.0"
            })
    void aTagOfTheRepositoryIsAVersion(String source) {
        Modules module = Modules.of("module \"vpc\" { source = \"%s\" }".formatted(source));
        assertThat(module.attribute("module.vpc.aws_vpc.this[0]", "enable_dns_hostnames"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/terraform-aws-modules/terraform-aws-vpc",
                "github.com/terraform-aws-modules/terraform-aws-vpc?ref=master",
                "github.com/acme/terraform-aws-vpc?ref=v5.0.0"
            })
    void aBranchOrAForkIsNotGuessed(String source) {
        assertThat(Modules.of("module \"vpc\" { source = \"%s\" }".formatted(source))
                        .resources())
                .isEmpty();
    }

    @Test
    void aNodeGroupByItselfAttachesTheGroupsThatTheCallNames() {
        Modules module = Modules.of(
                """
                module "nodes" {
                  source                            = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
                  version                           = "~> 21.0"
                  name                              = "nodes"
                  cluster_name                      = "shop"
                  subnet_ids                        = ["subnet-1"]
                  cluster_primary_security_group_id = "sg-cluster"
                  vpc_security_group_ids            = ["sg-nodes"]
                }
                module "own" {
                  source               = "terraform-aws-modules/eks/aws//modules/self-managed-node-group"
                  version              = "~> 20.0"
                  name                 = "own"
                  cluster_name         = "shop"
                  cluster_version      = "1.33"
                  min_size             = 4
                  use_mixed_instances_policy = true
                  mixed_instances_policy = {
                    instances_distribution = { on_demand_percentage_above_base_capacity = 20 }
                    override = [{ instance_type = "m5.large" }, { instance_type = "m6i.large" }]
                  }
                }
                module "karpenter" {
                  source       = "terraform-aws-modules/eks/aws//modules/karpenter"
                  version      = "~> 21.0"
                  cluster_name = "shop"
                }
                """);

        assertThat(module.attribute("module.nodes.aws_launch_template.this[0]", "vpc_security_group_ids"))
                .isEqualTo("[sg-cluster, sg-nodes]");
        assertThat(module.attribute("module.nodes.aws_eks_node_group.this[0]", "ami_type"))
                .isEqualTo("AL2023_x86_64_STANDARD");
        assertThat(module.attribute("module.own.aws_autoscaling_group.this[0]", "min_size"))
                .isEqualTo("4");
        assertThat(module.attribute("module.own.aws_autoscaling_group.this[0]", "mixed_instances_policy"))
                .contains("instance_type=m6i.large", "on_demand_percentage_above_base_capacity=20");
        assertThat(module.attribute("module.own.data.aws_ssm_parameter.ami[0]", "name"))
                .isEqualTo("/aws/service/eks/optimized-ami/1.33/amazon-linux-2/recommended/image_id");
        assertThat(module.attribute("module.karpenter.aws_eks_access_entry.node[0]", "type"))
                .isEqualTo("EC2_LINUX");
        assertThat(module.attribute("module.karpenter.aws_eks_pod_identity_association.karpenter[0]", "namespace"))
                .isEqualTo("kube-system");
    }

    @ParameterizedTest
    @CsvSource({"3, false, true", "4, true, false", "5, true, false", "6, true, false"})
    void defaultsOfTheVpcModuleDifferByVersion(int version, String hostnames, String publicAddresses) {
        Modules module = network("~> %d.0".formatted(version), "");
        assertThat(module.attribute("module.vpc.aws_vpc.this[0]", "enable_dns_hostnames"))
                .isEqualTo(hostnames);
        assertThat(module.attribute("module.vpc.aws_vpc.this[0]", "enable_dns_support"))
                .isEqualTo("true");
        assertThat(module.attribute("module.vpc.aws_subnet.public[1]", "map_public_ip_on_launch"))
                .isEqualTo(publicAddresses);
        assertThat(module.attribute("module.vpc.aws_subnet.private[0]", "map_public_ip_on_launch"))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, 2, 2",
                "single_nat_gateway = true, 1, 1",
                "one_nat_gateway_per_az = true, 2, 2",
                "enable_nat_gateway = false, 2, 0"
            })
    void natGatewaysFollowTheSwitches(String more, int tables, int gateways) {
        Modules module = network("~> 5.0", more.startsWith("enable") ? "" : more);
        Modules asked = more.startsWith("enable")
                ? Modules.of(NETWORK.formatted("~> 5.0", "").replace("enable_nat_gateway = true", more))
                : module;
        assertThat(count(asked, "module.vpc.aws_route_table.private[")).isEqualTo(tables);
        assertThat(count(asked, "module.vpc.aws_nat_gateway.this[")).isEqualTo(gateways);
        assertThat(count(asked, "module.vpc.aws_route.private_nat_gateway[")).isEqualTo(gateways);
    }

    private static long count(Modules module, String prefix) {
        return module.resources().keySet().stream()
                .filter(a -> a.startsWith(prefix))
                .count();
    }

    @Test
    void theZonesOfTheSubnetsDifferThoughTheyAreNotKnown() {
        Modules module = network("~> 5.0", "");
        String zone = "module.vpc.private_subnet_objects[%d].availability_zone";
        assertThat(module.eval(zone.formatted(0) + " == " + zone.formatted(1))).isEqualTo("false");
        assertThat(module.eval("module.vpc.private_subnets")).isEqualTo("[?, ?]");
    }

    @ParameterizedTest
    @CsvSource({
        "17, true, false, null, []",
        "18, true, false, null, '[audit, api, authenticator]'",
        "19, false, true, null, '[audit, api, authenticator]'",
        "20, false, true, '[{authentication_mode=API_AND_CONFIG_MAP, bootstrap_cluster_creator_admin_permissions=false}]', '[audit, api, authenticator]'",
        "21, false, true, '[{authentication_mode=API_AND_CONFIG_MAP, bootstrap_cluster_creator_admin_permissions=false}]', '[audit, api, authenticator]'"
    })
    void defaultsOfTheEksModuleDifferByVersion(
            int version, String publicAccess, String privateAccess, String access, String logs) {
        Modules module = cluster(version, "");
        String address = "module.eks.aws_eks_cluster.this[0]";
        assertThat(module.attribute(address, "name")).isEqualTo("shop");
        assertThat(module.attribute(address, "version")).isEqualTo("1.33");
        assertThat(module.attribute(address, "enabled_cluster_log_types")).isEqualTo(logs);
        assertThat(module.attribute(address, "vpc_config"))
                .contains("endpoint_public_access=" + publicAccess, "endpoint_private_access=" + privateAccess)
                .contains("public_access_cidrs=[0.0.0.0/0]", "subnet_ids=[subnet-1, subnet-2]");
        assertThat(module.attribute(address, "access_config"))
                .isIn(access, "[]".equals(access) ? "null" : access, "[]");
        assertThat(module.attribute(address, "encryption_config").equals("[]")).isEqualTo(version < 19);
    }

    @ParameterizedTest
    @CsvSource({"18, null, 2", "19, null, 2", "20, null, 2", "21, AL2023_x86_64_STANDARD, 1"})
    void managedNodeGroupsHaveTheDefaultsOfTheirVersion(int version, String amiType, String hops) {
        Modules module = cluster(version, "eks_managed_node_groups = { a = { instance_types = [\"m5.large\"] } }");
        String inner = "module.eks.module.eks_managed_node_group[\"a\"].";
        assertThat(module.attribute(inner + "aws_eks_node_group.this[0]", "ami_type"))
                .isEqualTo(amiType);
        assertThat(module.attribute(inner + "aws_eks_node_group.this[0]", "version"))
                .isEqualTo("1.33");
        assertThat(module.attribute(inner + "aws_eks_node_group.this[0]", "scaling_config"))
                .isEqualTo("[{desired_size=1, max_size=3, min_size=1}]");
        assertThat(module.attribute(inner + "aws_launch_template.this[0]", "metadata_options"))
                .contains("http_put_response_hop_limit=" + hops, "http_tokens=required");
    }

    @Test
    void defaultsForAllGroupsStandUnderWhatAGroupSays() {
        Modules module = cluster(
                20,
                """
                eks_managed_node_group_defaults = { ami_type = "AL2_x86_64", min_size = 2 }
                  eks_managed_node_groups = {
                    a = {}
                    b = { ami_type = "AL2023_ARM_64_STANDARD" }
                  }
                """);
        String group = "module.eks.module.eks_managed_node_group[\"%s\"].aws_eks_node_group.this[0]";
        assertThat(module.attribute(group.formatted("a"), "ami_type")).isEqualTo("AL2_x86_64");
        assertThat(module.attribute(group.formatted("b"), "ami_type")).isEqualTo("AL2023_ARM_64_STANDARD");
        assertThat(module.attribute(group.formatted("b"), "scaling_config")).contains("min_size=2");
    }

    @Test
    void nodeGroupsOfVersion17AreCalledDifferently() {
        Modules module = cluster(
                17,
                """
                node_groups = { main = { desired_capacity = 2, max_capacity = 4, min_capacity = 1, instance_types = ["m5.large"] } }
                  worker_groups = [{ instance_type = "m4.large", asg_desired_capacity = 1 }]
                """);
        String group = "module.eks.module.node_groups.aws_eks_node_group.workers[\"main\"]";
        assertThat(module.attribute(group, "scaling_config")).isEqualTo("[{desired_size=2, max_size=4, min_size=1}]");
        assertThat(module.attribute("module.eks.aws_autoscaling_group.workers[0]", "desired_capacity"))
                .isEqualTo("1");
    }

    @Test
    void autoModeFargateAndSelfManagedNodesAreMade() {
        Map<String, ?> resources = cluster(
                        20,
                        """
                cluster_compute_config = { enabled = true, node_pools = ["general-purpose"] }
                  fargate_profiles = { kube-system = { selectors = [{ namespace = "kube-system" }] } }
                  self_managed_node_groups = { own = { instance_type = "m5.large" } }
                """)
                .resources();
        assertThat(resources)
                .containsKeys(
                        "module.eks.module.fargate_profile[\"kube-system\"].aws_eks_fargate_profile.this[0]",
                        "module.eks.module.self_managed_node_group[\"own\"].aws_autoscaling_group.this[0]",
                        "module.eks.aws_iam_role_policy_attachment.this[\"AmazonEKSComputePolicy\"]");
    }

    @Test
    void theSecurityGroupsLetControlPlaneAndNodesReachEachOther() {
        Modules module = cluster(20, "");
        String rule = "module.eks.aws_security_group_rule.node[\"ingress_cluster_kubelet\"]";
        assertThat(module.attribute(rule, "from_port")).isEqualTo("10250");
        assertThat(module.value("module.eks.node_security_group_id")).isNotNull();
        assertThat(count(module, "module.eks.aws_security_group_rule.node[")).isEqualTo(10);
        assertThat(count(
                        cluster(20, "node_security_group_enable_recommended_rules = false"),
                        "module.eks.aws_security_group_rule.node["))
                .isEqualTo(4);
    }

    @Test
    void theEndpointsOfVersion2AreInputsOfTheModule() {
        Modules network = network("~> 2.78", "enable_ecr_api_endpoint = true");

        assertThat(network.attribute("module.vpc.aws_vpc.this[0]", "enable_dns_hostnames"))
                .isEqualTo("false");
        assertThat(network.attribute("module.vpc.aws_vpc_endpoint.ecr_api[0]", "private_dns_enabled"))
                .isEqualTo("false");
        assertThat(network.resources()).doesNotContainKey("module.vpc.aws_vpc_endpoint.s3[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version = \"~> 16.0\"", "version = \">= 18\"", "version = \"99.0.0\""})
    void anUnknownVersionIsNotGuessed(String version) {
        Modules module =
                Modules.of("module \"eks\" {\n  source = \"terraform-aws-modules/eks/aws\"\n  " + version + "\n}\n");
        assertThat(module.resources()).isEmpty();
        assertThat(module.read().problems()).singleElement().satisfies(p -> assertThat(p.code())
                .isEqualTo("unknown-module"));
        assertThat(module.eval("module.eks.cluster_name")).isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform-aws-modules/vpc/aws/2",
                "terraform-aws-modules/vpc/aws/3",
                "terraform-aws-modules/vpc/aws/4",
                "terraform-aws-modules/vpc/aws/5",
                "terraform-aws-modules/vpc/aws/6",
                "terraform-aws-modules/vpc/aws/5/modules/vpc-endpoints",
                "terraform-aws-modules/eks/aws/17",
                "terraform-aws-modules/eks/aws/18",
                "terraform-aws-modules/eks/aws/19",
                "terraform-aws-modules/eks/aws/20",
                "terraform-aws-modules/eks/aws/21",
                "terraform-aws-modules/eks/aws/20/modules/eks-managed-node-group",
                "terraform-aws-modules/eks/aws/20/modules/fargate-profile",
                "terraform-aws-modules/eks/aws/18/modules/karpenter",
                "terraform-aws-modules/eks/aws/21/modules/karpenter",
                "terraform-aws-modules/kms/aws/4",
                "terraform-aws-modules/eks/aws/20/modules/self-managed-node-group"
            })
    void whatIsShippedIsValid(String module) {
        assertThat(Registry.shipped("<registry>/" + module))
                .hasValueSatisfying(f -> assertThat(f.problems()).isEmpty());
    }
}
