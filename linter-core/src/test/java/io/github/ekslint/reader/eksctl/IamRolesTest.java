package io.github.ekslint.reader.eksctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.IamRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IamRolesTest {

    private static Optional<IamRole> of(Read read, String user) {
        return read.all(IamRole.class).stream()
                .filter(r -> r.key().equals(IamRole.keyOf(user)))
                .findFirst();
    }

    private static String policies(Read read, String user) {
        return of(read, user).orElseThrow().attachedPolicyArns().shown().replace("arn:aws:iam::aws:policy/", "");
    }

    @Test
    void theRoleOfTheClusterIsMadeUnlessItIsNamed() {
        assertThat(of(Read.cluster(""), "Cluster/prod")
                        .orElseThrow()
                        .trustedServices()
                        .shown())
                .contains("eks.amazonaws.com");
        assertThat(of(Read.cluster("iam: {serviceRoleARN: 'arn:aws:iam::111122223333:role/x'}"), "Cluster/prod"))
                .isEmpty();
        assertThat(policies(Read.cluster("autoModeConfig: {enabled: true}"), "Cluster/prod"))
                .contains("AmazonEKSComputePolicy", "AmazonEKSNetworkingPolicy");
    }

    @Test
    void theCniPolicyIsOnTheNodesUnlessTheClusterHasAnOidcProvider() {
        String group = "managedNodeGroups: [{name: w}]\n";

        assertThat(policies(Read.cluster(group), "NodeGroup/w")).contains("AmazonEKS_CNI_Policy", "PullOnly");
        Read withOidc = Read.cluster(group + "iam: {withOIDC: true}");
        assertThat(policies(withOidc, "NodeGroup/w")).doesNotContain("AmazonEKS_CNI_Policy");
        assertThat(of(withOidc, "Cluster/prod/aws-node")).isPresent();
    }

    @Test
    void policiesOfTheSpecReplaceTheUsualOnes() {
        Read read =
                Read.cluster("managedNodeGroups: [{name: w, iam: {attachPolicyARNs: ['arn:aws:iam::aws:policy/Mine'],"
                        + " withAddonPolicies: {imageBuilder: true, externalDNS: true, ebs: false}}}]");

        assertThat(policies(read, "NodeGroup/w"))
                .contains("Mine", "AmazonEC2ContainerRegistryPowerUser")
                .doesNotContain("AmazonEKSWorkerNodePolicy");
        assertThat(of(read, "NodeGroup/w").orElseThrow().addonPolicies().shown())
                .isEqualTo("externalDNS");
    }

    @Test
    void aRoleOrAnInstanceProfileThatIsNamedIsNotMade() {
        assertThat(of(Read.cluster("nodeGroups: [{name: w, iam: {instanceProfileARN: x}}]"), "NodeGroup/w"))
                .isEmpty();
        assertThat(of(Read.cluster("managedNodeGroups: [{name: w, iam: {instanceRoleARN: x}}]"), "NodeGroup/w"))
                .isEmpty();
        assertThat(of(
                        Read.cluster(
                                "fargateProfiles: [{name: f, podExecutionRoleARN: x, selectors: [{namespace: a}]}]"),
                        "FargateProfile/f"))
                .isEmpty();
    }
}
