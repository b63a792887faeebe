package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.PrefixList;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reader.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAnswersTest {

    @Test
    void aVpcHasItsAssociatedCidrBlocks() {
        Vpc vpc = Recorded.file(
                        "vpcs.json",
                        """
                {"Vpcs": [{"VpcId": "vpc-0b10000000000000a", "CidrBlock": "10.0.0.0/16", "DhcpOptionsId": "dopt-0b10000000000000a",
                  "CidrBlockAssociationSet": [
                    {"CidrBlock": "10.0.0.0/16", "CidrBlockState": {"State": "associated"}},
                    {"CidrBlock": "100.64.0.0/16", "CidrBlockState": {"State": "disassociating"}}],
                  "Tags": [{"Key": "Name", "Value": "main"}]}]}
                """)
                .only(Vpc.class);

        assertThat(vpc.cidrBlocks().items()).extracting(Value::shown).containsExactly("10.0.0.0/16");
        assertThat(vpc.ipv6CidrBlocks().isComplete()).isTrue();
        assertThat(vpc.tags().known().orElseThrow().get("Name").known()).contains("main");
        assertThat(vpc.enableDnsSupport().isUnresolved()).isTrue();
    }

    @Test
    void dnsAttributesSayOnlyWhatWasAsked() {
        Vpc vpc = Recorded.file(
                        "a.json", "{\"VpcId\": \"vpc-0b10000000000000a\", \"EnableDnsHostnames\": {\"Value\": false}}")
                .only(Vpc.class);

        assertThat(vpc.key()).isEqualTo("Vpc/vpc-0b10000000000000a");
        assertThat(vpc.enableDnsHostnames().known()).contains(false);
        assertThat(vpc.enableDnsSupport().isUnresolved()).isTrue();
    }

    @Test
    void attachmentsOfATransitGatewayNameVpcAndSubnets() {
        Recorded recorded = Recorded.file(
                "attachments.json",
                """
                {"TransitGatewayVpcAttachments": [{"TransitGatewayAttachmentId": "tgw-attach-0b10000000000000a",
                  "TransitGatewayId": "tgw-0b10000000000000a", "VpcId": "vpc-0b10000000000000a", "State": "available",
                  "SubnetIds": ["subnet-0b10000000000000a"]}]}
                """);
        TransitGatewayVpcAttachment attachment = recorded.only(TransitGatewayVpcAttachment.class);

        assertThat(attachment.vpc().known().orElseThrow().shown()).isEqualTo("vpc-0b10000000000000a");
        assertThat(attachment.transitGateway().known().orElseThrow().shown()).isEqualTo("tgw-0b10000000000000a");
        assertThat(attachment.subnets().items()).extracting(Ref::shown).containsExactly("subnet-0b10000000000000a");
        assertThat(attachment.state().known()).contains("available");
    }

    @Test
    void ofAttachmentsOfEveryKindThoseOfVpcsAreTakenWithoutSubnets() {
        TransitGatewayVpcAttachment attachment = Recorded.file(
                        "attachments.json",
                        """
                {"TransitGatewayAttachments": [
                  {"TransitGatewayAttachmentId": "tgw-attach-0b10000000000000a", "TransitGatewayId": "tgw-0b10000000000000a",
                   "ResourceType": "vpc", "ResourceId": "vpc-0b10000000000000a", "State": "available"},
                  {"TransitGatewayAttachmentId": "tgw-attach-0b10000000000000b", "TransitGatewayId": "tgw-0b10000000000000a",
                   "ResourceType": "vpn", "ResourceId": "vpn-0b10000000000000a", "State": "available"}]}
                """)
                .only(TransitGatewayVpcAttachment.class);

        assertThat(attachment.vpc().known().orElseThrow().shown()).isEqualTo("vpc-0b10000000000000a");
        assertThat(attachment.subnets().isUnresolved()).isTrue();
    }

    @Test
    void entriesOfAPrefixListNameTheirList() {
        PrefixList list = Recorded.file(
                        "pl.json",
                        """
                {"PrefixListId": "pl-0b10000000000000a", "Entries": [{"Cidr": "10.0.0.0/8", "Description": "office"}, {"Cidr": "2001:db8::/32"}]}
                """)
                .only(PrefixList.class);

        assertThat(list.id().known()).contains("pl-0b10000000000000a");
        assertThat(list.entries().isComplete()).isTrue();
        assertThat(list.entries().items()).extracting(Value::shown).containsExactly("10.0.0.0/8", "2001:db8::/32");
    }

    @Test
    void entriesOfAnUnnamedPrefixListAreAProblem() {
        Recorded recorded = Recorded.file("pl.json", "{\"Entries\": [{\"Cidr\": \"10.0.0.0/8\"}]}");

        assertThat(recorded.readings().get(0).problems())
                .singleElement()
                .asString()
                .contains("do not say of which prefix list they are");
    }

    @Test
    void aPrefixListOfAnAwsServiceIsDescribedWithItsBlocks() {
        PrefixList list = Recorded.file(
                        "pl.json",
                        """
                {"PrefixLists": [{"PrefixListId": "pl-6da54004", "PrefixListName": "com.amazonaws.eu-west-1.s3", "Cidrs": ["3.5.64.0/21"]}]}
                """)
                .only(PrefixList.class);

        assertThat(list.entries().items()).extracting(Value::shown).containsExactly("3.5.64.0/21");
    }

    @Test
    void aSubnetIsReadFromCamelCaseToo() {
        Subnet subnet = Recorded.file(
                        "subnets.yaml",
                        """
                subnets:
                - subnetId: subnet-0b10000000000000a
                  vpcId: vpc-0b10000000000000a
                  cidrBlock: 10.0.1.0/24
                  availabilityZone: eu-west-1b
                  availabilityZoneId: euw1-az3
                  availableIpAddressCount: 17
                  mapPublicIpOnLaunch: true
                """)
                .only(Subnet.class);

        assertThat(subnet.availableIpAddressCount().known()).contains(17);
        assertThat(subnet.mapPublicIpOnLaunch().known()).contains(true);
        assertThat(subnet.vpc().known().map(Ref::shown)).contains("vpc-0b10000000000000a");
        assertThat(subnet.outpostArn()).isInstanceOf(Value.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GatewayId, local, LOCAL",
        "GatewayId, igw-0b10000000000000a, INTERNET_GATEWAY",
        "GatewayId, vgw-0b10000000000000a, VIRTUAL_PRIVATE_GATEWAY",
        "GatewayId, vpce-0b10000000000000a, VPC_ENDPOINT",
        "NatGatewayId, nat-0b10000000000000a, NAT_GATEWAY",
        "TransitGatewayId, tgw-0b10000000000000a, TRANSIT_GATEWAY",
        "EgressOnlyInternetGatewayId, eigw-0b10000000000000a, EGRESS_ONLY_INTERNET_GATEWAY",
        "VpcPeeringConnectionId, pcx-0b10000000000000a, VPC_PEERING_CONNECTION",
    })
    void aRouteGoesWhereItsMemberSays(String member, String id, Route.Target target) {
        RouteTable table = Recorded.file(
                        "rt.json",
                        """
                {"RouteTables": [{"RouteTableId": "rtb-0b10000000000000a", "VpcId": "vpc-0b10000000000000a",
                  "Associations": [{"Main": false, "SubnetId": "subnet-0b10000000000000a"}],
                  "Routes": [{"DestinationCidrBlock": "0.0.0.0/0", "%s": "%s", "State": "blackhole"}]}]}
                """
                                .formatted(member, id))
                .only(RouteTable.class);

        Route route = table.routes().items().get(0);
        assertThat(route.target().known()).contains(target);
        assertThat(route.state().known()).contains("blackhole");
        assertThat(route.targetRef().known().map(Ref::shown).orElse("local")).isEqualTo(id);
        assertThat(table.main().known()).contains(false);
        assertThat(table.subnets().items()).extracting(Ref::shown).containsExactly("subnet-0b10000000000000a");
    }

    @Test
    void routeTablesAreAllListedWhenTheMainTableIsAmongThem() {
        String main =
                """
                {"RouteTables": [{"RouteTableId": "rtb-0b10000000000000a", "VpcId": "vpc-0b10000000000000a",
                  "Associations": [{"Main": true}], "Routes": []}]%s}
                """;

        assertThat(Recorded.file("rt.json", main.formatted(""))
                        .only(Vpc.class)
                        .routeTablesListed()
                        .known())
                .contains(true);
        assertThat(Recorded.file("rt.json", main.formatted(", \"NextToken\": \"more\""))
                        .facts(Vpc.class))
                .isEmpty();
        assertThat(Recorded.file("rt.json", main.formatted("").replace("true", "false"))
                        .facts(Vpc.class))
                .isEmpty();
    }

    @Test
    void theCommandOfTheManifestTellsWhetherAListIsWhole() {
        String manifest =
                """
                {"ekslintEvidence": "1", "recordedAt": "2026-11-20T10:00:00Z", "region": "eu-west-1", "cluster": "orders",
                 "files": [{"file": "endpoints.json", "command": ["aws", "ec2", "describe-vpc-endpoints", %s]}]}
                """;
        String endpoints = "{\"VpcEndpoints\": []}";

        Vpc whole = Recorded.file("e/endpoints.json", endpoints)
                .and(
                        "e/manifest.json",
                        manifest.formatted("\"--filters\", \"Name=vpc-id,Values=vpc-0b10000000000000a\""))
                .only(Vpc.class);
        assertThat(whole.vpcId().known()).contains("vpc-0b10000000000000a");
        assertThat(whole.endpointsListed().known()).contains(true);

        assertThat(Recorded.file("e/endpoints.json", endpoints)
                        .and(
                                "e/manifest.json",
                                manifest.formatted(
                                        "\"--filters\", \"Name=vpc-id,Values=vpc-0b10000000000000a\", \"Name=service-name,Values=x\""))
                        .facts(Vpc.class))
                .isEmpty();
    }

    @Test
    void gatewaysEndpointsAclsAndOptionsAreRead() {
        Recorded recorded = Recorded.file(
                        "nat.json",
                        """
                        {"NatGateways": [{"NatGatewayId": "nat-0b10000000000000a", "VpcId": "vpc-0b10000000000000a", "State": "available",
                          "SubnetId": "subnet-0b10000000000000a", "NatGatewayAddresses": [{"PublicIp": "198.51.100.7"}]}]}
                        """)
                .and(
                        "endpoints.json",
                        """
                        {"VpcEndpoints": [{"VpcEndpointId": "vpce-0b10000000000000a", "VpcId": "vpc-0b10000000000000a",
                          "ServiceName": "com.amazonaws.eu-west-1.sts", "VpcEndpointType": "Interface", "State": "available",
                          "SubnetIds": ["subnet-0b10000000000000a"], "Groups": [{"GroupId": "sg-0b10000000000000a"}],
                          "PrivateDnsEnabled": true}]}
                        """)
                .and(
                        "acls.json",
                        """
                        {"NetworkAcls": [{"NetworkAclId": "acl-0b10000000000000a", "VpcId": "vpc-0b10000000000000a", "IsDefault": true,
                          "Associations": [{"SubnetId": "subnet-0b10000000000000a"}],
                          "Entries": [{"RuleNumber": 100, "Egress": true, "RuleAction": "allow", "Protocol": "6",
                            "PortRange": {"From": 443, "To": 443}, "CidrBlock": "0.0.0.0/0"}]}]}
                        """)
                .and(
                        "dhcp.json",
                        """
                        {"DhcpOptions": [{"DhcpOptionsId": "dopt-0b10000000000000a", "DhcpConfigurations": [
                          {"Key": "domain-name", "Values": [{"Value": "corp.example"}]},
                          {"Key": "domain-name-servers", "Values": [{"Value": "10.0.0.2"}, {"Value": "AmazonProvidedDNS"}]}]}]}
                        """)
                .and(
                        "zones.json",
                        """
                        {"AvailabilityZones": [{"ZoneName": "eu-west-1a", "ZoneId": "euw1-az1", "RegionName": "eu-west-1"}]}
                        """);

        assertThat(recorded.only(NatGateway.class).publicIps().items())
                .extracting(Value::shown)
                .containsExactly("198.51.100.7");
        VpcEndpoint endpoint = recorded.only(VpcEndpoint.class);
        assertThat(endpoint.privateDnsEnabled().known()).contains(true);
        assertThat(endpoint.securityGroups().items()).extracting(Ref::shown).containsExactly("sg-0b10000000000000a");
        assertThat(recorded.only(NetworkAcl.class).entries().items())
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.allow().known()).contains(true);
                    assertThat(e.fromPort().known()).contains(443);
                });
        assertThat(recorded.only(DhcpOptions.class).domainNameServers().items())
                .extracting(Value::shown)
                .containsExactly("10.0.0.2", "AmazonProvidedDNS");
        assertThat(recorded.only(AvailabilityZone.class).zoneType().known()).contains("availability-zone");
    }

    @Test
    void everyPeerOfAPermissionIsARule() {
        SecurityGroup group = Recorded.file(
                        "sg.json",
                        """
                {"SecurityGroups": [{"GroupId": "sg-0b10000000000000a", "GroupName": "nodes", "VpcId": "vpc-0b10000000000000a",
                  "IpPermissions": [
                    {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8"}],
                     "Ipv6Ranges": [{"CidrIpv6": "::/0"}], "PrefixListIds": [{"PrefixListId": "pl-0b10000000000000a"}],
                     "UserIdGroupPairs": [{"GroupId": "sg-0b10000000000000b"}, {"GroupId": "sg-"}]}],
                  "IpPermissionsEgress": [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]}
                """)
                .only(SecurityGroup.class);

        assertThat(group.ingress().items())
                .extracting(SecurityGroupRule::peerKind)
                .containsExactly(
                        PeerKind.CIDR,
                        PeerKind.CIDR,
                        PeerKind.PREFIX_LIST,
                        PeerKind.SECURITY_GROUP,
                        PeerKind.SECURITY_GROUP);
        assertThat(group.ingress()
                        .items()
                        .get(4)
                        .peerGroup()
                        .known()
                        .orElseThrow()
                        .id()
                        .isUnresolved())
                .isTrue();
        assertThat(group.egress().items()).singleElement().satisfies(r -> {
            assertThat(r.fromPort()).isInstanceOf(Value.Absent.class);
            assertThat(r.peer().known()).contains("0.0.0.0/0");
        });
    }

    @Test
    void rulesByThemselvesMayBeAPartOfTheGroup() {
        SecurityGroup group = Recorded.file(
                        "rules.json",
                        """
                {"SecurityGroupRules": [
                  {"SecurityGroupRuleId": "sgr-0b10000000000000a", "GroupId": "sg-0b10000000000000a", "IsEgress": false,
                   "IpProtocol": "tcp", "FromPort": 10250, "ToPort": 10250, "ReferencedGroupInfo": {"GroupId": "sg-0b10000000000000b"}},
                  {"SecurityGroupRuleId": "sgr-0b10000000000000b", "GroupId": "sg-0b10000000000000a", "IsEgress": true,
                   "IpProtocol": "-1", "FromPort": -1, "ToPort": -1, "CidrIpv4": "0.0.0.0/0"}]}
                """)
                .only(SecurityGroup.class);

        assertThat(group.ingress().items()).hasSize(1);
        assertThat(group.ingress().isComplete()).isFalse();
        assertThat(group.egress().items().get(0).toPort()).isInstanceOf(Value.Absent.class);
    }
}
