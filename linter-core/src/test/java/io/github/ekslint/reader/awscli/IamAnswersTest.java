package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.EstateAssembler;
import io.github.ekslint.reader.Recorded;
import org.junit.jupiter.api.Test;

class IamAnswersTest {

    private static final String ROLE =
            """
            {"Role": {"RoleName": "nodes", "Arn": "arn:aws:iam::111122223333:role/team/nodes",
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Deny", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"},
              {"Effect": "Allow", "Principal": {"Service": ["ec2.amazonaws.com"]}, "Action": ["sts:AssumeRole"]}]}}}
            """;

    private static final String POLICIES =
            """
            {"RoleName": "nodes", "AttachedPolicies": [
             {"PolicyName": "AmazonEKSWorkerNodePolicy", "PolicyArn": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"}]}
            """;

    @Test
    void whatTheTrustPolicyAllowsIsReadAndWhatItDeniesIsNot() {
        IamRole role = Recorded.file("role.json", ROLE).only(IamRole.class);

        assertThat(role.trustedServices().shown()).isEqualTo("ec2.amazonaws.com");
        assertThat(role.trustActions().shown()).isEqualTo("sts:AssumeRole");
        assertThat(role.attachedPolicyArns().isUnresolved()).isTrue();
        assertThat(role.attachedPolicyArns().openEnd().orElseThrow().settledBy())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("--role-name nodes", "RoleName: 'nodes'"));
    }

    @Test
    void aTrustPolicyOfOneStatementMayLeaveTheListOut() {
        IamRole role = Recorded.file(
                        "role.json",
                        """
                        {"Role": {"RoleName": "r", "AssumeRolePolicyDocument":
                         {"Statement": {"Effect": "Allow", "Principal": {"Service": "eks.amazonaws.com"}, "Action": "sts:*"}}}}
                        """)
                .only(IamRole.class);

        assertThat(role.trustedServices().shown()).isEqualTo("eks.amazonaws.com");
    }

    @Test
    void aListThatIsCutOffMayGoOn() {
        IamRole role = Recorded.file(
                        "policies.json",
                        """
                        {"RoleName": "r", "IsTruncated": true, "Marker": "x", "PolicyNames": ["one"]}
                        """)
                .only(IamRole.class);

        assertThat(role.inlinePolicyNames().items()).hasSize(1);
        assertThat(role.inlinePolicyNames().isComplete()).isFalse();
    }

    @Test
    void policiesOfARoleWithoutANameAreAProblemThatSaysHowToKeepIt() {
        Recorded recorded = Recorded.file(
                "policies.json",
                """
                {"AttachedPolicies": [{"PolicyName": "P", "PolicyArn": "arn:aws:iam::aws:policy/P"}]}
                """);

        assertThat(recorded.facts(IamRole.class)).isEmpty();
        assertThat(recorded.readings().get(0).problems()).singleElement().satisfies(p -> assertThat(p.message())
                .contains("of which role", "--query"));
    }

    @Test
    void theAnswersAboutOneRoleAreOneRoleOfTheClusterThatNamesIt() {
        EstateAssembler.Assembly assembly = EstateAssembler.assemble(Recorded.file("role.json", ROLE)
                .and("policies.json", POLICIES)
                .and("other.json", ROLE.replace("nodes", "other"))
                .and(
                        "nodegroup.json",
                        """
                        {"nodegroup": {"nodegroupName": "w", "clusterName": "c", "status": "ACTIVE",
                         "nodegroupArn": "arn:aws:eks:eu-west-1:111122223333:nodegroup/c/w/1",
                         "nodeRole": "arn:aws:iam::111122223333:role/team/nodes"}}
                        """)
                .readings());

        Estate estate = assembly.estates().get(0);
        assertThat(estate.all(IamRole.class)).singleElement().satisfies(role -> {
            assertThat(role.roleName().known()).contains("nodes");
            assertThat(role.trustedServices().shown()).isEqualTo("ec2.amazonaws.com");
            assertThat(role.attachedPolicyArns().items()).hasSize(1);
        });
    }

    @Test
    void aRoleOfAnotherAccountWithTheSameNameIsAnother() {
        EstateAssembler.Assembly assembly =
                EstateAssembler.assemble(Recorded.file("role.json", ROLE.replace("111122223333", "444455556666"))
                        .and(
                                "cluster.json",
                                """
                                {"cluster": {"name": "c", "status": "ACTIVE", "platformVersion": "eks.1", "roleArn": "arn:aws:iam::111122223333:role/nodes",
                                 "arn": "arn:aws:eks:eu-west-1:111122223333:cluster/c"}}
                                """)
                        .readings());

        assertThat(assembly.estates().get(0).all(IamRole.class)).isEmpty();
    }

    @Test
    void aKeyAndTheAccountsDefaultAreRead() {
        KmsKey key = Recorded.file(
                        "key.json",
                        """
                        {"KeyMetadata": {"KeyId": "k", "Arn": "arn:aws:kms:eu-west-1:111122223333:key/k", "Enabled": true,
                         "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT", "KeyUsage": "ENCRYPT_DECRYPT"}}
                        """)
                .only(KmsKey.class);
        EbsEncryption ebs =
                Recorded.file("ebs.json", "{\"EbsEncryptionByDefault\": false}").only(EbsEncryption.class);

        assertThat(key.keyState().known()).contains("Enabled");
        assertThat(key.keySpec().known()).contains("SYMMETRIC_DEFAULT");
        assertThat(ebs.ebsEncryptionByDefault().known()).contains(false);
    }

    @Test
    void aVolumeThatDoesNotSayWhetherItIsEncryptedLeavesItToTheAccount() {
        assertThat(template("{\"Encrypted\": true}, {\"VolumeSize\": 80}")).isInstanceOf(Value.Absent.class);
        assertThat(template("{\"Encrypted\": true}").known()).contains(true);
        assertThat(template("{\"Encrypted\": false}, {\"VolumeSize\": 80}").known())
                .contains(false);
    }

    private static Value<Boolean> template(String volumes) {
        String mappings = volumes.replace("{", "{\"Ebs\": {").replace("}", "}}");
        return Recorded.file(
                        "template.json",
                        """
                        {"LaunchTemplateVersions": [{"LaunchTemplateId": "lt-0a10000000000000a", "VersionNumber": 1,
                         "LaunchTemplateData": {"BlockDeviceMappings": [%s]}}]}
                        """
                                .formatted(mappings))
                .only(LaunchTemplate.class)
                .volumeEncrypted();
    }
}
