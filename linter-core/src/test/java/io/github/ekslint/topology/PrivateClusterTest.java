package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.ref;
import static io.github.ekslint.topology.Given.refs;
import static io.github.ekslint.topology.Groups.group;
import static io.github.ekslint.topology.Groups.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.ServicePort;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.model.WebhookService;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cluster without a way out needs beside the endpoints of every node. */
class PrivateClusterTest {

    private static final Circumstances NOW =
            new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());

    /** A cluster in eu-west-1 with a self-managed group of nodes in a subnet without a way out, all endpoints listed. */
    private static Given cluster() {
        return new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.NAME, observed("c"))
                        .set(Cluster.REGION, observed("eu-west-1"))
                        .set(Cluster.IP_FAMILY, observed("ipv4"))
                        .set(Cluster.VPC, observed(ref("vpc-1")))
                        .set(Cluster.SUBNET_IDS, refs("subnet-1"))
                        .set(Cluster.SECURITY_GROUP_IDS, refs())
                        .set(Cluster.CLUSTER_SECURITY_GROUP, observed(ref("sg-cluster")))
                        .build())
                .fact(new Vpc(
                        "Vpc/vpc-1",
                        PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(Vpc.VPC_ID, observed("vpc-1"))
                                .set(Vpc.ROUTE_TABLES_LISTED, observed(true))
                                .set(Vpc.ENDPOINTS_LISTED, observed(true))
                                .build()))
                .subnet("subnet-1", Attributes.builder().set(Subnet.CIDR_BLOCK, observed("10.0.0.0/24")))
                .routeTable("rtb-1", true, List.of());
    }

    private static NodeGroup nodes(String name, Attributes.Builder more) {
        return new NodeGroup(
                "NodeGroup/" + name,
                PLACE,
                Truth.yes(),
                "Cluster/c",
                more.set(NodeGroup.NODEGROUP_NAME, observed(name))
                        .set(NodeGroup.AMI_TYPE, observed("AL2023_x86_64_STANDARD"))
                        .set(NodeGroup.SECURITY_GROUPS, refs("sg-node"))
                        .set(NodeGroup.SUBNETS, refs("subnet-1"))
                        .build());
    }

    private static NodeGroup nodes(String name) {
        return nodes(name, Attributes.builder().set(NodeGroup.MANAGED, observed(true)));
    }

    private static VpcEndpoint endpoint(String service, String... groups) {
        return new VpcEndpoint(
                "VpcEndpoint/" + service,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(VpcEndpoint.VPC_ENDPOINT_ID, observed("vpce-" + service))
                        .set(VpcEndpoint.VPC, observed(ref("vpc-1")))
                        .set(VpcEndpoint.SERVICE_NAME, observed("com.amazonaws.eu-west-1." + service))
                        .set(VpcEndpoint.VPC_ENDPOINT_TYPE, observed("Interface"))
                        .set(VpcEndpoint.STATE, observed("available"))
                        .set(VpcEndpoint.SUBNETS, refs("subnet-1"))
                        .set(VpcEndpoint.SECURITY_GROUPS, refs(groups))
                        .build());
    }

    private static Workload workload(String kind, String name, Attributes.Builder more) {
        return new Workload(
                "Workload/" + kind + "/" + name,
                PLACE,
                Truth.yes(),
                "Cluster/c",
                more.set(Workload.OBJECT_KIND, observed(kind))
                        .set(Workload.NAME, observed(name))
                        .set(Workload.NAMESPACE, observed("kube-system"))
                        .build());
    }

    @SafeVarargs
    private static <T> Listing<T> listing(T... items) {
        return Listing.observed(Arrays.asList(items), "a recording", PLACE);
    }

    private static FeatureEndpoint feature(Given given, String service) {
        return new FeatureEndpoints()
                .derive(given.estate(), NOW)
                .filter(e -> e.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static NodeEgress egress(Given given, String group) {
        return new NodeEgresses()
                .derive(given.estate(), NOW)
                .filter(e -> e.puller().equals("ImagePuller/NodeGroup/" + group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServiceAccountWithARoleCallsSts() {
        Tags role = new Tags(Map.of("eks.amazonaws.com/role-arn", observed("arn:aws:iam::111122223333:role/r")), true);
        Workload account =
                workload("ServiceAccount", "s", Attributes.builder().set(Workload.ANNOTATIONS, observed(role)));
        assertThat(feature(cluster().fact(account), "sts").used().isTrue()).isTrue();
        assertThat(feature(cluster(), "sts").used().isUnknown()).isTrue();
    }

    @Test
    void fargateCallsSts() {
        FargateProfile profile =
                new FargateProfile("FargateProfile/f", PLACE, Truth.yes(), "Cluster/c", Attributes.NONE);
        FeatureEndpoint sts = feature(cluster().fact(profile), "sts");
        assertThat(sts.used().isTrue()).isTrue();
        assertThat(sts.feature()).isEqualTo("Fargate");
        assertThat(sts.exists().isFalse()).isTrue();
        assertThat(feature(cluster().fact(profile).fact(endpoint("sts", "sg-1")), "sts")
                        .available()
                        .isTrue())
                .isTrue();
    }

    @Test
    void aControllerIsKnownByItsImageAndMissingOnlyWhenWorkloadsAreRecorded() {
        Workload controller = workload(
                "Deployment",
                "lb",
                Attributes.builder()
                        .set(
                                Workload.IMAGES,
                                listing(observed("registry.example.com/aws-load-balancer-controller:v2.14.1"))));
        Workload dns = workload("Deployment", "coredns", Attributes.builder());
        assertThat(feature(cluster().fact(controller), "elasticloadbalancing")
                        .used()
                        .isTrue())
                .isTrue();
        assertThat(feature(cluster().fact(dns), "elasticloadbalancing").used().isFalse())
                .isTrue();
        assertThat(feature(cluster(), "elasticloadbalancing").used().isUnknown())
                .isTrue();
    }

    @Test
    void nodesMayGoAnywhereOrToTheEndpoint() {
        Given open = cluster().fact(nodes("n")).fact(group("sg-node", rules(), rules("-1 0.0.0.0/0")));
        assertThat(egress(open, "n").allowed().isTrue()).isTrue();
        Given some = cluster()
                .fact(nodes("n"))
                .fact(endpoint("ecr.api", "sg-endpoint"))
                .fact(group("sg-node", rules(), rules("tcp 443 sg-endpoint")));
        assertThat(egress(some, "n").missing()).isEqualTo("ecr.dkr, s3, ec2");
    }

    @Test
    void blocksOfPublicAddressesMayHoldThoseOfTheServices() {
        Given some = cluster().fact(nodes("n")).fact(group("sg-node", rules(), rules("tcp 443 52.94.0.0/16")));
        assertThat(egress(some, "n").allowed().isUnknown()).isTrue();
        Given inside = cluster().fact(nodes("n")).fact(group("sg-node", rules(), rules("tcp 443 10.0.0.0/8")));
        assertThat(egress(inside, "n").allowed().isFalse()).isTrue();
    }

    @Test
    void groupsWithTheSameSecurityGroupsAreReportedOnce() {
        Given two = cluster().fact(nodes("a")).fact(nodes("b")).fact(group("sg-node", rules(), rules()));
        assertThat(egress(two, "a").isReported().isFalse()).isTrue();
        assertThat(egress(two, "b").reportedFor()).isEqualTo("a");
    }

    @Test
    void selfManagedNodesReadTheirUserDataOrAskTheEksApi() {
        NodeGroup own = nodes(
                "n",
                Attributes.builder()
                        .set(NodeGroup.MANAGED, observed(false))
                        .set(NodeGroup.BOOTSTRAPS_CLUSTER, observed(false)));
        NodeBootstrap bare = new NodeBootstraps()
                .derive(cluster().fact(own).estate(), NOW)
                .findFirst()
                .orElseThrow();
        assertThat(bare.bootstrapsItself().isTrue()).isTrue();
        assertThat(bare.isolated().isTrue()).isTrue();
        assertThat(bare.carriesCluster().or(bare.mayAsk()).isFalse()).isTrue();
        NodeBootstrap asks = new NodeBootstraps()
                .derive(cluster().fact(own).fact(endpoint("eks", "sg-1")).estate(), NOW)
                .findFirst()
                .orElseThrow();
        assertThat(asks.mayAsk().isTrue()).isTrue();
    }

    @Test
    void aWebhookIsCalledOnThePortOfItsPods() {
        Workload configuration = workload(
                "MutatingWebhookConfiguration",
                "w",
                Attributes.builder()
                        .set(
                                Workload.WEBHOOK_SERVICES,
                                listing(new WebhookService(
                                        PLACE, observed("kube-system"), observed("svc"), observed(443)))));
        Workload service = workload(
                "Service",
                "svc",
                Attributes.builder()
                        .set(Workload.SERVICE_PORTS, listing(new ServicePort(PLACE, observed(443), observed("9443")))));
        Given given = cluster()
                .fact(nodes("n"))
                .fact(group("sg-cluster", rules("-1 sg-cluster"), rules("-1 0.0.0.0/0")))
                .fact(group("sg-node", rules("tcp 443 sg-cluster"), rules()))
                .fact(configuration);
        assertThat(webhook(given).reached().isUnknown()).isTrue();
        assertThat(webhook(given.fact(service)).missing()).isEqualTo("ingress tcp/9443 on sg-node from sg-cluster");
    }

    private static Webhook webhook(Given given) {
        return new Webhooks().derive(given.estate(), NOW).findFirst().orElseThrow();
    }
}
