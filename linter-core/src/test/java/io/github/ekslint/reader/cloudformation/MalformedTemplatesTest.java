package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.reader.SpecReader.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTemplatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Reff X | unknown-function@4",
                "!Ref Nothing | reference-to-nothing@4",
                "!GetAtt Nothing.Arn | reference-to-nothing@4",
                "!Sub '${Nothing}' | reference-to-nothing@4",
                "!If [Nothing, a, b] | reference-to-nothing@4",
                "!If [a, b] | malformed-function@4",
                "!Join [a] | malformed-function@4",
                "!FindInMap [Nothing, a, b] | map-without-key@4",
                "~ | null-value@4",
                "{a: b} | wrong-type@4",
                "[a, b] | wrong-type@4",
                "!Ref Cluster | circular-reference@4",
            })
    void getAProblemAndTheRestIsRead(String expression, String problem) {
        ReadTemplates read = ReadTemplates.of(
                """
                Resources:
                  Cluster:
                    Type: AWS::EKS::Cluster
                    Properties: {Name: %s, Version: '1.34'}
                """
                        .formatted(expression));
        assertThat(read.problems()).anyMatch(p -> p.equals(problem) || p.equals(problem.replace("@4", "@2")));
        Cluster cluster = read.one(Cluster.class, "Cluster");
        assertThat(cluster.name().isUnresolved()).isTrue();
        assertThat(cluster.version().known()).contains("1.34");
    }

    @Test
    void aNullInAListIsAProblemAndTheOtherItemsAreRead() {
        ReadTemplates read = ReadTemplates.of(
                """
                Resources:
                  Cluster:
                    Type: AWS::EKS::Cluster
                    Properties:
                      Name: prod
                      ResourcesVpcConfig:
                        SubnetIds:
                          - subnet-1
                          -
                """);
        assertThat(read.problems()).containsExactly("null-value@9");
        assertThat(read.one(Cluster.class, "Cluster").subnetIds().items())
                .extracting(r -> r.shown())
                .containsExactly("subnet-1");
    }

    @Test
    void resourcesThatNeedEachOtherAreAProblem() {
        ReadTemplates read = ReadTemplates.of(
                """
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  A:
                    Type: AWS::EC2::SecurityGroup
                    Properties: {SecurityGroupIngress: [{IpProtocol: -1, SourceSecurityGroupId: !Ref B}]}
                  B:
                    Type: AWS::EC2::SecurityGroup
                    DependsOn: A
                """);
        assertThat(read.problems()).containsExactly("circular-reference@3");
    }

    @Test
    void conditionsThatNeedEachOtherAreAProblem() {
        ReadTemplates read = ReadTemplates.of(
                """
                Conditions:
                  A: !Not [!Condition B]
                  B: !Not [!Condition A]
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster, Condition: A}
                """);
        assertThat(read.problems()).containsExactly("circular-reference@3");
        assertThat(read.one(Cluster.class, "Cluster").existence().isUnknown()).isTrue();
    }

    @Test
    void resourcesOfTheWrongShapeAreProblems() {
        ReadTemplates read = ReadTemplates.of(
                """
                Resources:
                  Text: text
                  NoType: {Properties: {}}
                  Cluster:
                    Type: AWS::EKS::Cluster
                    Properties:
                      ResourcesVpcConfig: [a]
                """);
        assertThat(read.problems()).contains("wrong-type@2", "missing-field@3", "wrong-type@7");
    }

    @Test
    void aBombOfSubstitutionsEnds() {
        StringBuilder template =
                new StringBuilder("Resources:\n  Cluster: {Type: AWS::EKS::Cluster, Properties: {Name: !Ref S0}}\n");
        for (int i = 0; i < 60; i++) {
            template.append("  S%d: {Type: AWS::EKS::Cluster, Properties: {Name: !Sub '${S%d}${S%d}${S%d}'}}\n"
                    .formatted(i, i + 1, i + 1, i + 1));
        }
        template.append("  S60: {Type: AWS::EKS::Cluster, Properties: {Name: abc}}\n");
        ReadTemplates read = ReadTemplates.of(template.toString());
        assertThat(read.one(Cluster.class, "S60").name().known()).contains("abc");
        assertThat(read.one(Cluster.class, "Cluster").name().isUnresolved()).isTrue();
    }

    @Test
    void manyOpenInputsAtOnceAreNotTriedOneByOne() {
        StringBuilder template = new StringBuilder("Parameters:\n");
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            template.append("  P%d: {Type: String, AllowedValues: [a, b]}\n".formatted(i));
            name.append("${P%d}".formatted(i));
        }
        template.append(
                "Resources:\n  Cluster: {Type: AWS::EKS::Cluster, Properties: {Name: !Sub '%s'}}\n".formatted(name));
        assertThat(ReadTemplates.of(template.toString())
                        .one(Cluster.class, "Cluster")
                        .name()
                        .isUnresolved())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YES | {Resources: {C: {Type: 'AWS::EKS::Cluster'}}}",
                "YES | {Resources: {C: {Type: 'AWSQS::EKS::Cluster'}}}",
                "YES | {Resources: {C: {Type: 'Custom::AWSCDK-EKS-Cluster'}}}",
                "YES | {Resources: {S: {Type: 'AWS::EC2::Subnet', Properties: {Tags: [{Key: kubernetes.io/role/elb}]}}}}",
                "IRRELEVANT | {Resources: {B: {Type: 'AWS::S3::Bucket'}}}",
                "IRRELEVANT | {AWSTemplateFormatVersion: '2010-09-09', Resources: {}}",
                "NO | {Resources: {B: {Type: bucket}}}",
                "NO | {kind: ClusterConfig}",
            })
    void areRecognisedByWhatTheyHold(Recognition recognition, String template) {
        assertThat(ReadTemplates.recognise(template)).isEqualTo(recognition);
    }
}
