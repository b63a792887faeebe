package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeGroupTest {

    private static NodeGroup managed(String fields) {
        return Read.cluster("managedNodeGroups: [{name: n" + (fields.isEmpty() ? "" : ", " + fields) + "}]\n")
                .get(NodeGroup.class, "NodeGroup/n");
    }

    private static NodeGroup selfManaged(String fields) {
        return Read.cluster("nodeGroups: [{name: n, " + fields + "}]\n").get(NodeGroup.class, "NodeGroup/n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|2|2|2",
                "desiredCapacity: 4|4|4|4",
                "minSize: 1, maxSize: 9|1|9|1",
                "minSize: 3|3|3|3",
                "maxSize: 5|2|5|2",
                "minSize: 1, desiredCapacity: 2|1|2|2"
            })
    void sizesCompleteEachOther(String fields, int min, int max, int desired) {
        NodeGroup group = managed(fields);
        assertThat(group.minSize().known()).contains(min);
        assertThat(group.maxSize().known()).contains(max);
        assertThat(group.desiredSize().known()).contains(desired);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|AL2023|AL2023_x86_64_STANDARD",
                "instanceType: m7g.large|AL2023|AL2023_ARM_64_STANDARD",
                "instanceType: g5.xlarge|AL2023|AL2023_x86_64_NVIDIA",
                "amiFamily: AmazonLinux2|AL2|AL2_x86_64",
                "'amiFamily: Bottlerocket, instanceType: m7g.large'|BOTTLEROCKET|BOTTLEROCKET_ARM_64",
                "amiFamily: Ubuntu2204|UBUNTU|",
                "instanceType: new9.large|AL2023|",
                "'ami: ami-1, amiFamily: AmazonLinux2023'|AL2023|CUSTOM",
                "ami: ami-1||CUSTOM",
                "ami: auto|AL2023|AL2023_x86_64_STANDARD",
                "'launchTemplate: {id: lt-1}'||"
            })
    void theAmiTypeFollowsFromFamilyAndProcessor(String fields, String family, String type) {
        NodeGroup group = managed(fields);
        assertThat(group.amiFamily().known().orElse(null)).isEqualTo(family);
        assertThat(group.amiType().known().orElse(null)).isEqualTo(type);
    }

    @Test
    void anOwnLaunchTemplateMaySayTheRest() {
        NodeGroup group = managed("launchTemplate: {id: lt-1, version: \"2\"}");
        assertThat(group.imageId().isUnresolved()).isTrue();
        assertThat(group.instanceTypes().isUnresolved()).isTrue();
        assertThat(group.httpTokens().isUnresolved()).isTrue();
        assertThat(group.launchTemplate().known().orElseThrow().key()).isEqualTo("LaunchTemplate/n");
    }

    @Test
    void anInstanceSelectorLeavesTheTypesOpen() {
        assertThat(managed("instanceSelector: {vCPUs: 2}").instanceTypes().isUnresolved())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instanceType: m5.large|ON_DEMAND",
                "instancesDistribution: {instanceTypes: [a.large], maxPrice: 0.1}|ON_DEMAND",
                "instancesDistribution: {instanceTypes: [a.large], onDemandPercentageAboveBaseCapacity: 100}|ON_DEMAND",
                "instancesDistribution: {instanceTypes: [a.large], onDemandPercentageAboveBaseCapacity: 0}|SPOT",
                "instanceMarketOptions: {marketType: capacity-block}|CAPACITY_BLOCK"
            })
    void spotIsWhatTheDistributionLeavesToIt(String fields, String capacity) {
        assertThat(selfManaged(fields).capacityType().known()).contains(capacity);
    }

    @Test
    void aManagedSpotGroupIsMarkedAtItsPlace() {
        Value<String> capacity = managed("spot: true").capacityType();
        assertThat(capacity.known()).contains("SPOT");
        assertThat(capacity.isExplicit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'ssh: {allow: true}'|~/.ssh/id_rsa.pub",
                "'ssh: {publicKeyName: k}'|k",
                "'ssh: {allow: false, publicKeyName: k}'|",
                "'ssh: {enableSsm: true}'|",
                "'ssh: {publicKey: ssh-rsa AAAA}'|a public key",
                "allowSSH: true|~/.ssh/id_rsa.pub"
            })
    void aKeyTurnsRemoteAccessOn(String fields, String key) {
        assertThat(selfManaged(fields).remoteAccessKey().known().orElse(null)).isEqualTo(key);
    }

    @Test
    void imdsVersionOneIsOffByDefault() {
        Value<String> tokens = managed("").httpTokens();
        assertThat(tokens.known()).contains("required");
        assertThat(tokens).isInstanceOfSatisfying(Value.Known.class, k -> assertThat(k.provenance())
                .isEqualTo(Provenance.DEFAULT));
        assertThat(managed("disableIMDSv1: false").httpTokens().known()).contains("optional");
        assertThat(managed("disablePodIMDS: true").httpPutResponseHopLimit().known())
                .contains(1);
    }

    @Test
    void anOwnBootstrapCommandIsReadForTheClustersAddressOnly() {
        NodeGroup bare = selfManaged("overrideBootstrapCommand: /etc/eks/bootstrap.sh prod");
        assertThat(bare.userData().known()).contains(true);
        assertThat(bare.bootstrapsCluster().known()).contains(false);
        NodeGroup full = selfManaged(
                "overrideBootstrapCommand: /etc/eks/bootstrap.sh prod --apiserver-endpoint x --b64-cluster-ca y");
        assertThat(full.bootstrapsCluster().known()).contains(true);
    }

    @Test
    void groupsOfTheSameNameKeepKeysApart() {
        Read read = Read.cluster("managedNodeGroups: [{name: n}, {minSize: 1}]\nnodeGroups: [{name: n}]\n");
        assertThat(read.keys(NodeGroup.class)).containsExactly("NodeGroup/n", "NodeGroup/#2", "NodeGroup/n#2");
    }
}
