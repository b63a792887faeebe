package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stacks are read once more for each case of the open inputs that lists, resources and values depend on. */
class CasesTest {

    private static final String TEMPLATE =
            """
            Parameters:
              Zones: {Type: String, AllowedValues: ['2', '3']}
              Stage: {Type: String, AllowedValues: [dev, prod]}
              Unused: {Type: String, AllowedValues: [a, b]}
            Conditions:
              Three: !Equals [!Ref Zones, '3']
              IsProd: !Equals [!Ref Stage, prod]
            Resources:
              A: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-1}}
              B: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-1}}
              C: {Type: AWS::EC2::Subnet, Condition: Three, Properties: {VpcId: vpc-1}}
              Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: vpc-1}}
              OfA:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Condition: IsProd
                Properties: {SubnetId: !Ref A, RouteTableId: !Ref Table}
              Cluster:
                Type: AWS::EKS::Cluster
                Properties:
                  Version: !If [IsProd, '1.34', '1.33']
                  ResourcesVpcConfig:
                    SubnetIds: !If [Three, [!Ref A, !Ref B, !Ref C], [!Ref A, !Ref B]]
            """;

    private static final ReadTemplates READ = ReadTemplates.of(TEMPLATE);

    private static List<String> keys(Listing<Ref> refs) {
        return refs.items().stream()
                .map(r -> String.valueOf(r.key()).replaceFirst(".*/", ""))
                .toList();
    }

    private static Cluster cluster(String inputs) {
        return READ.inCase(inputs, Cluster.class, "Cluster").orElseThrow();
    }

    @Test
    void areTheValuesOfTheInputsThatFactsDependOn() {
        assertThat(READ.cases())
                .containsExactlyInAnyOrder(
                        "Stage is dev, Zones is 2",
                        "Stage is dev, Zones is 3",
                        "Stage is prod, Zones is 2",
                        "Stage is prod, Zones is 3");
    }

    @Test
    void haveEachTheirOwnList() {
        assertThat(keys(cluster("Stage is dev, Zones is 2").subnetIds())).containsExactly("A", "B");
        assertThat(keys(cluster("Stage is dev, Zones is 3").subnetIds())).containsExactly("A", "B", "C");
        assertThat(cluster("Stage is dev, Zones is 3").subnetIds().isComplete()).isTrue();
        Listing<Ref> whole = READ.one(Cluster.class, "Cluster").subnetIds();
        assertThat(keys(whole)).containsExactly("A", "B");
        assertThat(whole.isComplete()).isFalse();
    }

    @Test
    void haveTheResourcesThatAreThere() {
        assertThat(READ.inCase("Stage is dev, Zones is 2", Subnet.class, "C")).isEmpty();
        assertThat(READ.inCase("Stage is dev, Zones is 3", Subnet.class, "C"))
                .hasValueSatisfying(s -> assertThat(s.existence().isTrue()).isTrue());
    }

    @Test
    void haveWhatOtherResourcesJoin() {
        assertThat(keys(READ.inCase("Stage is prod, Zones is 2", RouteTable.class, "Table")
                        .orElseThrow()
                        .subnets()))
                .containsExactly("A");
        assertThat(READ.inCase("Stage is dev, Zones is 2", RouteTable.class, "Table")
                        .orElseThrow()
                        .subnets()
                        .items())
                .isEmpty();
    }

    @Test
    void haveKnownValues() {
        assertThat(cluster("Stage is prod, Zones is 2").version().known()).contains("1.34");
        assertThat(READ.one(Cluster.class, "Cluster").version()).isInstanceOf(Value.Choice.class);
    }

    @Test
    void keepTheKeysOfStacksOfTheSameName() {
        ReadTemplates read = ReadTemplates.of(Map.of("a/stack.yaml", TEMPLATE, "b/stack.yaml", TEMPLATE));
        assertThat(read.reading().drafts()).hasSize(2).allSatisfy(draft -> assertThat(draft.cases())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(draft.facts().stream().map(f -> f.key()))
                        .containsAll(c.facts().stream().map(f -> f.key()).toList())));
    }

    @Test
    void areNotMoreThanTheInputsThatListsDependOnFirst() {
        String many = IntStream.range(0, 9)
                .mapToObj(i -> "  P%d: {Type: String, AllowedValues: [a, b]}".formatted(i))
                .collect(Collectors.joining("\n"));
        String resources = IntStream.range(0, 9)
                .mapToObj(i -> "  S%d: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-1, CidrBlock: !Ref P%d}}"
                        .formatted(i, i))
                .collect(Collectors.joining("\n"));
        ReadTemplates read = ReadTemplates.of(
                """
                Parameters:
                %s
                  Zones: {Type: String, AllowedValues: ['2', '3']}
                Conditions: {Three: !Equals [!Ref Zones, '3']}
                Resources:
                %s
                  Cluster:
                    Type: AWS::EKS::Cluster
                    Properties: {ResourcesVpcConfig: {SubnetIds: !If [Three, [a, b, c], [a, b]]}}
                """
                        .formatted(many, resources));
        assertThat(read.cases()).hasSize(16).allSatisfy(c -> assertThat(c).contains("Zones is"));
    }

    @Test
    void areNoneWhereNothingIsOpen() {
        assertThat(ReadTemplates.of(TEMPLATE, "Zones=2", "Stage=dev").cases()).isEmpty();
    }
}
