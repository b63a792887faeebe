package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    private static final String CLUSTER =
            "Resources:\n  Cluster: {Type: AWS::EKS::Cluster, Properties: {Name: prod}}\n";

    private static ReadTemplates beside(String resources) {
        return ReadTemplates.of(CLUSTER + resources.indent(2));
    }

    @Test
    void whatIsNotWrittenHasTheDefaultOfAws() {
        Cluster cluster = ReadTemplates.of(CLUSTER).one(Cluster.class, "Cluster");
        assertThat(cluster.endpointPublicAccess()).isEqualTo(Value.byDefault(true, "AWS", cluster.place()));
        assertThat(cluster.endpointPrivateAccess().known()).contains(false);
        assertThat(cluster.publicAccessCidrs().shown()).startsWith("0.0.0.0/0");
        assertThat(cluster.authenticationMode().known()).contains("CONFIG_MAP");
        assertThat(cluster.region().isUnresolved()).isTrue();
    }

    @Test
    void aClusterOfTheCdkIsReadFromItsConfig() {
        Cluster cluster = ReadTemplates.of(
                        """
                        Resources:
                          C:
                            Type: Custom::AWSCDK-EKS-Cluster
                            Properties:
                              Config:
                                version: "1.34"
                                resourcesVpcConfig: {endpointPublicAccess: false, subnetIds: [subnet-1]}
                                logging: {clusterLogging: [{enabled: true, types: [api, audit]}]}
                        """)
                .one(Cluster.class, "C");
        assertThat(cluster.version().known()).contains("1.34");
        assertThat(cluster.endpointPublicAccess().known()).contains(false);
        assertThat(cluster.loggingTypes().items()).extracting(Value::shown).containsExactly("api", "audit");
    }

    @Test
    void aVpcOfTheTemplateHasItsMainRouteTableAndNoOthers() {
        ReadTemplates read = beside("Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}");
        assertThat(read.one(Vpc.class, "Vpc").routeTablesListed().known()).contains(true);
        RouteTable main = read.one(RouteTable.class, "Vpc.main");
        assertThat(main.main().known()).contains(true);
        assertThat(main.routes().items())
                .extracting(r -> r.target().known().orElseThrow())
                .containsExactly(Route.Target.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::EC2::TransitGatewayVpcAttachment", "AWS::EC2::TransitGatewayAttachment"})
    void bothTypesOfAttachmentsJoinAVpcWithATransitGateway(String type) {
        TransitGatewayVpcAttachment attachment = beside(
                        """
                        Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
                        Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
                        Attached:
                          Type: %s
                          Properties: {VpcId: !Ref Vpc, TransitGatewayId: tgw-1, SubnetIds: [!Ref Subnet]}
                        """
                                .formatted(type))
                .one(TransitGatewayVpcAttachment.class, "Attached");

        assertThat(attachment.vpc().known().orElseThrow().key()).isEqualTo("Vpc/stack/Vpc");
        assertThat(attachment.transitGateway().known().orElseThrow().shown()).isEqualTo("tgw-1");
        assertThat(attachment.subnets().items()).extracting(Ref::key).containsExactly("Subnet/stack/Subnet");
    }

    @Test
    void anUpdateAddsAndRemovesSubnetsOfAnAttachment() {
        TransitGatewayVpcAttachment attachment = beside(
                        """
                        Attached:
                          Type: AWS::EC2::TransitGatewayVpcAttachment
                          Properties:
                            VpcId: vpc-1
                            TransitGatewayId: tgw-1
                            SubnetIds: [subnet-1, subnet-2]
                            AddSubnetIds: [subnet-3]
                            RemoveSubnetIds: [subnet-1]
                        """)
                .one(TransitGatewayVpcAttachment.class, "Attached");

        assertThat(attachment.subnets().items()).extracting(Ref::shown).containsExactly("subnet-2", "subnet-3");
    }

    @Test
    void anIdentityProviderBelongsToItsCluster() {
        IdentityProviderConfig config = beside(
                        """
                        Oidc:
                          Type: AWS::EKS::IdentityProviderConfig
                          Properties:
                            ClusterName: !Ref Cluster
                            Type: oidc
                            Oidc: {ClientId: k, IssuerUrl: "https://login.example.com"}
                        """)
                .one(IdentityProviderConfig.class, "Oidc");

        assertThat(config.cluster()).isEqualTo("Cluster/stack/Cluster");
        assertThat(config.issuerUrl().known()).contains("https://login.example.com");
        assertThat(config.identityProviderConfigName().isUnresolved()).isTrue();
    }

    @Test
    void aRouteBehindAConditionIsThereInSomeCasesOnly() {
        ReadTemplates read = ReadTemplates.of(
                """
                Parameters:
                  Nat: {Type: String, AllowedValues: ["yes", "no"]}
                Conditions:
                  WithNat: !Equals [!Ref Nat, "yes"]
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  Table: {Type: AWS::EC2::RouteTable}
                  Default:
                    Type: AWS::EC2::Route
                    Condition: WithNat
                    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1}
                """);
        Route route = read.one(RouteTable.class, "Table").routes().items().get(1);
        assertThat(route.destination().isPresent("destination").when(io.github.ekslint.model.Logic.TRUE))
                .containsExactly("Nat is yes");
    }

    @Test
    void securityGroupsLetEverythingOutUnlessTheySayOtherwise() {
        ReadTemplates read = beside(
                """
                Open: {Type: AWS::EC2::SecurityGroup}
                Shut:
                  Type: AWS::EC2::SecurityGroup
                  Properties: {SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}]}
                Beside: {Type: AWS::EC2::SecurityGroup}
                Rule:
                  Type: AWS::EC2::SecurityGroupEgress
                  Properties: {GroupId: !GetAtt Beside.GroupId, IpProtocol: -1, DestinationSecurityGroupId: !Ref Open}
                """);
        assertThat(peers(read.one(SecurityGroup.class, "Open"))).startsWith("0.0.0.0/0");
        assertThat(peers(read.one(SecurityGroup.class, "Shut"))).isEqualTo("10.0.0.0/8");
        SecurityGroupRule rule =
                read.one(SecurityGroup.class, "Beside").egress().items().get(0);
        assertThat(rule.peerGroup().known().orElseThrow().key()).isEqualTo("SecurityGroup/stack/Open");
    }

    private static String peers(SecurityGroup group) {
        return group.egress().items().get(0).peer().known().orElse("");
    }

    @Test
    void rulesForTheClusterSecurityGroupAreItsOwn() {
        ReadTemplates read = beside(
                """
                Rule:
                  Type: AWS::EC2::SecurityGroupIngress
                  Properties: {GroupId: !GetAtt Cluster.ClusterSecurityGroupId, IpProtocol: tcp, CidrIp: 10.0.0.0/8}
                """);
        Ref group = read.one(Cluster.class, "Cluster")
                .clusterSecurityGroup()
                .known()
                .orElseThrow();
        SecurityGroup fact = read.all(SecurityGroup.class).get(0);
        assertThat(fact.key()).isEqualTo(group.key());
        assertThat(fact.ingress().items()).hasSize(2);
    }

    @Test
    void privateDnsIsOffUnlessItIsWritten() {
        VpcEndpoint endpoint = beside(
                        """
                        Sts:
                          Type: AWS::EC2::VPCEndpoint
                          Properties: {ServiceName: !Sub 'com.amazonaws.${AWS::Region}.sts', VpcEndpointType: Interface}
                        """)
                .one(VpcEndpoint.class, "Sts");
        assertThat(endpoint.privateDnsEnabled().known()).contains(false);
        assertThat(endpoint.serviceName().known()).contains("com.amazonaws.${AWS::Region}.sts");
    }

    @Test
    void aManagedGroupTakesWhatItsLaunchTemplateSays() {
        NodeGroup group = beside(
                        """
                        Template:
                          Type: AWS::EC2::LaunchTemplate
                          Properties:
                            LaunchTemplateName: nodes
                            LaunchTemplateData:
                              ImageId: '{{resolve:ssm:/aws/service/eks/optimized-ami/1.31/amazon-linux-2/recommended/image_id}}'
                              InstanceType: m7i.large
                              MetadataOptions: {HttpTokens: required}
                              UserData: !Base64 "/etc/eks/bootstrap.sh prod --apiserver-endpoint x --b64-cluster-ca y"
                        Group:
                          Type: AWS::EKS::Nodegroup
                          Properties: {ClusterName: prod, LaunchTemplate: {Name: nodes}}
                        """)
                .one(NodeGroup.class, "Group");
        assertThat(group.cluster()).isEqualTo("Cluster/stack/Cluster");
        assertThat(group.amiType().known()).contains("CUSTOM");
        assertThat(group.amiFamily().known()).contains("AL2");
        assertThat(group.httpTokens().known()).contains("required");
        assertThat(group.bootstrapsCluster().known()).contains(true);
        assertThat(group.instanceTypes().items()).extracting(Value::shown).containsExactly("m7i.large");
        assertThat(group.toString()).doesNotContain("bootstrap.sh");
    }

    @Test
    void anAutoScalingGroupOfNodesIsASelfManagedGroup() {
        ReadTemplates read = beside(
                """
                Nodes:
                  Type: AWS::AutoScaling::AutoScalingGroup
                  Properties:
                    MinSize: 1
                    VPCZoneIdentifier: [subnet-1, subnet-2]
                    Tags: [{Key: !Sub 'kubernetes.io/cluster/${Cluster}', Value: owned, PropagateAtLaunch: true}]
                Others:
                  Type: AWS::AutoScaling::AutoScalingGroup
                """);
        assertThat(read.all(NodeGroup.class)).hasSize(1);
        NodeGroup group = read.one(NodeGroup.class, "Nodes");
        assertThat(group.managed().known()).contains(false);
        assertThat(group.cluster()).isEqualTo("Cluster/stack/Cluster");
        Listing<Ref> subnets = group.subnets();
        assertThat(subnets.items()).extracting(r -> r.id().shown()).containsExactly("subnet-1", "subnet-2");
    }

    @ParameterizedTest
    @CsvSource({
        "/aws/service/eks/optimized-ami/1.32/amazon-linux-2-arm64/recommended/image_id, AL2, 1.32, arm64",
        "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended/image_id, AL2023, 1.34, x86_64",
        "/aws/service/bottlerocket/aws-k8s-1.34/arm64/latest/image_id, BOTTLEROCKET, 1.34, arm64",
    })
    void theNameOfAnSsmParameterTellsTheImage(String parameter, String family, String version, String architecture) {
        ReadTemplates read = beside(
                """
                Data:
                  Type: AWS::EC2::LaunchTemplate
                  Properties: {LaunchTemplateData: {ImageId: '{{resolve:ssm:%s}}', InstanceType: m7g.large}}
                Nodes:
                  Type: AWS::AutoScaling::AutoScalingGroup
                  Properties:
                    LaunchTemplate: {LaunchTemplateId: !Ref Data, Version: '1'}
                    Tags: [{Key: kubernetes.io/cluster/prod, Value: owned, PropagateAtLaunch: true}]
                """
                        .formatted(parameter));
        NodeGroup group = read.one(NodeGroup.class, "Nodes");
        assertThat(group.amiFamily().known()).contains(family);
        assertThat(group.version().known()).contains(version);
        assertThat(group.imageArchitecture().known()).contains(architecture);
        assertThat(read.one(LaunchTemplate.class, "Data").volumeEncrypted()).isInstanceOf(Value.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'ImageId: ami-0abc', Unresolved",
        "'InstanceType: m7g.large', Absent",
        "'BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeSize: 80}}]', Absent",
        "'BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {Encrypted: true}}]', Known",
    })
    void theAccountDecidesAboutVolumesUnlessTheTemplateOrItsImageDoes(String data, String encrypted) {
        ReadTemplates read = beside(
                "Data: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {%s}}}".formatted(data));
        assertThat(read.one(LaunchTemplate.class, "Data")
                        .volumeEncrypted()
                        .getClass()
                        .getSimpleName())
                .isEqualTo(encrypted);
    }

    @Test
    void aVpcOfTheTemplateKeepsTheDefaultDhcpOptionsUnlessItNamesOthers() {
        ReadTemplates read = beside(
                """
                Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
                Other: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
                Options: {Type: AWS::EC2::DHCPOptions, Properties: {DomainNameServers: [10.1.0.10]}}
                Use: {Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: {VpcId: !Ref Other, DhcpOptionsId: !Ref Options}}
                """);
        assertThat(read.one(Vpc.class, "Vpc").dhcpOptions()).isInstanceOf(Value.Absent.class);
        assertThat(read.one(Vpc.class, "Other").dhcpOptions().known().map(Ref::key))
                .contains("DhcpOptions/stack/Options");
    }

    @Test
    void whatNoRuleAsksForIsNoProblem() {
        ReadTemplates read = beside("Other: {Type: AWS::EKS::Capability, Properties: {ClusterName: !Ref Cluster}}");
        assertThat(read.problems()).isEmpty();
        assertThat(read.facts()).hasSameSizeAs(ReadTemplates.of(CLUSTER).facts());
    }

    @Test
    void aKeyOfTheTemplateIsUsableUnlessItSaysOtherwise() {
        ReadTemplates read = beside(
                """
                Key: {Type: AWS::KMS::Key}
                Other: {Type: AWS::KMS::Key, Properties: {Enabled: false, KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY}}
                """);
        assertThat(read.one(KmsKey.class, "Key").keyState().known()).contains("Enabled");
        assertThat(read.one(KmsKey.class, "Key").keySpec().known()).contains("SYMMETRIC_DEFAULT");
        assertThat(read.one(KmsKey.class, "Other").keyState().known()).contains("Disabled");
        assertThat(read.one(KmsKey.class, "Other").keyUsage().known()).contains("SIGN_VERIFY");
    }

    @Test
    void whatAMacroFillsInIsNotKnown() {
        Cluster cluster = ReadTemplates.of(
                        """
                        Transform: [OurMacro]
                        Resources:
                          Cluster: {Type: AWS::EKS::Cluster, Properties: {Version: ~~/cluster/version~~, Name: !Ref Made}}
                        """)
                .one(Cluster.class, "Cluster");
        assertThat(cluster.version().isUnresolved()).isTrue();
        assertThat(cluster.name().isUnresolved()).isTrue();
    }

    @Test
    void loopsAreExpanded() {
        ReadTemplates read = ReadTemplates.of(
                """
                Transform: AWS::LanguageExtensions
                Parameters:
                  Zones: {Type: CommaDelimitedList, Default: 'a,b'}
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  Fn::ForEach::Subnets:
                    - Zone
                    - !Ref Zones
                    - Subnet${Zone}:
                        Type: AWS::EC2::Subnet
                        Properties: {AvailabilityZone: !Sub 'eu-west-1${Zone}'}
                """);
        assertThat(read.one(io.github.ekslint.model.Subnet.class, "Subnetb")
                        .availabilityZone()
                        .known())
                .contains("eu-west-1b");
    }
}
