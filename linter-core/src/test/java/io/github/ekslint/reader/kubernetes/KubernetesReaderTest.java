package io.github.ekslint.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Node;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.Recorded;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesReaderTest {

    private static final String NODES =
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Node
              metadata:
                name: ip-10-0-0-1.eu-west-1.compute.internal
                labels:
                  alpha.eksctl.io/cluster-name: orders
                  alpha.eksctl.io/nodegroup-name: blue
                  eks.amazonaws.com/capacityType: SPOT
                  node.kubernetes.io/instance-type: m7i.large
                  topology.kubernetes.io/region: eu-west-1
              spec: {providerID: aws:///eu-west-1a/i-0e10000000000000a}
              status:
                nodeInfo: {kubeletVersion: v1.33.2-eks-1, osImage: Amazon Linux 2023, architecture: amd64}
                conditions: [{type: MemoryPressure, status: 'False'}, {type: Ready, status: 'True'}]
            - apiVersion: v1
              kind: Node
              metadata: {name: fargate-ip-10-0-0-2.eu-west-1.compute.internal}
              status: {nodeInfo: {kubeletVersion: v1.32.0-eks-2}, conditions: [{type: Ready, status: Unknown}]}
            """;

    @Test
    void nodesAreReadWithWhatTheirLabelsSay() {
        Recorded recorded = Recorded.file("nodes.yaml", NODES);
        Node node = recorded.facts(Node.class).get(0);
        Node fargate = recorded.facts(Node.class).get(1);

        assertThat(node.clusterName().known()).contains("orders");
        assertThat(node.nodegroupName().known()).contains("blue");
        assertThat(node.capacityType().known()).contains("SPOT");
        assertThat(node.zone().known()).contains("eu-west-1a");
        assertThat(node.computeType().known()).contains("ec2");
        assertThat(node.kubeletVersion().known()).contains("v1.33.2-eks-1");
        assertThat(node.ready().known()).contains(true);
        assertThat(fargate.computeType().known()).contains("fargate");
        assertThat(fargate.ready().known()).contains(false);
        assertThat(fargate.nodegroupName()).isInstanceOf(Value.Absent.class);
    }

    @Test
    void aListIsAboutTheClusterThatOneOfItsNodesNames() {
        assertThat(Recorded.file("nodes.yaml", NODES).recordings())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.clusterName()).contains("orders");
                    assertThat(r.region()).contains("eu-west-1");
                    assertThat(r.facts()).hasSize(2);
                });
    }

    @Test
    void thePythonClientsSpellingIsRead() {
        Node node = Recorded.file(
                        "nodes.json",
                        """
                {"api_version": "v1", "items": [{"metadata": {"name": "n", "labels": {"eks.amazonaws.com/nodegroup": "a_b"}},
                  "spec": {"provider_id": "aws:///eu-west-1c/i-0e10000000000000b"},
                  "status": {"node_info": {"kubelet_version": "v1.31.0", "os_image": "Bottlerocket OS"}}}]}
                """)
                .only(Node.class);

        assertThat(node.kubeletVersion().known()).contains("v1.31.0");
        assertThat(node.nodegroupName().known()).contains("a_b");
        assertThat(node.zone().known()).contains("eu-west-1c");
    }

    @Test
    void aRecordedDeploymentKeepsImagesAndArgumentsButNotTheCopyOfItsManifest() {
        Workload workload = Recorded.file(
                        "deploy.json",
                        """
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "aws-load-balancer-controller",
                  "namespace": "kube-system", "uid": "1", "annotations": {
                    "kubectl.kubernetes.io/last-applied-configuration": "{secret}", "a": "b"}},
                 "spec": {"replicas": 2, "template": {"spec": {"initContainers": [{"image": "init:1"}], "containers": [
                   {"image": "public.ecr.aws/eks/aws-load-balancer-controller:v2.8.1", "args": ["--cluster-name=orders"]}]}}}}
                """)
                .only(Workload.class);

        assertThat(workload.key()).isEqualTo("Workload/Deployment/kube-system/aws-load-balancer-controller");
        assertThat(workload.images().items())
                .extracting(Value::shown)
                .containsExactly("init:1", "public.ecr.aws/eks/aws-load-balancer-controller:v2.8.1");
        assertThat(workload.args().items()).extracting(Value::shown).containsExactly("--cluster-name=orders");
        assertThat(workload.annotations().known().orElseThrow().values()).containsOnlyKeys("a");
        assertThat(workload.replicas()).isInstanceOfSatisfying(Value.Known.class, v -> assertThat(v.provenance())
                .isEqualTo(Provenance.OBSERVED));
    }

    @Test
    void aManifestIsWhatSomebodyWrote() {
        Recorded recorded = Recorded.file(
                "app.yaml",
                """
                apiVersion: v1
                kind: Service
                metadata: {name: web, annotations: {x: '${VALUE}'}}
                spec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec: {maxUnavailable: 25%}
                """);

        assertThat(recorded.recordings())
                .allSatisfy(r -> assertThat(r.dialect()).isEqualTo(Recording.MANIFESTS));
        Workload service = recorded.facts(Workload.class).get(0);
        assertThat(service.serviceType().isExplicit()).isTrue();
        assertThat(service.annotations().known().orElseThrow().get("x").isUnresolved())
                .isTrue();
        assertThat(recorded.facts(Workload.class).get(1).maxUnavailable().known())
                .contains("25%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            YES        | {"kind": "ServiceList", "items": [{"kind": "Service", "metadata": {"name": "a"}}]}
            YES        | {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}
            IRRELEVANT | {"kind": "RoleList", "items": [{"kind": "Role", "metadata": {"name": "a"}}]}
            IRRELEVANT | {"apiVersion": "v1", "kind": "List", "items": []}
            IRRELEVANT | {"apiVersion": "v1", "kind": "Node", "metadata": {"labels": {}}}
            IRRELEVANT | {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}
            NO         | {"apiVersion": "eksctl.io/v1alpha5", "kind": "ClusterConfig", "metadata": {"name": "a"}}
            NO         | {"kind": "Deployment"}
            NO         | {"items": [1, 2]}
            NO         | []
            """)
    void anObjectIsKnownByItsContent(Recognition expected, String json) {
        var document = Sources.parse("any", json).documents().get(0);

        assertThat(new KubernetesReader().recognise(document)).isEqualTo(expected);
    }
}
