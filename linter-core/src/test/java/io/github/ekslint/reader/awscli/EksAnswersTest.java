package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EksAnswersTest {

    private static final String CLUSTER =
            """
            {"cluster": {
              "name": "orders",
              "arn": "arn:aws:eks:eu-west-1:222233334444:cluster/orders",
              "createdAt": "2026-02-03T08:30:00.123000+01:00",
              "version": "1.33",
              "platformVersion": "eks.9",
              "status": "ACTIVE",
              "endpoint": "https://ABC.gr7.eu-west-1.eks.amazonaws.com",
              "roleArn": "arn:aws:iam::222233334444:role/orders",
              "resourcesVpcConfig": {
                "subnetIds": ["subnet-0a10000000000000a", "subnet-0a10000000000000b"],
                "securityGroupIds": ["sg-0a10000000000000a"],
                "clusterSecurityGroupId": "sg-0a10000000000000b",
                "vpcId": "vpc-0a10000000000000a",
                "endpointPublicAccess": true,
                "endpointPrivateAccess": false,
                "publicAccessCidrs": ["203.0.113.0/24"]},
              "kubernetesNetworkConfig": {"serviceIpv4Cidr": "172.20.0.0/16", "ipFamily": "ipv4"},
              "logging": {"clusterLogging": [
                {"types": ["api", "audit"], "enabled": true},
                {"types": ["scheduler"], "enabled": false}]},
              "tags": {"team": "shop"},
              "health": {"issues": [{"code": "Ec2SubnetNotFound", "message": "…"}]},
              "encryptionConfig": null
            }}
            """;

    @Test
    void aClusterIsReadWithItsPlacesAndOrigin() {
        Cluster cluster = Recorded.file("answers/cluster.json", CLUSTER).only(Cluster.class);

        assertThat(cluster.key()).isEqualTo("Cluster/orders");
        assertThat(cluster.region().known()).contains("eu-west-1");
        assertThat(cluster.accountId().known()).contains("222233334444");
        assertThat(cluster.createdAt().known()).contains(Instant.parse("2026-02-03T07:30:00.123Z"));
        assertThat(cluster.vpc().known().map(Ref::shown)).contains("vpc-0a10000000000000a");
        assertThat(cluster.subnetIds().items())
                .extracting(Ref::shown)
                .containsExactly("subnet-0a10000000000000a", "subnet-0a10000000000000b");
        assertThat(cluster.loggingTypes().items()).extracting(Value::shown).containsExactly("api", "audit");
        assertThat(cluster.healthIssues().items()).extracting(Value::shown).containsExactly("Ec2SubnetNotFound");
        assertThat(cluster.version()).isInstanceOfSatisfying(Value.Known.class, version -> {
            assertThat(version.value()).isEqualTo("1.33");
            assertThat(version.provenance()).isEqualTo(Provenance.OBSERVED);
            assertThat(version.origin()).isEqualTo("recorded");
            assertThat(version.places()).hasToString("[answers/cluster.json:5:14]");
        });
    }

    @Test
    void whatAWholeAnswerLeavesOutIsKnownToBeAbsent() {
        Cluster cluster = Recorded.file("cluster.json", CLUSTER).only(Cluster.class);

        assertThat(cluster.encryptionKeyArn())
                .isInstanceOfSatisfying(
                        Value.Absent.class, a -> assertThat(a.provenance()).isEqualTo(Provenance.OBSERVED));
        assertThat(cluster.outpostArns().isComplete()).isTrue();
        assertThat(cluster.autoMode().known()).contains(false);
        assertThat(cluster.connected().known()).contains(false);
        assertThat(cluster.authenticationMode())
                .isInstanceOfSatisfying(
                        Value.Known.class, k -> assertThat(k.provenance()).isEqualTo(Provenance.DEFAULT));
    }

    @Test
    void ofAFragmentNothingIsSaidAboutWhatItLeavesOut() {
        Cluster cluster = Recorded.file(
                        "part.json", "{\"cluster\": {\"logging\": {\"clusterLogging\": []}, \"version\": \"1.32\"}}")
                .only(Cluster.class);

        assertThat(cluster.encryptionKeyArn().isUnresolved()).isTrue();
        assertThat(cluster.loggingTypes().isComplete()).isTrue();
        assertThat(cluster.name().isUnresolved()).isTrue();
    }

    @Test
    void scrubbedIdsNameNothingButStayCountable() {
        Cluster cluster = Recorded.file(
                        "scrubbed.json",
                        """
                {"ResponseMetadata": {"HTTPStatusCode": 200},
                 "cluster": {"name": "c", "arn": "arn:aws:eks:us-east-1::cluster/c", "status": "ACTIVE",
                  "resourcesVpcConfig": {"subnetIds": ["subnet-", "subnet-", "subnet-xxxxxxxx"], "vpcId": "vpc-"}}}
                """)
                .only(Cluster.class);

        assertThat(cluster.subnetIds().items())
                .hasSize(3)
                .allSatisfy(ref -> assertThat(ref.id().isUnresolved()).isTrue());
        assertThat(cluster.vpc().known().orElseThrow().id().isUnresolved()).isTrue();
        assertThat(cluster.region().known()).contains("us-east-1");
        assertThat(cluster.accountId().isUnresolved()).isTrue();
    }

    @Test
    void aNodegroupBelongsToItsClusterAndAccount() {
        Recorded recorded = Recorded.file(
                "nodegroup.yaml",
                """
                nodegroup:
                  nodegroupName: blue
                  nodegroupArn: arn:aws:eks:eu-west-1:222233334444:nodegroup/orders/blue/11
                  clusterName: orders
                  version: '1.32'
                  releaseVersion: 1.32.3-20260801
                  status: ACTIVE
                  scalingConfig: {minSize: 1, maxSize: 4, desiredSize: 2}
                  instanceTypes: null
                  subnets: [subnet-0a10000000000000a]
                  amiType: CUSTOM
                  launchTemplate: {name: blue, version: '7', id: lt-0a10000000000000a}
                  health: {issues: []}
                  updateConfig: {maxUnavailable: 1}
                """);
        NodeGroup group = recorded.only(NodeGroup.class);

        assertThat(group.key()).isEqualTo("NodeGroup/orders/blue");
        assertThat(group.managed().known()).contains(true);
        assertThat(group.instanceTypes().items()).isEmpty();
        assertThat(group.instanceTypes().isComplete()).isTrue();
        assertThat(group.launchTemplateVersion().known()).contains("7");
        assertThat(group.capacityType().known()).contains("ON_DEMAND");
        assertThat(recorded.recordings()).singleElement().satisfies(r -> {
            assertThat(r.clusterName()).contains("orders");
            assertThat(r.region()).contains("eu-west-1");
            assertThat(r.accountId()).contains("222233334444");
        });
    }

    @Test
    void profilesAddonsEntriesAndAssociationsAreRead() {
        Recorded recorded = Recorded.file(
                        "fargate.json",
                        """
                        {"fargateProfile": {"fargateProfileName": "system", "clusterName": "orders",
                          "fargateProfileArn": "arn:aws:eks:eu-west-1:222233334444:fargateprofile/orders/system/1",
                          "podExecutionRoleArn": "arn:aws:iam::222233334444:role/pods",
                          "subnets": ["subnet-0a10000000000000a"],
                          "selectors": [{"namespace": "kube-system", "labels": {"k8s-app": "kube-dns"}}], "status": "ACTIVE"}}
                        """)
                .and(
                        "addon.json",
                        """
                        {"addon": {"addonName": "vpc-cni", "clusterName": "orders", "addonVersion": "v1.20.1-eksbuild.1",
                          "addonArn": "arn:aws:eks:eu-west-1:222233334444:addon/orders/vpc-cni/1",
                          "status": "DEGRADED", "health": {"issues": [{"code": "InsufficientNumberOfReplicas"}]}}}
                        """)
                .and(
                        "policies.json",
                        """
                        {"clusterName": "orders", "principalArn": "arn:aws:iam::222233334444:role/ops",
                         "associatedAccessPolicies": [{"policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"}]}
                        """)
                .and(
                        "associations.json",
                        """
                        {"associations": [{"clusterName": "orders", "namespace": "a", "serviceAccount": "default"},
                                          {"clusterName": "orders", "namespace": "b", "serviceAccount": "default"}]}
                        """);

        assertThat(recorded.only(FargateProfile.class).selectors().items())
                .singleElement()
                .satisfies(s -> assertThat(s.labels().get("k8s-app").known()).contains("kube-dns"));
        assertThat(recorded.only(Addon.class).healthIssues().items())
                .extracting(Value::shown)
                .containsExactly("InsufficientNumberOfReplicas");
        assertThat(recorded.only(Addon.class).serviceAccountRoleArn()).isInstanceOf(Value.Absent.class);
        assertThat(recorded.only(AccessEntry.class).policyArns().items()).hasSize(1);
        assertThat(recorded.facts(PodIdentityAssociation.class))
                .extracting(PodIdentityAssociation::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(recorded.recordings())
                .allSatisfy(r -> assertThat(r.clusterName()).contains("orders"));
    }

    @Test
    void anIdentityProviderIsReadWithItsIssuer() {
        IdentityProviderConfig config = Recorded.file(
                        "idp.json",
                        """
                {"identityProviderConfig": {"oidc": {"identityProviderConfigName": "cognito", "clusterName": "prod",
                  "identityProviderConfigArn": "arn:aws:eks:eu-west-1:111122223333:identityproviderconfig/prod/oidc/cognito/9cc0",
                  "issuerUrl": "https://login.example.com", "clientId": "k", "status": "ACTIVE"}}}
                """)
                .only(IdentityProviderConfig.class);

        assertThat(config.key()).isEqualTo("IdentityProviderConfig/prod/cognito");
        assertThat(config.issuerUrl().known()).contains("https://login.example.com");
        assertThat(config.status().known()).contains("ACTIVE");
    }

    @Test
    void ofAListedIdentityProviderTheCommandThatDescribesItIsNamed() {
        IdentityProviderConfig config = Recorded.file(
                        "idps.json", "{\"identityProviderConfigs\": [{\"type\": \"oidc\", \"name\": \"cognito\"}]}")
                .only(IdentityProviderConfig.class);

        assertThat(config.issuerUrl().ground("issuerUrl").settledBy())
                .extracting(s -> s.text())
                .containsExactly("aws eks describe-identity-provider-config --cluster-name {cluster}"
                        + " --identity-provider-config type=oidc,name=cognito --output json");
    }

    @Test
    void listedNamesTellWhichNodeGroupsExist() {
        Recorded recorded = Recorded.file("e/nodegroups.json", "{\"nodegroups\": [\"blue\", \"green\"]}")
                .and(
                        "e/manifest.json",
                        """
                        {"ekslintEvidence": "1", "recordedAt": "2026-11-20T10:00:00Z", "account": "222233334444",
                         "region": "eu-west-1", "cluster": "orders",
                         "files": [{"file": "nodegroups.json",
                                    "command": ["aws", "eks", "list-nodegroups", "--cluster-name", "orders"]}]}
                        """);

        assertThat(recorded.facts(NodeGroup.class))
                .extracting(NodeGroup::key)
                .containsExactly("NodeGroup/orders/blue", "NodeGroup/orders/green");
        assertThat(recorded.only(Cluster.class).nodegroupsListed().known()).contains(true);
        assertThat(recorded.only(Cluster.class).nodegroupsListed())
                .isInstanceOfSatisfying(
                        Value.Known.class, k -> assertThat(k.origin()).isEqualTo("recorded 2026-11-20"));
    }

    @Test
    void aPageOfNamesIsNoWholeList() {
        Recorded recorded =
                Recorded.file("nodegroups.json", "{\"nodegroups\": [\"blue\"], \"nextToken\": \"bmV4dA==\"}");

        assertThat(recorded.facts(NodeGroup.class)).hasSize(1);
        assertThat(recorded.facts(Cluster.class)).isEmpty();
    }

    @Test
    void datesOfVersionsAreUtcDays() {
        ClusterVersion version = Recorded.file(
                        "versions.json",
                        """
                {"status_code": 200, "data": {"ResponseMetadata": {}, "clusterVersions": [{
                  "clusterVersion": "1.31", "defaultVersion": false, "versionStatus": "EXTENDED_SUPPORT",
                  "releaseDate": 1727308800, "endOfStandardSupportDate": "2025-11-25T16:00:00-08:00",
                  "endOfExtendedSupportDate": "2026-11-26T01:00:00+01:00"}]}}
                """)
                .only(ClusterVersion.class);

        assertThat(version.releaseDate().known()).isEqualTo(Optional.of(LocalDate.of(2024, 9, 26)));
        assertThat(version.endOfStandardSupportDate().known()).contains(LocalDate.of(2025, 11, 26));
        assertThat(version.endOfExtendedSupportDate().known()).contains(LocalDate.of(2026, 11, 26));
    }
}
