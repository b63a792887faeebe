package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComputeAnswersTest {

    private static final String BOOTSTRAP =
            "#!/bin/bash\nPASSWORD=hush\n/etc/eks/bootstrap.sh c --b64-cluster-ca A --apiserver-endpoint B\n";

    @Test
    void ofUserDataOnlyItsKindIsKept() {
        LaunchTemplate template = template(base64(BOOTSTRAP));

        assertThat(template.userData().known()).contains(true);
        assertThat(template.bootstrapsCluster().known()).contains(true);
        assertThat(template.toString()).doesNotContain("hush", base64(BOOTSTRAP));
    }

    @Test
    void userDataThatDoesNotJoinTheClusterIsToldApart() {
        assertThat(template(base64("#!/bin/bash\necho hello\n"))
                        .bootstrapsCluster()
                        .known())
                .contains(false);
        assertThat(template("").userData().known()).contains(false);
        assertThat(template("").bootstrapsCluster().known()).contains(false);
        assertThat(template("H4sIAAAAAAAA/w==").bootstrapsCluster().isUnresolved())
                .isTrue();
        assertThat(template("removed, bootstraps the cluster: yes")
                        .bootstrapsCluster()
                        .known())
                .contains(true);
    }

    @Test
    void aLaunchTemplateVersionIsRead() {
        LaunchTemplate template = template("");

        assertThat(template.key()).isEqualTo("LaunchTemplate/lt-0c10000000000000a/4");
        assertThat(template.networkInterfaceGroups().items())
                .extracting(Ref::shown)
                .containsExactly("sg-0c10000000000000a");
        assertThat(template.associatePublicIpAddress().known()).contains(false);
        assertThat(template.volumeEncrypted()).isInstanceOf(Value.Absent.class);
        assertThat(template.httpTokens().known()).contains("required");
        assertThat(template.imageId()).isInstanceOf(Value.Absent.class);
    }

    @Test
    void anAutoScalingGroupOfAClusterIsASelfManagedNodeGroup() {
        Recorded recorded = Recorded.file(
                "asg.json",
                """
                {"AutoScalingGroups": [
                  {"AutoScalingGroupName": "eks-managed", "MinSize": 1, "MaxSize": 1, "Tags": [
                    {"Key": "eks:nodegroup-name", "Value": "managed"}, {"Key": "kubernetes.io/cluster/orders", "Value": "owned"}]},
                  {"AutoScalingGroupName": "website", "MinSize": 1, "MaxSize": 1, "Tags": []},
                  {"AutoScalingGroupName": "own", "MinSize": 1, "MaxSize": 3, "DesiredCapacity": 2, "CapacityRebalance": true,
                   "VPCZoneIdentifier": "subnet-0c10000000000000a,subnet-0c10000000000000b",
                   "MixedInstancesPolicy": {
                     "LaunchTemplate": {"LaunchTemplateSpecification": {"LaunchTemplateId": "lt-0c10000000000000a", "Version": "4"},
                                        "Overrides": [{"InstanceType": "m7i.large"}, {"InstanceType": "m6i.large"}]},
                     "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 0,
                                               "SpotAllocationStrategy": "capacity-optimized"}},
                   "Tags": [{"Key": "kubernetes.io/cluster/orders", "Value": "owned"}]}]}
                """);
        NodeGroup group = recorded.only(NodeGroup.class);

        assertThat(group.key()).isEqualTo("NodeGroup/orders/own");
        assertThat(group.managed().known()).contains(false);
        assertThat(group.subnets().items())
                .extracting(Ref::shown)
                .containsExactly("subnet-0c10000000000000a", "subnet-0c10000000000000b");
        assertThat(group.instanceTypes().items()).extracting(Value::shown).containsExactly("m7i.large", "m6i.large");
        assertThat(group.capacityType().known()).contains("SPOT");
        assertThat(group.launchTemplate().known().map(Ref::shown)).isEqualTo(Optional.of("lt-0c10000000000000a"));
        assertThat(recorded.recordings())
                .anySatisfy(r -> assertThat(r.clusterName()).contains("orders"));
    }

    @Test
    void anInstanceTypeHasItsArchitectures() {
        InstanceType type = Recorded.file(
                        "types.json",
                        """
                {"InstanceTypes": [{"InstanceType": "g5g.xlarge", "ProcessorInfo": {"SupportedArchitectures": ["arm64"]},
                  "VCpuInfo": {"DefaultVCpus": 4}, "GpuInfo": {"Gpus": []}}]}
                """)
                .only(InstanceType.class);

        assertThat(type.supportedArchitectures().items())
                .extracting(Value::shown)
                .containsExactly("arm64");
        assertThat(type.defaultVCpus().known()).contains(4);
        assertThat(type.gpu().known()).contains(true);
    }

    private static LaunchTemplate template(String userData) {
        return Recorded.file(
                        "lt.json",
                        """
                {"LaunchTemplateVersions": [{"LaunchTemplateId": "lt-0c10000000000000a", "VersionNumber": 4, "DefaultVersion": true,
                  "LaunchTemplateData": {"UserData": "%s", "MetadataOptions": {"HttpTokens": "required"},
                    "BlockDeviceMappings": [{"Ebs": {"Encrypted": true}}, {"Ebs": {}}],
                    "NetworkInterfaces": [{"Groups": ["sg-0c10000000000000a"], "AssociatePublicIpAddress": false}]}}]}
                """
                                .formatted(userData))
                .only(LaunchTemplate.class);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
