package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.reader.Reading.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StacksTest {

    private static final String VPC =
            """
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
              A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a}}
              B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b}}
            Outputs:
              Subnets:
                Value: !Join [',', [!Ref A, !Ref B]]
                Export: {Name: !Sub '${AWS::StackName}-Subnets'}
            """;

    private static final String CLUSTER =
            """
            Parameters:
              Network: {Type: String}
            Resources:
              Cluster:
                Type: AWS::EKS::Cluster
                Properties:
                  Name: prod
                  ResourcesVpcConfig:
                    SubnetIds: !Split [',', Fn::ImportValue: !Sub '${Network}-Subnets']
            Outputs:
              Name: {Value: !Ref Cluster, Export: {Name: cluster-name}}
            """;

    private static final String NODES =
            """
            Resources:
              Nodes:
                Type: AWS::EKS::Nodegroup
                Properties: {ClusterName: !ImportValue cluster-name, NodegroupName: workers}
            """;

    private static Map<String, String> files(String... pairs) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            files.put(pairs[i], pairs[i + 1]);
        }
        return files;
    }

    @Test
    void joinedByExportsAreOneEstate() {
        ReadTemplates read = ReadTemplates.of(files("vpc.yaml", VPC, "nodes.yaml", NODES, "eks.yaml", CLUSTER));
        assertThat(read.reading().drafts()).extracting(Draft::id).containsExactly("eks.yaml");
        Cluster cluster = read.one(Cluster.class, "Cluster");
        assertThat(cluster.subnetIds().items()).extracting(Ref::key).containsExactly("Subnet/vpc/A", "Subnet/vpc/B");
        assertThat(cluster.region().known()).contains("eu-west-1");
        assertThat(read.one(NodeGroup.class, "Nodes").cluster()).isEqualTo(cluster.key());
    }

    @Test
    void withoutTheExportingTemplateTheListIsNotKnown() {
        Cluster cluster = ReadTemplates.of(files("eks.yaml", CLUSTER)).one(Cluster.class, "Cluster");
        assertThat(cluster.subnetIds().isUnresolved()).isTrue();
    }

    @Test
    void twoTemplatesThatExportTheSameJoinNothing() {
        ReadTemplates read = ReadTemplates.of(files("a/vpc.yaml", VPC, "b/vpc.yaml", VPC, "c/eks.yaml", CLUSTER));
        assertThat(read.reading().drafts()).hasSize(1);
        assertThat(read.one(Cluster.class, "Cluster").subnetIds().isUnresolved())
                .isTrue();
    }

    @Test
    void aTemplateInTheSameFolderIsMeantFirst() {
        ReadTemplates read = ReadTemplates.of(files("a/vpc.yaml", VPC, "b/vpc.yaml", VPC, "b/eks.yaml", CLUSTER));
        assertThat(read.one(Cluster.class, "Cluster").subnetIds().items())
                .extracting(Ref::key)
                .containsExactly("Subnet/vpc#2/A", "Subnet/vpc#2/B");
    }

    @Test
    void nestedOnesPassParametersInAndOutputsOut() {
        String main =
                """
                Resources:
                  Network:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: ./network/vpc.yaml}
                  Eks:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: !Sub 'https://${AWS::Region}.example.com/deploy/eks.yaml'
                      Parameters: {Subnets: !GetAtt Network.Outputs.Subnets, Version: '1.34'}
                """;
        String eks =
                """
                Parameters:
                  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
                  Version: {Type: String, Default: '1.20'}
                Resources:
                  Cluster:
                    Type: AWS::EKS::Cluster
                    Properties: {Version: !Ref Version, ResourcesVpcConfig: {SubnetIds: !Ref Subnets}}
                """;
        ReadTemplates read =
                ReadTemplates.of(files("cfn/main.yaml", main, "cfn/network/vpc.yaml", VPC, "cfn/deploy/eks.yaml", eks));
        assertThat(read.reading().drafts()).hasSize(1);
        Cluster cluster = read.one(Cluster.class, "Cluster");
        assertThat(cluster.version().known()).contains("1.34");
        assertThat(cluster.subnetIds().items())
                .extracting(Ref::key)
                .containsExactly("Subnet/main/Network/A", "Subnet/main/Network/B");
        assertThat(cluster.vpc().known().orElseThrow().key()).isEqualTo("Vpc/main/Network/Vpc");
    }

    @Test
    void aStackThatNestsItselfIsAProblem() {
        String main =
                """
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}
                """;
        String other =
                """
                Resources:
                  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: c.yaml}}
                """;
        String back =
                """
                Resources:
                  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}
                """;
        ReadTemplates read = ReadTemplates.of(files("a.yaml", main, "b.yaml", other, "c.yaml", back));
        assertThat(read.problems()).containsExactly("circular-reference@2");
        assertThat(read.all(Cluster.class)).hasSize(1);
    }

    @Test
    void aVpcStackAloneIsNoEstate() {
        assertThat(ReadTemplates.of(files("vpc.yaml", VPC)).reading().drafts()).isEmpty();
    }

    @Test
    void rolesOfAnotherStackAreJoined() {
        String roles =
                """
                Resources:
                  ClusterRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}}}
                Outputs:
                  Role: {Value: !GetAtt ClusterRole.Arn, Export: {Name: cluster-role}}
                """;
        String eks =
                """
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster, Properties: {RoleArn: !ImportValue cluster-role}}
                """;
        assertThat(ReadTemplates.of(files("roles.yaml", roles, "eks.yaml", eks)).all(IamRole.class))
                .hasSize(1);
    }

    @Test
    void theCdkAssetsNameTheTemplateOfANestedStack() {
        String main =
                """
                {"Resources": {"Inner": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": {"Fn::Join": ["",
                  ["https://s3.", {"Ref": "AWS::Region"}, ".amazonaws.com/cdk-assets/0a1b2c.json"]]}}}}}
                """;
        String assets =
                """
                {"version": "55.0.0", "files": {"0a1b2c": {"source": {"path": "Inner.nested.template.json", "packaging": "file"},
                  "destinations": {"current_account": {"bucketName": "cdk-assets", "objectKey": "0a1b2c.json"}}}}}
                """;
        ReadTemplates read = ReadTemplates.of(files(
                "cdk.out/Main.template.json",
                main,
                "cdk.out/Main.assets.json",
                assets,
                "cdk.out/Inner.nested.template.json",
                "{\"Resources\": {\"C\": {\"Type\": \"AWS::EKS::Cluster\"}}}"));
        assertThat(read.reading().drafts()).hasSize(1);
        assertThat(read.one(Cluster.class, "C").key()).isEqualTo("Cluster/Main/Inner/C");
    }

    @Test
    void theCdkManifestSaysWhereAStackIsDeployed() {
        String manifest =
                """
                {"version": "48.0.0", "artifacts": {"Prod": {"type": "aws:cloudformation:stack",
                  "environment": "aws://111122223333/eu-central-1",
                  "properties": {"templateFile": "Prod.template.json"}}}}
                """;
        String template =
                """
                {"Resources": {"C": {"Type": "AWS::EKS::Cluster", "Metadata": {"aws:cdk:path": "Prod/Cluster/Resource"}}}}
                """;
        Cluster cluster = ReadTemplates.of(
                        files("cdk.out/manifest.json", manifest, "cdk.out/Prod.template.json", template))
                .one(Cluster.class, "C");
        assertThat(cluster.region().known()).contains("eu-central-1");
        assertThat(cluster.accountId().known()).contains("111122223333");
        assertThat(cluster.place().address()).isEqualTo("C (Prod/Cluster/Resource)");
    }
}
