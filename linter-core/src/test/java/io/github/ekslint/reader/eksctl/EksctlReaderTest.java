package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksctlReaderTest {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SpecReader.class)).anyMatch(EksctlReader.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "eksctl.io/v1alpha5, ClusterConfig, YES",
        "eksctl.io/v1alpha3, ClusterConfig, YES",
        "eksctl.io/v1alpha5, NodeGroupConfig, IRRELEVANT",
        "kubeadm.k8s.io/v1, ClusterConfig, NO",
        "v1, Service, NO"
    })
    void recognisesByApiGroupAndKind(String apiVersion, String kind, Recognition expected) {
        String text = "apiVersion: %s\nkind: %s\n".formatted(apiVersion, kind);
        assertThat(new EksctlReader()
                        .recognise(Sources.parse("x.yaml", text).documents().get(0)))
                .isEqualTo(expected);
    }

    @Test
    void readsJson() {
        Read read = Read.of(
                "c.json",
                """
                {"apiVersion": "eksctl.io/v1alpha5", "kind": "ClusterConfig",
                 "metadata": {"name": "j", "region": "eu-west-1", "version": "1.33"}}
                """,
                Map.of());
        assertThat(read.problems()).isEmpty();
        assertThat(read.cluster().version().known()).contains("1.33");
        assertThat(read.cluster().versionIsText().known()).contains(true);
    }

    @Test
    void everyDocumentIsAnEstateOfItsOwn() {
        String one = "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: %s, region: eu-west-1}\n";
        Read read = Read.of(one.formatted("a") + "---\n" + one.formatted("b"));
        assertThat(read.reading().drafts()).extracting(d -> d.id()).containsExactly("cluster.yaml#1", "cluster.yaml#2");
        assertThat(Read.of(one.formatted("a")).reading().drafts())
                .extracting(d -> d.id())
                .containsExactly("cluster.yaml");
    }

    @Test
    void aVersionWithoutQuotesKeepsItsSpellingAndIsNoText() {
        Cluster cluster = version("1.30");
        assertThat(cluster.version().known()).contains("1.30");
        assertThat(cluster.versionIsText().known()).contains(false);
        assertThat(cluster.versionIsText().places().get(0).toString()).isEqualTo("cluster.yaml:6:12");
    }

    @ParameterizedTest
    @CsvSource({"auto, 1.34", "latest,", "'',1.34"})
    void aVersionThatEksctlDecidesIsNotKnown(String written, String likely) {
        Value<String> version = version("\"" + written + "\"").version();
        assertThat(version).isInstanceOf(Value.Unresolved.class);
        assertThat(((Value.Unresolved<String>) version).likely()).isEqualTo(likely);
        assertThat(((Value.Unresolved<String>) version).settledBy())
                .containsExactly(Settlement.command("aws eks describe-cluster --name prod --output json"));
    }

    private static Cluster version(String version) {
        return Read.cluster("  version: " + version + "\n").cluster();
    }

    @Test
    void placeholdersAreSettledByTheirParameters() {
        String text =
                """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata:
                  name: ${CLUSTER}
                  region: "{{ region }}"
                  version: $VERSION
                managedNodeGroups: <groups>
                """;
        Read open = Read.of(text);
        assertThat(open.cluster().name().ground("name").settledBy()).containsExactly(Settlement.parameter("CLUSTER"));
        assertThat(open.cluster().region().ground("region").settledBy())
                .containsExactly(Settlement.parameter("region"));
        assertThat(open.cluster().version().isUnresolved()).isTrue();
        assertThat(open.problems()).extracting(Problem::code).containsExactly("placeholder-block");

        Read given = Read.of(
                "c.yaml",
                text,
                Map.of("CLUSTER", "other", "c.yaml:CLUSTER", "prod", "region", "eu-west-1", "VERSION", "1.31"));
        assertThat(given.cluster().name().known()).contains("prod");
        assertThat(given.cluster().region().known()).contains("eu-west-1");
        assertThat(given.cluster().version().known()).contains("1.31");
    }

    @Test
    void aPlaceholderWithoutQuotesIsUnderstood() {
        Read read = Read.of(
                "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata:\n  name: {{ name }}\n  region: eu-west-1\n");
        assertThat(read.cluster().name().ground("name").settledBy()).containsExactly(Settlement.parameter("name"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aRegionThatIsNotSetIsSettledByTheProfilesRegion() {
        String text = "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: a}\n";
        assertThat(Read.of(text).cluster().region().ground("region").settledBy())
                .containsExactly(Settlement.parameter("AWS_REGION"));
        assertThat(Read.of("a.yaml", text, Map.of("AWS_REGION", "eu-west-3"))
                        .cluster()
                        .region()
                        .known())
                .contains("eu-west-3");
    }

    @Test
    void aClusterWithoutANameIsAProblem() {
        Read read = Read.of("apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {region: eu-west-1}\n");
        assertThat(read.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("missing-field");
            assertThat(p.place().line()).isEqualTo(3);
        });
        assertThat(read.cluster().key()).isEqualTo("Cluster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "managedNodegroups: []| managedNodegroups is no field of eksctl's ClusterConfig; the nearest one is managedNodeGroups",
                "vpc: {clusterEndpoint: {}}| vpc.clusterEndpoint is no field of eksctl's ClusterConfig; the nearest one is clusterEndpoints",
                "nodeGroups: [{name: a, nodes: 3}]| nodeGroups[].nodes is no field of eksctl's ClusterConfig",
                "privateCluster: {enable: true}| privateCluster.enable is no field of eksctl's ClusterConfig; the nearest one is enabled"
            })
    void anUnknownFieldIsAWarningWithTheNearestKnownOne(String field, String message) {
        assertThat(Read.cluster(field).problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("unknown-field");
            assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(p.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpc: [a]| vpc is a list, not a mapping",
                "vpc: {subnets: {private: [subnet-1]}}| private is a list, not a mapping",
                "availabilityZones: eu-west-1a| availabilityZones is text, not a list",
                "managedNodeGroups: {name: a}| managedNodeGroups is a mapping, not a list",
                "managedNodeGroups: [{name: a, ssh: true}]| ssh is true, not a mapping",
                "managedNodeGroups: [{name: a, minSize: few}]| minSize is “few”, which is not a whole number",
                "iam: {withOIDC: maybe}| withOIDC is “maybe”, which is not true or false",
                "vpc: {cidr: 10.0.0.0}| cidr is “10.0.0.0”, which is not an IPv4 CIDR block",
                "vpc: {nat: {gateway: Many}}| gateway is “Many”, not HighlyAvailable, Single or Disable"
            })
    void aWrongTypeIsOneProblemAndTheRestIsRead(String field, String message) {
        Read read = Read.cluster(field);
        assertThat(read.problems()).extracting(Problem::message).containsExactly(message);
        assertThat(read.problems().get(0).place().line()).isEqualTo(6);
        assertThat(read.cluster().name().known()).contains("prod");
    }

    @Test
    void userDataIsNotRepeatedInAProblem() {
        Read read =
                Read.cluster("managedNodeGroups: [{name: a, iam: password=secret, preBootstrapCommands: token=x}]\n");
        assertThat(read.problems()).isNotEmpty();
        assertThat(read.problems())
                .extracting(Problem::message)
                .noneMatch(m -> m.contains("secret") || m.contains("token"));
        assertThat(Dump.of(read.facts())).doesNotContain("token=x");
    }

    @Test
    void endpointsHaveTheDefaultsOfTheApiAndFullyPrivateModeOverrulesThem() {
        Cluster usual = Read.cluster("").cluster();
        assertThat(usual.endpointPublicAccess().known()).contains(true);
        assertThat(usual.endpointPrivateAccess().known()).contains(false);
        assertThat(usual.publicAccessCidrs().items())
                .extracting(v -> v.known().orElse(""))
                .containsExactly("0.0.0.0/0");

        Cluster isPrivate = Read.cluster("privateCluster: {enabled: true}\n").cluster();
        assertThat(isPrivate.endpointPublicAccess().known()).contains(false);
        assertThat(isPrivate.endpointPrivateAccess().known()).contains(true);
        assertThat(isPrivate.endpointPublicAccess().places().get(0).line()).isEqualTo(6);
    }

    @Test
    void whatDependsOnAnOpenSwitchIsNotKnown() {
        Read read = Read.cluster("privateCluster: {enabled: \"${PRIVATE}\"}\n");
        assertThat(read.cluster().endpointPublicAccess().ground("e").settledBy())
                .containsExactly(Settlement.parameter("PRIVATE"));
        assertThat(read.cluster().subnetIds().isUnresolved()).isTrue();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aWholeVpcBehindAPlaceholderLeavesItsSubnetsOpen() {
        Read read = Read.cluster("vpc: ${VPC}\n");
        assertThat(read.cluster().subnetIds().isUnresolved()).isTrue();
        assertThat(read.cluster().endpointPrivateAccess().isUnresolved()).isTrue();
        assertThat(Objects.requireNonNull(read.cluster().subnetIds().rest()).settledBy())
                .containsExactly(Settlement.parameter("VPC"));
    }

    @Test
    void hostileShapesGiveProblemsOnly() {
        for (String text : List.of(
                "vpc: {subnets: {private: {eu-west-1a: [1]}}, nat: 3, clusterEndpoints: [], extraCIDRs: {a: b}}",
                "managedNodeGroups: [null, 3, [a], {name: [x], instanceTypes: {a: b}, subnets: 4}]",
                "fargateProfiles: [{selectors: x}, {selectors: [y]}]",
                "addons: [{name: {a: b}}, x]",
                "iam: [x]\naccessConfig: {accessEntries: {a: b}}",
                "nodeGroups: [{instancesDistribution: x, launchTemplate: y, updateConfig: z, tags: [q]}]",
                "remoteNetworkConfig: {remoteNodeNetworks: x}\noutpost: 1\ncloudWatch: {clusterLogging: {enableTypes: {}}}")) {
            Read read = Read.cluster(text + "\n");
            assertThat(read.problems()).as(text).isNotEmpty();
            assertThat(read.all(Cluster.class)).as(text).hasSize(1);
        }
    }
}
