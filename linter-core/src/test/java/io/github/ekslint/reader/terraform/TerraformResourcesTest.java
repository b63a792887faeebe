package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the AWS provider's resources become, with its defaults. */
class TerraformResourcesTest {

    private static PlanText plan() {
        return new PlanText()
                .create("aws_eks_cluster.this", "{\"name\": \"prod\"}", "{\"id\": true}", "{\"name\": {}}")
                .create("aws_vpc.main", "{\"cidr_block\": \"10.0.0.0/16\"}", "{\"id\": true}", "{\"cidr_block\": {}}");
    }

    private static String refers(String... attributesAndReferences) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < attributesAndReferences.length; i += 2) {
            json.append(i == 0 ? "" : ", ")
                    .append("\"%s\": {\"references\": [\"%s\"]}"
                            .formatted(attributesAndReferences[i], attributesAndReferences[i + 1]));
        }
        return json.append("}").toString();
    }

    @Test
    void aNewSecurityGroupLetsNothingOut() {
        SecurityGroup group = ReadPlan.of(plan().create(
                                "aws_security_group.a",
                                "{\"name\": \"a\"}",
                                "{\"id\": true, \"egress\": true, \"ingress\": true}",
                                "{\"name\": {}}"))
                .one(SecurityGroup.class, "aws_security_group.a");

        assertThat(group.egress().items()).isEmpty();
        assertThat(group.egress().isComplete()).isTrue();
    }

    @Test
    void aRuleWithSeveralPeersIsOneRuleForEach() {
        SecurityGroup group = ReadPlan.of(plan().create(
                                "aws_security_group.a",
                                "{\"ingress\": [{\"from_port\": 0, \"to_port\": 0, \"protocol\": \"-1\", \"self\": true,"
                                        + " \"cidr_blocks\": [\"10.0.0.0/8\", \"192.168.0.0/16\"], \"ipv6_cidr_blocks\": []}]}",
                                "{\"id\": true}",
                                "{\"ingress\": {}}"))
                .one(SecurityGroup.class, "aws_security_group.a");

        List<SecurityGroupRule> rules = group.ingress().items();
        assertThat(rules)
                .extracting(r -> r.peer().known().orElse(""))
                .containsExactly("10.0.0.0/8", "192.168.0.0/16", "");
        assertThat(rules.get(0).fromPort()).isInstanceOf(Value.Absent.class);
        assertThat(rules.get(2).peerKind()).isEqualTo(PeerKind.SECURITY_GROUP);
        assertThat(ReadPlan.address(rules.get(2).peerGroup())).isEqualTo("aws_security_group.a");
    }

    @Test
    void rulesBesideTheGroupBelongToIt() {
        PlanText plan = plan().create("aws_security_group.a", "{}", "{\"id\": true}", "{\"name\": {}}")
                .create("aws_security_group.b", "{}", "{\"id\": true}", "{\"name\": {}}")
                .create(
                        "aws_security_group_rule.old",
                        "{\"type\": \"egress\", \"protocol\": \"tcp\", \"from_port\": 443, \"to_port\": 443}",
                        "{\"security_group_id\": true, \"source_security_group_id\": true}",
                        refers(
                                "security_group_id",
                                "aws_security_group.a.id",
                                "source_security_group_id",
                                "aws_security_group.b.id"))
                .create(
                        "aws_vpc_security_group_ingress_rule.of_cluster",
                        "{\"ip_protocol\": \"tcp\", \"from_port\": 443, \"to_port\": 443, \"cidr_ipv4\": \"10.1.0.0/16\"}",
                        "{\"security_group_id\": true}",
                        refers("security_group_id", "aws_eks_cluster.this.vpc_config[0].cluster_security_group_id"));
        ReadPlan read = ReadPlan.of(plan.toString()
                .replace("\"name\": \"prod\"", "\"name\": \"prod\", \"vpc_config\": [{}]")
                .replace("{\"id\": true}", "{\"id\": true, \"vpc_config\": [{\"cluster_security_group_id\": true}]}"));

        SecurityGroup group = read.one(SecurityGroup.class, "aws_security_group.a");
        assertThat(group.ingress().items()).isEmpty();
        assertThat(ReadPlan.address(group.egress().items().get(0).peerGroup())).isEqualTo("aws_security_group.b");
        SecurityGroup ofCluster = read.one(SecurityGroup.class, "aws_eks_cluster.this.cluster_security_group_id");
        assertThat(ofCluster.ingress().items()).hasSize(2);
    }

    @Test
    void aRuleOfAGroupThatIsNotKnownLeavesAllGroupsOpen() {
        SecurityGroup group = ReadPlan.of(
                        plan().create("aws_security_group.a", "{}", "{\"id\": true}", "{\"name\": {}}")
                                .create("aws_security_group.b", "{}", "{\"id\": true}", "{\"name\": {}}")
                                .create(
                                        "aws_security_group_rule.of_one",
                                        "{\"type\": \"ingress\", \"protocol\": \"tcp\"}",
                                        "{\"security_group_id\": true}",
                                        refers("security_group_id", "local.group")))
                .one(SecurityGroup.class, "aws_security_group.a");

        assertThat(group.ingress().isComplete()).isFalse();
        assertThat(group.egress().isComplete()).isTrue();
    }

    @Test
    void aVpcHasDnsSupportButNoHostNamesByDefault() {
        Vpc vpc = ReadPlan.of(plan()).one(Vpc.class, "aws_vpc.main");

        assertThat(vpc.enableDnsSupport().known()).contains(true);
        assertThat(vpc.enableDnsHostnames().known()).contains(false);
        assertThat(((Value.Known<?>) vpc.enableDnsHostnames()).provenance()).isEqualTo(Provenance.DEFAULT);
    }

    @Test
    void routesAreThoseOfTheTableAndThoseBesideIt() {
        PlanText plan = plan().create("aws_internet_gateway.this", "{}", "{\"id\": true}", "{\"tags\": {}}")
                .create(
                        "aws_route_table.a",
                        "{\"route\": [{\"cidr_block\": \"10.9.0.0/16\", \"transit_gateway_id\": \"tgw-0a1b2c3d4e5f60718\", \"gateway_id\": \"\", \"nat_gateway_id\": \"\"}]}",
                        "{\"id\": true, \"vpc_id\": true}",
                        refers("vpc_id", "aws_vpc.main.id", "route", "var.routes"))
                .create(
                        "aws_route.out",
                        "{\"destination_cidr_block\": \"0.0.0.0/0\"}",
                        "{\"route_table_id\": true, \"gateway_id\": true}",
                        refers("route_table_id", "aws_route_table.a.id", "gateway_id", "aws_internet_gateway.this.id"))
                .create(
                        "aws_route_table_association.a",
                        "{}",
                        "{\"route_table_id\": true, \"subnet_id\": true}",
                        refers("route_table_id", "aws_route_table.a.id", "subnet_id", "aws_subnet.a.id"))
                .create(
                        "aws_subnet.a",
                        "{\"cidr_block\": \"10.0.0.0/24\"}",
                        "{\"id\": true, \"vpc_id\": true}",
                        refers("vpc_id", "aws_vpc.main.id"));
        ReadPlan read = ReadPlan.of(plan);

        RouteTable table = read.one(RouteTable.class, "aws_route_table.a");
        assertThat(table.routes().items())
                .extracting(r -> r.target().known().orElse(null))
                .containsExactly(Route.Target.LOCAL, Route.Target.TRANSIT_GATEWAY, Route.Target.INTERNET_GATEWAY);
        assertThat(ReadPlan.addresses(table.subnets())).containsExactly("aws_subnet.a");
        assertThat(read.one(RouteTable.class, "aws_vpc.main.main_route_table_id")
                        .main()
                        .known())
                .contains(true);
        assertThat(read.one(Subnet.class, "aws_subnet.a")
                        .availableIpAddressCount()
                        .known())
                .contains(251);
        assertThat(ReadPlan.addresses(read.one(NetworkAcl.class, "aws_vpc.main.default_network_acl_id")
                        .subnets()))
                .containsExactly("aws_subnet.a");
    }

    @Test
    void anInterfaceEndpointWithoutGroupsHasTheDefaultOneOfItsVpc() {
        VpcEndpoint endpoint = ReadPlan.of(plan().create(
                                "aws_vpc_endpoint.ecr",
                                "{\"service_name\": \"com.amazonaws.eu-west-1.ecr.api\", \"vpc_endpoint_type\": \"Interface\"}",
                                "{\"vpc_id\": true, \"security_group_ids\": true}",
                                refers("vpc_id", "aws_vpc.main.id")))
                .one(VpcEndpoint.class, "aws_vpc_endpoint.ecr");

        assertThat(ReadPlan.addresses(endpoint.securityGroups()))
                .containsExactly("aws_vpc.main.default_security_group_id");
        assertThat(endpoint.privateDnsEnabled().known()).contains(false);
    }

    @Test
    void tagsAddedBesideASubnetAreItsTags() {
        Subnet subnet = ReadPlan.of(plan().create(
                                "aws_subnet.a",
                                "{\"tags\": {\"Name\": \"a\", \"empty\": \"\"}}",
                                "{\"id\": true}",
                                "{\"tags\": {}}")
                        .create(
                                "aws_ec2_tag.elb",
                                "{\"key\": \"kubernetes.io/role/internal-elb\", \"value\": \"1\"}",
                                "{\"resource_id\": true}",
                                refers("resource_id", "aws_subnet.a.id", "value", "var.tag")))
                .one(Subnet.class, "aws_subnet.a");

        assertThat(subnet.tags().known().orElseThrow().toString())
                .isEqualTo("Name=a, empty=, kubernetes.io/role/internal-elb=1");
    }

    @Test
    void anAutoScalingGroupIsOfNodesByItsTagOrItsUserData() {
        String userData = Base64.getEncoder()
                .encodeToString("#!/bin/bash\n/etc/eks/bootstrap.sh prod --apiserver-endpoint x --b64-cluster-ca y"
                        .getBytes(StandardCharsets.UTF_8));
        ReadPlan read = ReadPlan.of(plan().create(
                        "aws_launch_template.nodes",
                        "{\"user_data\": \"%s\", \"instance_type\": \"m6i.large\"}".formatted(userData),
                        "{\"id\": true}",
                        "{\"user_data\": {}}")
                .create(
                        "aws_autoscaling_group.nodes",
                        "{\"launch_template\": [{}], \"min_size\": 1, \"max_size\": 3}",
                        "{\"launch_template\": [{\"id\": true}]}",
                        "{\"launch_template\": [%s]}".formatted(refers("id", "aws_launch_template.nodes.id")))
                .create("aws_autoscaling_group.web", "{\"min_size\": 1}", "{}", "{\"min_size\": {}}")
                .create(
                        "aws_autoscaling_group.tagged",
                        "{\"tag\": [{\"key\": \"kubernetes.io/cluster/prod\", \"value\": \"owned\", \"propagate_at_launch\": true}]}",
                        "{}",
                        "{\"tag\": [{}]}"));

        assertThat(read.all(NodeGroup.class))
                .extracting(f -> f.key())
                .containsExactly("NodeGroup/aws_autoscaling_group.nodes", "NodeGroup/aws_autoscaling_group.tagged");
        NodeGroup nodes = read.one(NodeGroup.class, "aws_autoscaling_group.nodes");
        assertThat(nodes.cluster()).isEqualTo("Cluster/aws_eks_cluster.this");
        assertThat(nodes.bootstrapsCluster().known()).contains(true);
    }

    @Test
    void policiesOfAnAccessEntryAreThoseOfItsPrincipal() {
        ReadPlan read = ReadPlan.of(plan().create(
                        "aws_eks_access_entry.admin",
                        "{\"cluster_name\": \"prod\", \"principal_arn\": \"arn:aws:iam::111122223333:role/admin\"}",
                        "{}",
                        "{\"cluster_name\": {}}")
                .create(
                        "aws_eks_access_policy_association.admin",
                        "{\"cluster_name\": \"prod\", \"principal_arn\": \"arn:aws:iam::111122223333:role/admin\","
                                + " \"policy_arn\": \"arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy\"}",
                        "{}",
                        "{\"cluster_name\": {}}"));

        AccessEntry entry = read.one(AccessEntry.class, "aws_eks_access_entry.admin");
        assertThat(entry.cluster()).isEqualTo("Cluster/aws_eks_cluster.this");
        assertThat(entry.policyArns().items().get(0).known())
                .contains("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy");
    }

    @Test
    void aFargateProfileSelectsByNamespaceAndLabels() {
        FargateProfile profile = ReadPlan.of(plan().create(
                                "aws_eks_fargate_profile.jobs",
                                "{\"cluster_name\": \"prod\", \"fargate_profile_name\": \"jobs\","
                                        + " \"selector\": [{\"namespace\": \"jobs\", \"labels\": {\"tier\": \"batch\"}}]}",
                                "{\"subnet_ids\": true}",
                                refers("subnet_ids", "local.private")))
                .one(FargateProfile.class, "aws_eks_fargate_profile.jobs");

        assertThat(profile.selectors().items().get(0).namespace().known()).contains("jobs");
        assertThat(profile.subnets().isUnresolved()).isTrue();
    }
}
