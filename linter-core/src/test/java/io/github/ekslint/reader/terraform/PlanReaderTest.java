package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans and states: which resources count, and what stands for what is known only after the apply. */
class PlanReaderTest {

    private static final String SUBNETS_OF_MODULE =
            "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"module.vpc.private_subnets\", \"module.vpc\"]}}]}";

    private static PlanText cluster(String expressions) {
        return new PlanText()
                .create(
                        "aws_eks_cluster.this",
                        "{\"name\": \"prod\", \"version\": \"1.33\", \"vpc_config\": [{}]}",
                        "{\"id\": true, \"vpc_config\": [{\"subnet_ids\": true}]}",
                        expressions);
    }

    private static PlanText subnets(PlanText plan, String... addresses) {
        for (String address : addresses) {
            plan.create(address, "{\"cidr_block\": \"10.0.0.0/24\"}", "{\"id\": true}", "{\"cidr_block\": {}}");
        }
        return plan;
    }

    @Test
    void aPlanIsRecognisedByItsContent() {
        assertThat(ReadPlan.recognise(cluster(SUBNETS_OF_MODULE).toString())).isEqualTo(Recognition.YES);
        assertThat(ReadPlan.recognise(subnets(new PlanText(), "aws_subnet.a").toString()))
                .isEqualTo(Recognition.IRRELEVANT);
        assertThat(ReadPlan.recognise("{\"format_version\": \"1.2\", \"anything\": 1}"))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void theWholeEstateIsJoinedAlthoughNoIdIsKnown() {
        ReadPlan read = ReadPlan.estate("production-terraform");

        Cluster cluster = read.one(Cluster.class, "aws_eks_cluster.this");
        assertThat(read.reading().problems()).isEmpty();
        assertThat(ReadPlan.addresses(cluster.subnetIds()))
                .containsExactly(
                        "module.vpc.aws_subnet.private[0]",
                        "module.vpc.aws_subnet.private[1]",
                        "module.vpc.aws_subnet.private[2]");
        assertThat(ReadPlan.address(cluster.vpc())).isEqualTo("module.vpc.aws_vpc.this[0]");
        assertThat(ReadPlan.addresses(cluster.securityGroupIds())).containsExactly("aws_security_group.control_plane");
        assertThat(cluster.region().known()).contains("eu-central-1");
        assertThat(read.all(Subnet.class)).hasSize(6);
        assertThat(read.one(Subnet.class, "module.vpc.aws_subnet.private[1]")
                        .availabilityZone()
                        .known())
                .contains("eu-central-1b");
        assertThat(read.all(NatGateway.class)).hasSize(3);
    }

    @Test
    void resourcesOfTheSameKeyAreJoined() {
        ReadPlan read = ReadPlan.estate("production-terraform");

        RouteTable table = read.one(RouteTable.class, "module.vpc.aws_route_table.private[1]");
        assertThat(ReadPlan.addresses(table.subnets())).containsExactly("module.vpc.aws_subnet.private[1]");
        Route route = table.routes().items().get(1);
        assertThat(ReadPlan.address(route.targetRef())).isEqualTo("module.vpc.aws_nat_gateway.this[1]");
        assertThat(ReadPlan.address(read.one(NatGateway.class, "module.vpc.aws_nat_gateway.this[2]")
                        .subnet()))
                .isEqualTo("module.vpc.aws_subnet.public[2]");
    }

    @Test
    void whatALocalValueOfAWellKnownModuleIsMadeOfIsKnown() {
        ReadPlan read = ReadPlan.estate("production-terraform");

        VpcEndpoint endpoint = read.one(VpcEndpoint.class, "aws_vpc_endpoint.s3");
        assertThat(ReadPlan.addresses(endpoint.routeTables()))
                .containsExactly(
                        "module.vpc.aws_route_table.private[0]",
                        "module.vpc.aws_route_table.private[1]",
                        "module.vpc.aws_route_table.private[2]");
    }

    @Test
    void nodeGroupsOfForEachBelongToTheirClusterAndTemplate() {
        ReadPlan read = ReadPlan.estate("production-terraform");

        NodeGroup batch = read.one(NodeGroup.class, "aws_eks_node_group.this[\"batch\"]");
        assertThat(batch.cluster()).isEqualTo("Cluster/aws_eks_cluster.this");
        assertThat(batch.capacityType().known()).contains("SPOT");
        assertThat(ReadPlan.address(batch.launchTemplate())).isEqualTo("aws_launch_template.nodes");
        assertThat(batch.httpTokens().known()).contains("required");
        LaunchTemplate template = read.one(LaunchTemplate.class, "aws_launch_template.nodes");
        assertThat(ReadPlan.addresses(template.securityGroupIds()))
                .containsExactly("aws_eks_cluster.this.cluster_security_group_id");
    }

    @Test
    void whatTheEksModuleChoosesIsKnown() {
        ReadPlan read = ReadPlan.estate("modules-terraform");

        Cluster cluster = read.one(Cluster.class, "module.eks.aws_eks_cluster.this[0]");
        assertThat(ReadPlan.addresses(cluster.subnetIds()))
                .containsExactly(
                        "module.vpc.aws_subnet.intra[0]",
                        "module.vpc.aws_subnet.intra[1]",
                        "module.vpc.aws_subnet.intra[2]");
        assertThat(ReadPlan.addresses(cluster.securityGroupIds()))
                .containsExactly("module.eks.aws_security_group.cluster[0]");
        NodeGroup group = read.all(NodeGroup.class).get(0);
        assertThat(group.cluster()).isEqualTo(cluster.key());
        assertThat(ReadPlan.addresses(group.subnets()))
                .containsExactly(
                        "module.vpc.aws_subnet.private[0]",
                        "module.vpc.aws_subnet.private[1]",
                        "module.vpc.aws_subnet.private[2]");
        assertThat(ReadPlan.addresses(read.all(LaunchTemplate.class).get(0).securityGroupIds()))
                .containsExactly("module.eks.aws_security_group.node[0]");
        assertThat(read.all(IamRole.class)).hasSize(2);
        assertThat(read.all(IamRole.class).get(1).attachedPolicyArns().items()).hasSize(3);
    }

    @Test
    void aGroupOfTheEksModuleThatMayNameItsOwnSubnetsLeavesThemOpen() throws IOException {
        String inputs =
                "\"eks_managed_node_groups\":{\"constant_value\":{\"default\":{\"instance_types\":[\"m6i.large\"],"
                        + "\"min_size\":2,\"max_size\":5,\"desired_size\":3}}}";
        String plan = Files.readString(Estates.folder("modules-terraform").resolve("plan.json"));
        assertThat(plan).contains(inputs);

        ReadPlan read = ReadPlan.of(
                plan.replace(
                        inputs,
                        "\"eks_managed_node_groups\":{\"references\":[\"module.vpc.private_subnets[0]\",\"module.vpc.private_subnets\",\"module.vpc\"]}"));

        assertThat(read.all(NodeGroup.class).get(0).subnets().isUnresolved()).isTrue();
    }

    @Test
    void oneNatGatewayServesAllZones() {
        ReadPlan read = ReadPlan.estate("modules-terraform");

        assertThat(read.all(NatGateway.class)).hasSize(1);
        RouteTable table = read.one(RouteTable.class, "module.vpc.aws_route_table.private[0]");
        assertThat(ReadPlan.addresses(table.subnets())).hasSize(3);
        assertThat(ReadPlan.address(table.routes().items().get(1).targetRef()))
                .isEqualTo("module.vpc.aws_nat_gateway.this[0]");
    }

    @Test
    void subnetsOfSeveralReferencesAreAllTaken() {
        PlanText plan = cluster("{\"vpc_config\": [{\"subnet_ids\": {\"references\":"
                + " [\"aws_subnet.a.id\", \"aws_subnet.a\", \"aws_subnet.b.id\", \"aws_subnet.b\"]}}]}");

        ReadPlan read = ReadPlan.of(subnets(plan, "aws_subnet.a", "aws_subnet.b", "aws_subnet.c"));

        assertThat(ReadPlan.addresses(read.all(Cluster.class).get(0).subnetIds()))
                .containsExactly("aws_subnet.a", "aws_subnet.b");
        assertThat(read.all(Cluster.class).get(0).subnetIds().isComplete()).isTrue();
    }

    @Test
    void anInputThatMayChooseBetweenListsLeavesThemOpen() {
        PlanText plan = cluster("")
                .module(
                        "eks",
                        "./eks",
                        "{\"first\": {\"references\": [\"aws_subnet.a\"]}, \"second\": {\"references\": [\"aws_subnet.b\"]}}",
                        "{}")
                .create(
                        "module.eks.aws_eks_cluster.this",
                        "{\"name\": \"prod\", \"vpc_config\": [{}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": true}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"var.first\", \"var.second\"]}}]}");

        ReadPlan read = ReadPlan.of(subnets(plan, "aws_subnet.a", "aws_subnet.b"));

        assertThat(read.one(Cluster.class, "module.eks.aws_eks_cluster.this")
                        .subnetIds()
                        .isUnresolved())
                .isTrue();
    }

    @Test
    void aLocalValueIsTheOnlyResourceThatCanBeMeant() {
        String vpc = "{\"vpc_id\": {\"references\": [\"local.vpc_id\"]}}";
        PlanText one = cluster("{}")
                .create("aws_vpc.main", "{\"cidr_block\": \"10.0.0.0/16\"}", "{\"id\": true}", "{\"cidr_block\": {}}")
                .create("aws_subnet.a", "{}", "{\"id\": true, \"vpc_id\": true}", vpc);
        assertThat(ReadPlan.address(
                        ReadPlan.of(one).one(Subnet.class, "aws_subnet.a").vpc()))
                .isEqualTo("aws_vpc.main");

        one.create("aws_vpc.other", "{}", "{\"id\": true}", "{\"cidr_block\": {}}");
        assertThat(ReadPlan.of(one).one(Subnet.class, "aws_subnet.a").vpc().isUnresolved())
                .isTrue();
    }

    @Test
    void whatIsDestroyedOrForgottenDoesNotCount() {
        PlanText plan = cluster("{}");
        subnets(plan, "aws_subnet.kept")
                .change("aws_subnet.gone", "\"delete\"", "null", "{}", "{}")
                .change("aws_subnet.forgotten", "\"forget\"", "{\"cidr_block\": \"10.0.1.0/24\"}", "{}", "")
                .change(
                        "aws_subnet.replaced",
                        "\"delete\", \"create\"",
                        "{\"cidr_block\": \"10.0.2.0/24\"}",
                        "{\"id\": true}",
                        "{}");

        assertThat(ReadPlan.of(plan).all(Subnet.class))
                .extracting(Fact::key)
                .containsExactlyInAnyOrder("Subnet/aws_subnet.kept", "Subnet/aws_subnet.replaced");
    }

    @Test
    void whatIsThereAlreadyIsJoinedByItsId() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .change("aws_subnet.a", "\"no-op\"", "{\"id\": \"subnet-0a1b2c3d4e5f60718\"}", "{}", "{}")
                .change(
                        "aws_eks_cluster.this",
                        "\"update\"",
                        "{\"name\": \"prod\", \"id\": \"prod\", \"vpc_config\": [{\"subnet_ids\": [\"subnet-0a1b2c3d4e5f60718\", \"subnet-0f9e8d7c6b5a40312\"]}]}",
                        "{}",
                        "{\"name\": {}}"));

        assertThat(ReadPlan.addresses(read.all(Cluster.class).get(0).subnetIds()))
                .containsExactly("aws_subnet.a", "subnet-0f9e8d7c6b5a40312");
    }

    @Test
    void whatTheConfigurationDoesNotWriteIsADefaultOrReadFromAws() {
        String after = "{\"name\": \"prod\", \"deletion_protection\": false, \"version\": \"1.33\"}";
        ReadPlan created = ReadPlan.of(new PlanText()
                .create("aws_eks_cluster.this", after, "{\"id\": true}", "{\"name\": {\"constant_value\": \"prod\"}}"));
        ReadPlan updated = ReadPlan.of(new PlanText()
                .change(
                        "aws_eks_cluster.this",
                        "\"update\"",
                        after,
                        "{}",
                        "{\"name\": {\"constant_value\": \"prod\"}}"));

        assertThat(provenance(created.all(Cluster.class).get(0).name())).isEqualTo(Provenance.EXPLICIT);
        assertThat(provenance(created.all(Cluster.class).get(0).version())).isEqualTo(Provenance.DEFAULT);
        assertThat(provenance(updated.all(Cluster.class).get(0).version())).isEqualTo(Provenance.OBSERVED);
    }

    private static Provenance provenance(Value<?> value) {
        return ((Value.Known<?>) value).provenance();
    }

    @Test
    void whatIsSensitiveIsNotRead() {
        String plan = cluster("{}")
                .toString()
                .replace(
                        "\"after_unknown\": {\"id\": true",
                        "\"after_sensitive\": {\"name\": true}, \"after_unknown\": {\"id\": true");

        Value<String> name = ReadPlan.of(plan).all(Cluster.class).get(0).name();

        assertThat(name.isUnresolved()).isTrue();
        assertThat(name.ground("name").value()).contains("sensitive").doesNotContain("prod");
    }

    @Test
    void noPlaceOfUserDataIsShown() {
        ReadPlan read = ReadPlan.of(cluster("{}")
                .create("aws_launch_template.a", "{\"user_data\": \"aGVsbG8gd29ybGQ=\"}", "{\"id\": true}", "{}"));

        Value<Boolean> userData = read.all(LaunchTemplate.class).get(0).userData();
        assertThat(userData.known()).contains(true);
        assertThat(userData.places().get(0))
                .isEqualTo(read.all(LaunchTemplate.class).get(0).place());
    }

    @Test
    void aDataSourceTellsWhatItFound() {
        ReadPlan read = ReadPlan.of(
                cluster(
                                "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"data.aws_subnet.a.id\", \"data.aws_subnet.a\"]}}]}")
                        .found(
                                "data.aws_subnet.a",
                                "{\"id\": \"subnet-0a1b2c3d4e5f60718\", \"availability_zone\": \"eu-west-1a\", \"available_ip_address_count\": 12}"));

        Subnet subnet = read.all(Subnet.class).get(0);
        assertThat(subnet.subnetId().known()).contains("subnet-0a1b2c3d4e5f60718");
        assertThat(subnet.availableIpAddressCount().known()).contains(12);
        assertThat(provenance(subnet.availabilityZone())).isEqualTo(Provenance.OBSERVED);
    }

    @Test
    void aStateSaysWhatIs() {
        ReadPlan read = ReadPlan.of(
                """
                {"format_version": "1.0", "terraform_version": "1.9.8", "values": {"root_module": {
                  "resources": [{"address": "aws_eks_cluster.this", "mode": "managed", "type": "aws_eks_cluster", "name": "this",
                    "values": {"id": "prod", "name": "prod", "arn": "arn:aws:eks:eu-west-1:111122223333:cluster/prod",
                      "vpc_config": [{"subnet_ids": ["subnet-0a1b2c3d4e5f60718"], "endpoint_public_access": false}]},
                    "sensitive_values": {}}],
                  "child_modules": [{"address": "module.vpc", "resources": [
                    {"address": "module.vpc.aws_subnet.a[0]", "mode": "managed", "type": "aws_subnet", "name": "a", "index": 0,
                     "values": {"id": "subnet-0a1b2c3d4e5f60718", "cidr_block": "10.0.0.0/24"}}]}]}}}
                """);

        Cluster cluster = read.all(Cluster.class).get(0);
        assertThat(ReadPlan.addresses(cluster.subnetIds())).containsExactly("module.vpc.aws_subnet.a[0]");
        assertThat(cluster.region().known()).contains("eu-west-1");
        assertThat(cluster.accountId().known()).contains("111122223333");
        assertThat(provenance(cluster.endpointPublicAccess())).isEqualTo(Provenance.OBSERVED);
        assertThat(read.all(Subnet.class).get(0).attributes().find(Subnet.AVAILABLE_IP_ADDRESS_COUNT))
                .isNull();
    }

    @Test
    void aDynamicBlockNamesTheOnlyTemplateOfItsModule() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .module("group", "./group", "{}", "{}")
                .create(
                        "module.group.aws_launch_template.this[0]",
                        "{\"instance_type\": \"m7g.large\"}",
                        "{\"id\": true, \"latest_version\": true}",
                        "{\"instance_type\": {}}")
                .create(
                        "module.group.aws_eks_node_group.this[0]",
                        "{\"cluster_name\": \"prod\", \"launch_template\": [{}]}",
                        "{\"launch_template\": [{\"id\": true, \"name\": true, \"version\": true}]}",
                        "{\"cluster_name\": {\"references\": [\"var.cluster_name\"]}}"));

        NodeGroup group = read.all(NodeGroup.class).get(0);
        assertThat(ReadPlan.address(group.launchTemplate())).isEqualTo("module.group.aws_launch_template.this[0]");
        assertThat(group.instanceTypes().items().get(0).known()).contains("m7g.large");
    }

    @Test
    void whateverItsShapeAPlanIsRead() {
        List<String> strange = List.of(
                "{\"format_version\": \"1.2\", \"planned_values\": [], \"resource_changes\": {}, \"configuration\": 3}",
                "{\"format_version\": \"1.2\", \"resource_changes\": [1, {}, {\"address\": \"[\", \"type\": \"aws_eks_cluster\", \"name\": \"x\", \"module_address\": \"[0]\", \"change\": {\"actions\": {}, \"after\": {\"vpc_config\": 3, \"name\": []}, \"after_unknown\": [true]}}]}",
                "{\"format_version\": \"1.2\", \"resource_changes\": [{\"address\": \"a.b\", \"type\": \"aws_eks_cluster\", \"name\": \"b\", \"module_address\": \"..\", \"change\": {\"actions\": [\"create\"], \"after\": {}, \"after_unknown\": true}}]}",
                "{\"format_version\": \"1.2\", \"resource_changes\": [{\"address\": \"a.b\", \"type\": \"aws_eks_cluster\", \"name\": \"b\", \"module_address\": \"%s\", \"change\": {\"actions\": [\"create\"], \"after\": {}}}]}"
                        .formatted("module.a.".repeat(20_000) + "module.b"),
                "{\"format_version\": {}, \"terraform_version\": []}");

        strange.forEach(text -> assertThat(ReadPlan.of(text).reading().drafts()).hasSizeLessThan(2));
    }

    @Test
    void referencesInACircleEnd() {
        PlanText plan = new PlanText()
                .module(
                        "a",
                        "./a",
                        "{\"x\": {\"references\": [\"module.a.y\", \"module.a\"]}}",
                        "{\"y\": {\"expression\": {\"references\": [\"var.x\", \"var.x\", \"var.x\"]}}}")
                .create(
                        "module.a.aws_eks_cluster.this",
                        "{\"name\": \"prod\", \"vpc_config\": [{}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": true}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"var.x\"]}}]}");

        assertThat(ReadPlan.of(plan).all(Cluster.class).get(0).subnetIds().isUnresolved())
                .isTrue();
    }

    @Test
    void aPlanThatEndedWithAnErrorMayBeIncomplete() {
        String plan = new PlanText()
                .create("aws_eks_cluster.this", "{\"name\": \"prod\"}", "{\"id\": true}", "{\"name\": {}}")
                .toString()
                .replaceFirst("\\{", "{\"errored\": true, ");
        ReadPlan read = ReadPlan.of(plan);

        assertThat(read.all(Cluster.class)).hasSize(1);
        assertThat(read.reading().problems()).extracting(p -> p.code()).containsExactly("errored-plan");
    }

    @Test
    void aReplacementThatForgetsTheOldOneCounts() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .change("aws_eks_cluster.a", "\"create\", \"forget\"", "{\"name\": \"a\"}", "{\"id\": true}", "{}")
                .change("aws_eks_cluster.b", "\"forget\"", "null", "{}", "{}"));

        assertThat(read.all(Cluster.class))
                .extracting(c -> c.name().known().orElse("?"))
                .containsExactly("a");
    }

    @Test
    void aClusterThatADataSourceFoundHasItsNodeGroups() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .found(
                        "data.aws_eks_cluster.c",
                        "{\"name\": \"prod\", \"arn\": \"arn:aws:eks:eu-west-1:111122223333:cluster/prod\", \"version\": \"1.34\","
                                + " \"vpc_config\": [{\"endpoint_public_access\": true, \"subnet_ids\": [\"subnet-1\"]}]}")
                .create(
                        "aws_eks_node_group.g",
                        "{\"cluster_name\": \"prod\", \"version\": \"1.33\"}",
                        "{\"id\": true}",
                        "{\"cluster_name\": {\"references\": [\"data.aws_eks_cluster.c.name\"]}}"));

        Cluster cluster = read.all(Cluster.class).get(0);
        assertThat(cluster.version().known()).contains("1.34");
        assertThat(cluster.authenticationMode().isUnresolved()).isTrue();
        assertThat(read.all(NodeGroup.class).get(0).cluster()).isEqualTo(cluster.key());
    }

    @Test
    void aDataSourceOfTheOwnClusterIsNoOther() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .found("data.aws_eks_cluster.c", "{\"name\": \"prod\", \"arn\": \"x\", \"version\": \"1.34\"}")
                .change("aws_eks_cluster.this", "\"no-op\"", "{\"name\": \"prod\", \"id\": \"prod\"}", "{}", "{}")
                .create("aws_eks_node_group.g", "{\"cluster_name\": \"prod\"}", "{\"id\": true}", "{}"));

        assertThat(read.all(Cluster.class)).extracting(Cluster::key).containsExactly("Cluster/aws_eks_cluster.this");
    }

    @Test
    void aRouteTableThatADataSourceFoundHasItsRoutes() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .found(
                        "data.aws_route_table.t",
                        "{\"id\": \"rtb-1\", \"vpc_id\": \"vpc-1\","
                                + " \"routes\": [{\"cidr_block\": \"0.0.0.0/0\", \"nat_gateway_id\": \"nat-1\"}],"
                                + " \"associations\": [{\"subnet_id\": \"subnet-1\", \"main\": false}]}")
                .found("data.aws_security_group.g", "{\"id\": \"sg-1\", \"vpc_id\": \"vpc-1\", \"name\": \"nodes\"}")
                .create("aws_eks_cluster.this", "{\"name\": \"prod\"}", "{\"id\": true}", "{}"));

        RouteTable table = read.all(RouteTable.class).get(0);
        assertThat(table.routes().items().get(0).destination().known()).contains("0.0.0.0/0");
        assertThat(ReadPlan.addresses(table.subnets())).containsExactly("subnet-1");
        SecurityGroup group = read.one(SecurityGroup.class, "data.aws_security_group.g");
        assertThat(ReadPlan.address(group.vpc())).isEqualTo("vpc-1");
        assertThat(group.ingress().isUnresolved()).isTrue();
    }

    @Test
    void whatIsGivenToAModuleMayBeMeantByItsLocalValue() {
        PlanText plan = new PlanText()
                .create("aws_security_group.given", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .module("c", "./c", "{\"group\": {\"references\": [\"aws_security_group.given.id\"]}}", "{}")
                .create("module.c.aws_security_group.own", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .create(
                        "module.c.aws_eks_cluster.this",
                        "{\"name\": \"prod\", \"vpc_config\": [{}]}",
                        "{\"vpc_config\": [{\"security_group_ids\": true}]}",
                        "{\"vpc_config\": [{\"security_group_ids\": {\"references\": [\"local.group\"]}}]}");

        assertThat(ReadPlan.of(plan)
                        .all(Cluster.class)
                        .get(0)
                        .securityGroupIds()
                        .isUnresolved())
                .isTrue();
    }

    @Test
    void theEksModuleIsKnownInItsOwnRepository() {
        String plan = new PlanText()
                .create("aws_subnet.a", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .create("aws_subnet.b", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .module(
                        "eks",
                        "../..",
                        "{\"first\": {\"references\": [\"aws_subnet.a.id\"]}, \"other\": {\"references\": [\"aws_subnet.b.id\"]}}",
                        "{}")
                .create(
                        "module.eks.aws_eks_cluster.this",
                        "{\"name\": \"prod\", \"vpc_config\": [{}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": true}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"var.first\", \"var.other\"]}}]}")
                .toString()
                .replace(
                        "\"module\": {\"outputs\"",
                        "\"module\": {\"module_calls\": {\"eks_managed_node_group\": {}, \"self_managed_node_group\": {}}, \"outputs\"");

        assertThat(ReadPlan.addresses(
                        ReadPlan.of(plan).all(Cluster.class).get(0).subnetIds()))
                .containsExactly("aws_subnet.a");
    }
}
