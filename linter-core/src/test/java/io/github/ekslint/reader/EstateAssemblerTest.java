package io.github.ekslint.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reader.EstateAssembler.Assembly;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reader.implied.ImpliedGroups;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstateAssemblerTest {

    private static final String SUBNET_A = "subnet-0f10000000000000a";
    private static final String VPC_A = "vpc-0f10000000000000a";

    private static final String SUBNETS =
            """
            {"Subnets": [{"SubnetId": "subnet-0f10000000000000a", "VpcId": "vpc-0f10000000000000a", "CidrBlock": "10.0.0.0/24",
              "AvailabilityZone": "eu-west-1a", "AvailableIpAddressCount": 9}]}
            """;

    private static final String TABLES =
            """
            {"RouteTables": [{"RouteTableId": "rtb-0f10000000000000a", "VpcId": "vpc-0f10000000000000a",
              "Associations": [{"Main": true}], "Routes": []}]}
            """;

    @Test
    void evidenceReachesASpecThroughIdsAndWhatTheyMention() {
        Draft draft = draft("a.yaml", "orders", "eu-west-1", SUBNET_A);

        Assembly assembly =
                assemble(List.of(draft), Recorded.file("s.json", SUBNETS).and("t.json", TABLES));

        Estate estate = only(assembly);
        Subnet subnet = estate.byKey(Subnet.class, "Subnet/one").orElseThrow();
        assertThat(subnet.availableIpAddressCount().known()).contains(9);
        assertThat(subnet.declaredPublic().known()).contains(false);
        assertThat(estate.observed()).containsOnlyKeys("Subnet/one");
        assertThat(estate.observed().get("Subnet/one").attributes().said()).doesNotContain(Subnet.DECLARED_PUBLIC);
        assertThat(estate.all(RouteTable.class)).hasSize(1);
        assertThat(estate.all(Vpc.class))
                .singleElement()
                .satisfies(v -> assertThat(v.routeTablesListed().known()).contains(true));
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void whatTheSpecWritesStandsAndItsDefaultsYieldWithEksctl() {
        Draft draft = draft("a.yaml", "orders", "eu-west-1", SUBNET_A);

        Estate estate = only(assemble(List.of(draft), Recorded.file("c.json", cluster("orders", "1.31", VPC_A))));

        Cluster cluster = estate.all(Cluster.class).get(0);
        assertThat(cluster.version().known()).contains("1.33");
        assertThat(cluster.endpointPublicAccess().known()).contains(false);
        assertThat(((Cluster) estate.observed().get("Cluster/spec")).version().known())
                .contains("1.31");
        assertThat(cluster.accountId().known()).contains("222233334444");
    }

    @Test
    void aRecordedClusterThatFitsTwoSpecsJoinsNone() {
        Assembly assembly = assemble(
                List.of(draft("a.yaml", "orders", "eu-west-1", ""), draft("b.yaml", "orders", "eu-west-1", "")),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A)));

        assertThat(assembly.estates()).extracting(Estate::id).containsExactly("a.yaml", "b.yaml", "c.json");
        assertThat(assembly.estates().get(0).observed()).isEmpty();
        assertThat(assembly.problems()).extracting(Problem::code).containsExactly("ambiguous-evidence");
        assertThat(assembly.problems().get(0).message()).contains("a.yaml, b.yaml");
    }

    @Test
    void anIdTellsWhichOfTwoSpecsIsMeant() {
        Assembly assembly = assemble(
                List.of(
                        draft("a.yaml", "orders", "eu-west-1", SUBNET_A),
                        draft("b.yaml", "orders", "eu-west-1", "subnet-0f10000000000000b")),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A)));

        assertThat(assembly.estates()).hasSize(2);
        assertThat(assembly.estates().get(0).observed()).containsKey("Cluster/spec");
        assertThat(assembly.estates().get(1).observed()).isEmpty();
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void anotherRegionIsAnotherCluster() {
        Assembly assembly = assemble(
                List.of(draft("a.yaml", "orders", "us-east-1", "")),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A)));

        assertThat(assembly.estates()).hasSize(2);
        assertThat(assembly.estates().get(0).observed()).isEmpty();
    }

    @Test
    void recordingsAloneMakeAnEstateForEachClusterAndForEachVpcWithout() {
        Recorded recorded = Recorded.file("c1.json", cluster("orders", "1.31", VPC_A))
                .and("c2.json", cluster("billing", "1.32", VPC_A))
                .and("s.json", SUBNETS)
                .and("t.json", TABLES)
                .and("other.json", TABLES.replace("0000a", "0000c"));

        Assembly assembly = assemble(List.of(), recorded);

        assertThat(assembly.estates()).extracting(Estate::id).containsExactly("c1.json", "c2.json", "other.json");
        assertThat(assembly.estates()).allSatisfy(e -> assertThat(e.tool()).isEqualTo(Estate.Tool.RECORDED));
        assertThat(assembly.estates().subList(0, 2))
                .allSatisfy(e -> assertThat(e.all(RouteTable.class)).hasSize(1));
        assertThat(assembly.estates().get(2).all(Cluster.class)).isEmpty();
    }

    @Test
    void scrubbedIdsJoinNothing() {
        String scrubbed =
                """
                {"cluster": {"name": "%s", "arn": "arn:aws:eks:eu-west-1::cluster/%s", "status": "ACTIVE",
                  "resourcesVpcConfig": {"vpcId": "vpc-", "subnetIds": ["subnet-", "subnet-"]}}}
                """;
        Recorded recorded = Recorded.file("c1.json", scrubbed.formatted("one", "one"))
                .and("c2.json", scrubbed.formatted("two", "two"))
                .and(
                        "s.json",
                        "{\"Subnets\": [{\"SubnetId\": \"subnet-\", \"VpcId\": \"vpc-\", \"CidrBlock\": \"10.0.0.0/24\"},"
                                + " {\"SubnetId\": \"subnet-\", \"VpcId\": \"vpc-\", \"CidrBlock\": \"10.0.1.0/24\"}]}");

        Assembly assembly = assemble(List.of(), recorded);

        assertThat(assembly.estates()).extracting(Estate::id).containsExactly("c1.json", "c2.json", "s.json");
        assertThat(assembly.estates().get(2).all(Subnet.class)).hasSize(2);
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void nodesThatNameNoClusterBelongToTheOnlyOneAndANoteSaysSo() {
        Assembly assembly = assemble(
                List.of(),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A)).and("n.json", node("")));

        Estate estate = only(assembly);
        assertThat(estate.all(Node.class)).singleElement().satisfies(n -> assertThat(n.cluster())
                .isEqualTo("Cluster/orders"));
        assertThat(assembly.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("attributed-evidence");
            assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(p.message()).contains("1 nodes", "orders");
        });
    }

    @Test
    void nodesThatNameNoClusterJoinNoneOfTwo() {
        Assembly assembly = assemble(
                List.of(),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                        .and("d.json", cluster("billing", "1.31", VPC_A))
                        .and("n.json", node("")));

        assertThat(assembly.estates()).hasSize(2).allSatisfy(e -> assertThat(e.all(Node.class))
                .isEmpty());
        assertThat(assembly.problems()).extracting(Problem::code).containsExactly("ambiguous-evidence");
    }

    @Test
    void theTagsOfItsInstanceTellWhoseNodeItIs() {
        String instances =
                """
                {"Reservations": [{"Instances": [{"InstanceId": "i-0c10000000000000a", "State": {"Name": "running"},
                  "Tags": [{"Key": "kubernetes.io/cluster/billing", "Value": "owned"}]}]}]}
                """;
        String nodes =
                """
                {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "n"},
                  "spec": {"providerID": "aws:///eu-west-1a/i-0c10000000000000a"}, "status": {"nodeInfo": {"kubeletVersion": "v1.30.0"}}}]}
                """;
        Assembly assembly = assemble(
                List.of(),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                        .and("d.json", cluster("billing", "1.31", VPC_A))
                        .and("i.json", instances)
                        .and("n.json", nodes));

        assertThat(assembly.estates().get(0).all(Node.class)).isEmpty();
        assertThat(assembly.estates().get(1).all(Node.class)).hasSize(1);
        assertThat(assembly.problems()).extracting(Problem::code).isEmpty();
    }

    @Test
    void theFolderTellsWhoseNodesTheyAre() {
        Assembly assembly = assemble(
                List.of(),
                Recorded.file("one/c.json", cluster("orders", "1.31", VPC_A))
                        .and("two/c.json", cluster("billing", "1.31", VPC_A))
                        .and("two/n.json", node("")));

        assertThat(assembly.estates().get(0).all(Node.class)).isEmpty();
        assertThat(assembly.estates().get(1).all(Node.class)).hasSize(1);
    }

    @Test
    void nodesOfAnUnrecordedClusterStillKnowIt() {
        Estate estate = only(assemble(List.of(), Recorded.file("n.json", node("orders"))));

        assertThat(estate.all(Cluster.class)).singleElement().satisfies(c -> {
            assertThat(c.name().known()).contains("orders");
            assertThat(c.version().isUnresolved()).isTrue();
        });
    }

    @Test
    void ofTwoRecordingsTheNewerWins() {
        Recorded recorded = Recorded.file("new/c.json", cluster("orders", "1.32", VPC_A))
                .and("new/manifest.json", manifest("2026-11-20T00:00:00Z"))
                .and("old/c.json", cluster("orders", "1.31", VPC_A))
                .and("old/manifest.json", manifest("2026-05-01T00:00:00Z"));

        Assembly assembly = assemble(List.of(), recorded);

        assertThat(only(assembly).all(Cluster.class).get(0).version().known()).contains("1.32");
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void withoutTimesAContradictionIsAProblemAndTheValueIsNotKnown() {
        Recorded recorded = Recorded.file("one.json", cluster("orders", "1.32", VPC_A))
                .and("two.json", cluster("orders", "1.31", VPC_A))
                .and("three.json", cluster("orders", "1.31", VPC_A));

        Assembly assembly = assemble(List.of(), recorded);

        Cluster cluster = only(assembly).all(Cluster.class).get(0);
        assertThat(cluster.version().isUnresolved()).isTrue();
        assertThat(cluster.status().known()).contains("ACTIVE");
        assertThat(assembly.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("contradicting-evidence");
            assertThat(p.message()).contains("version 1.32 and 1.31");
        });
    }

    @Test
    void theSameRecordedTwiceIsNoContradiction() {
        Recorded recorded = Recorded.file("one.json", SUBNETS).and("two.json", SUBNETS);

        Assembly assembly = assemble(List.of(), recorded);

        assertThat(only(assembly).all(Subnet.class)).hasSize(1);
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void anEmptyListIsOfTheOnlyVpc() {
        String endpoints = "{\"VpcEndpoints\": []}";

        Estate one = only(assemble(
                List.of(),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A)).and("e.json", endpoints)));
        assertThat(one.all(Vpc.class))
                .singleElement()
                .satisfies(v -> assertThat(v.endpointsListed().known()).contains(true));

        Assembly two = assemble(
                List.of(),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                        .and("d.json", cluster("billing", "1.31", "vpc-0f10000000000000d"))
                        .and("e.json", endpoints));
        assertThat(two.problems()).extracting(Problem::code).containsExactly("ambiguous-evidence");
    }

    @Test
    void aNodeGroupPointsAtTheVersionOfItsTemplate() {
        Recorded recorded = Recorded.file(
                        "ng.json",
                        """
                        {"nodegroup": {"nodegroupName": "blue", "clusterName": "orders", "status": "ACTIVE",
                          "nodegroupArn": "arn:aws:eks:eu-west-1:222233334444:nodegroup/orders/blue/1",
                          "launchTemplate": {"id": "lt-0f10000000000000a", "version": "2"}}}
                        """)
                .and(
                        "lt.json",
                        """
                        {"LaunchTemplateVersions": [
                          {"LaunchTemplateId": "lt-0f10000000000000a", "VersionNumber": 3, "LaunchTemplateData": {"ImageId": "ami-3"}},
                          {"LaunchTemplateId": "lt-0f10000000000000a", "VersionNumber": 2, "LaunchTemplateData": {"ImageId": "ami-2"}}]}
                        """);

        Estate estate = only(assemble(List.of(), recorded));

        NodeGroup group = estate.all(NodeGroup.class).get(0);
        Ref template = group.launchTemplate().known().orElseThrow();
        assertThat(estate.find(LaunchTemplate.class, template)
                        .orElseThrow()
                        .imageId()
                        .known())
                .contains("ami-2");
        assertThat(estate.all(LaunchTemplate.class)).hasSize(1);
        assertThat(group.cluster()).isEqualTo("Cluster/orders");
    }

    @Test
    void securityGroupsOfAPeerDoNotPullInItsVpc() {
        Recorded recorded = Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                .and(
                        "sg.json",
                        """
                        {"SecurityGroups": [
                          {"GroupId": "sg-0f10000000000000a", "VpcId": "vpc-0f10000000000000a", "IpPermissionsEgress": [],
                           "IpPermissions": [{"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": "sg-0f10000000000000c"}]}]},
                          {"GroupId": "sg-0f10000000000000c", "VpcId": "vpc-0f10000000000000c"}]}
                        """)
                .and("t.json", TABLES.replace("0000a", "0000c"));

        Assembly assembly = assemble(List.of(), recorded);

        Estate estate = assembly.estates().get(0);
        assertThat(estate.all(SecurityGroup.class)).hasSize(2);
        assertThat(estate.all(RouteTable.class)).isEmpty();
    }

    @Test
    void zoneNamesHoldForOneAccountOnly() {
        String zones =
                """
                {"AvailabilityZones": [{"ZoneName": "eu-west-1a", "ZoneId": "%s", "RegionName": "eu-west-1"}]}
                """;
        Recorded recorded = Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                .and("one/z.json", zones.formatted("euw1-az1"))
                .and("one/manifest.json", manifest("2026-11-20T00:00:00Z"))
                .and("two/z.json", zones.formatted("euw1-az3"))
                .and("two/manifest.json", manifest("2026-11-20T00:00:00Z").replace("222233334444", "555566667777"));

        Estate estate = assemble(List.of(), recorded).estates().get(0);

        assertThat(estate.all(AvailabilityZone.class))
                .singleElement()
                .satisfies(z -> assertThat(z.zoneId().known()).contains("euw1-az1"));
    }

    @Test
    void manifestsJoinTheSingleClusterOfARunOnly() {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer}}";
        Draft one = draft("a.yaml", "orders", "eu-west-1", "");
        Draft two = draft("b.yaml", "billing", "eu-west-1", "");

        Assembly single = assemble(List.of(one), Recorded.file("svc.yaml", service));
        assertThat(only(single).all(Workload.class)).singleElement().satisfies(w -> assertThat(w.cluster())
                .isEqualTo("Cluster/spec"));

        Assembly both = assemble(List.of(one, two), Recorded.file("svc.yaml", service));
        assertThat(both.estates()).hasSize(2).allSatisfy(e -> assertThat(e.all(Workload.class))
                .isEmpty());
        assertThat(both.problems()).isEmpty();
    }

    @Test
    void manifestsJoinTheClustersThatTheyAreSaidToBeFor() {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: %s}, spec: {type: LoadBalancer}}";
        List<Draft> drafts = List.of(
                draft("a.yaml", "orders", "eu-west-1", ""),
                draft("b.yaml", "billing", "eu-west-1", ""),
                draft("c.yaml", "billing", "eu-west-2", ""));
        Recorded recorded = Recorded.file("base/svc.yaml", service.formatted("base"))
                .and("orders/svc.yaml", service.formatted("own"))
                .and("other/svc.yaml", service.formatted("other"));
        Map<String, List<String>> claims = Map.of(
                "base/svc.yaml", List.of("orders eu-west-1", "billing eu-west-2"),
                "orders/svc.yaml", List.of("orders eu-west-1"));
        ManifestOwners owners = (uri, cluster, region) ->
                claims.getOrDefault(uri, List.of()).contains(cluster + " " + region.orElse(""));

        Assembly assembly = assemble(drafts, recorded, Optional.of(owners));

        assertThat(assembly.problems()).isEmpty();
        assertThat(assembly.estates())
                .extracting(e -> e.all(Workload.class).stream()
                        .map(w -> w.name().known().orElse(""))
                        .sorted()
                        .toList())
                .containsExactly(List.of("base", "own"), List.of(), List.of("base"));
    }

    @Test
    void theVpcThatTheToolMakesIsTheOneThatIsRecorded() {
        Place place = place("a.yaml");
        List<Fact> facts =
                new ArrayList<>(draft("a.yaml", "orders", "eu-west-1", "").facts());
        Cluster cluster = (Cluster) facts.remove(0);
        Ref made = new Ref(Value.unresolved("eksctl makes it", List.of(place)), "Vpc/made");
        facts.add(cluster.with(Attributes.builder()
                .set(Cluster.VPC, Value.byDefault(made, "eksctl", place))
                .build()
                .over(cluster.attributes(), true)));
        facts.add(new Vpc("Vpc/made", place, Truth.yes(), "Cluster/spec", Attributes.NONE));
        facts.add(new Subnet(
                "Subnet/made",
                place,
                Truth.yes(),
                "Cluster/spec",
                Attributes.builder()
                        .set(Subnet.VPC, Value.byDefault(made, "eksctl", place))
                        .build()));
        Draft draft = new Draft("a.yaml", "eksctl", Estate.Tool.EKSCTL, place, facts);

        Estate estate = only(assemble(
                List.of(draft),
                Recorded.file("c.json", cluster("orders", "1.31", VPC_A))
                        .and("s.json", SUBNETS)
                        .and("t.json", TABLES)));

        assertThat(estate.all(Vpc.class))
                .singleElement()
                .satisfies(v -> assertThat(v.vpcId().known()).contains(VPC_A));
        assertThat(estate.all(Subnet.class))
                .singleElement()
                .satisfies(s -> assertThat(s.subnetId().known()).contains(SUBNET_A));
    }

    @Test
    void theRulesOfAGroupThatEksMakesAreThoseRecordedAndThoseThatTheSpecAdds() {
        Place place = place("stack.yaml");
        List<Fact> facts =
                new ArrayList<>(draft("stack.yaml", "orders", "eu-west-1", "").facts());
        Cluster cluster = (Cluster) facts.remove(0);
        Ref made = new Ref(Value.unresolved("EKS creates it", List.of(place)), "SecurityGroup/made");
        facts.add(cluster.with(Attributes.builder()
                .set(Cluster.CLUSTER_SECURITY_GROUP, Value.byDefault(made, "EKS", place))
                .build()
                .over(cluster.attributes(), true)));
        SecurityGroupRule added = new SecurityGroupRule(
                place,
                Value.explicit("tcp", place),
                Value.explicit(443, place),
                Value.explicit(443, place),
                SecurityGroupRule.PeerKind.CIDR,
                Value.explicit("10.99.0.0/16", place),
                Value.absent(place));
        facts.add(new ImpliedGroups("SecurityGroup/made", place, Truth.yes(), "EKS")
                .group("Cluster/spec", Optional.empty(), List.of(added), List.of()));
        Draft draft = new Draft("stack.yaml", "cloudformation", Estate.Tool.CLOUDFORMATION, place, facts);

        Estate estate = only(
                assemble(
                        List.of(draft),
                        Recorded.file(
                                        "c.json",
                                        """
                                {"cluster": {"name": "orders", "arn": "arn:aws:eks:eu-west-1:111122223333:cluster/orders",
                                  "version": "1.33", "resourcesVpcConfig": {"clusterSecurityGroupId": "sg-0a4d2c8e1f7b35960"}}}
                                """)
                                .and(
                                        "g.json",
                                        """
                                {"SecurityGroups": [{"GroupId": "sg-0a4d2c8e1f7b35960", "GroupName": "eks-cluster-sg-orders",
                                  "IpPermissions": [], "IpPermissionsEgress": [
                                    {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]}]}
                                """)));

        SecurityGroup group =
                estate.byKey(SecurityGroup.class, "SecurityGroup/made").orElseThrow();
        assertThat(group.ingress().items()).extracting(r -> r.peer().shown()).containsExactly("10.99.0.0/16");
        assertThat(group.egress().items()).extracting(r -> r.peer().shown()).containsExactly("10.0.0.0/8");
        assertThat(group.egress().provenance()).isEqualTo(Provenance.OBSERVED);
    }

    private static Assembly assemble(List<Draft> drafts, Recorded recorded) {
        return assemble(drafts, recorded, Optional.empty());
    }

    private static Assembly assemble(List<Draft> drafts, Recorded recorded, Optional<ManifestOwners> owners) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(drafts, List.of(), List.of()));
        readings.addAll(recorded.readings());
        return EstateAssembler.assemble(readings, owners);
    }

    private static Estate only(Assembly assembly) {
        assertThat(assembly.estates()).hasSize(1);
        return assembly.estates().get(0);
    }

    private static Draft draft(String file, String name, String region, String subnet) {
        Place place = place(file);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Cluster(
                "Cluster/spec",
                place,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Cluster.NAME, Value.explicit(name, place))
                        .set(Cluster.REGION, Value.explicit(region, place))
                        .set(Cluster.VERSION, Value.explicit("1.33", place))
                        .set(Cluster.ENDPOINT_PUBLIC_ACCESS, Value.byDefault(true, "eksctl", place))
                        .set(
                                Cluster.SUBNET_IDS,
                                subnet.isEmpty()
                                        ? Listing.absent(place)
                                        : Listing.explicit(List.of(Ref.byId(Value.explicit(subnet, place))), place))
                        .build()));
        if (!subnet.isEmpty()) {
            facts.add(new Subnet(
                    "Subnet/one",
                    place,
                    Truth.yes(),
                    "Cluster/spec",
                    Attributes.builder()
                            .set(Subnet.SUBNET_ID, Value.explicit(subnet, place))
                            .set(Subnet.DECLARED_PUBLIC, Value.explicit(false, place))
                            .build()));
        }
        return new Draft(file, "eksctl", Estate.Tool.EKSCTL, place, facts);
    }

    private static Place place(String file) {
        return new SourceFile(file, List.of()).start();
    }

    private static String cluster(String name, String version, String vpc) {
        return """
                {"cluster": {"name": "%1$s", "arn": "arn:aws:eks:eu-west-1:222233334444:cluster/%1$s", "version": "%2$s",
                  "status": "ACTIVE", "resourcesVpcConfig": {"subnetIds": ["subnet-0f10000000000000a"], "vpcId": "%3$s",
                  "clusterSecurityGroupId": "sg-0f10000000000000a", "endpointPublicAccess": false}}}
                """
                .formatted(name, version, vpc);
    }

    private static String node(String cluster) {
        return """
                {"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "n1", "labels": {"alpha.eksctl.io/cluster-name": "%s"}},
                  "status": {"nodeInfo": {"kubeletVersion": "v1.31.0"}}}]}
                """
                .formatted(cluster);
    }

    private static String manifest(String time) {
        return """
                {"ekslintEvidence": "1", "recordedAt": "%s", "account": "222233334444", "region": "eu-west-1", "files": []}
                """
                .formatted(time);
    }
}
