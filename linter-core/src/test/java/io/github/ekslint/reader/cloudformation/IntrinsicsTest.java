package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

    private static Value<String> name(String expression, String... parameters) {
        return ReadTemplates.of(
                        """
                        Parameters:
                          Env: {Type: String, Default: prod}
                          Names: {Type: CommaDelimitedList, Default: 'a, b ,c'}
                          Open: {Type: String}
                          Secret: {Type: String, NoEcho: true, Default: hunter2}
                        Mappings:
                          Sizes: {prod: {name: big}, dev: {name: small}}
                          Same: {eu-west-1: {name: same}, us-east-1: {name: same}}
                          PerRegion: {eu-west-1: {name: west}, us-east-1: {name: east}}
                        Resources:
                          Cluster:
                            Type: AWS::EKS::Cluster
                            Properties:
                              Name: %s
                        """
                                .formatted(expression),
                        parameters)
                .one(Cluster.class, "Cluster")
                .name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "!Ref Env | prod",
                "{Ref: Env} | prod",
                "!Sub '${Env}-eks' | prod-eks",
                "!Sub ['${X}-${Env}', {X: !Select [1, !Ref Names]}] | b-prod",
                "!Sub '${!Literal}' | ${Literal}",
                "!Join ['-', [a, !Ref Env, b]] | a-prod-b",
                "!Join ['', !Split ['.', a.b.c]] | abc",
                "!Select [2, !Split [',', 'x,y,z']] | z",
                "{'Fn::Select': ['0', {Ref: Names}]} | a",
                "!FindInMap [Sizes, !Ref Env, name] | big",
                "!FindInMap [Same, !Ref 'AWS::Region', name] | same",
                "!FindInMap [Sizes, other, name, {DefaultValue: usual}] | usual",
                "!Select [1, !Cidr [10.0.0.0/16, 4, 8]] | 10.0.1.0/24",
                "!Sub '${AWS::Partition}' | aws",
                "{'Fn::Length': !Ref Names} | 3",
            })
    void areEvaluated(String expression, String value) {
        assertThat(name(expression, "AWS::Region=eu-west-1").known()).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Open",
                "!Sub 'a-${Open}'",
                "!Ref Secret",
                "'{{resolve:ssm:/cluster/name}}'",
                "!Sub '{{resolve:ssm:/cluster/name}}-${Env}'",
                "!Join ['', ['{{resolve:secretsmanager:/cluster/name', !Ref Open, '}}']]",
                "!ImportValue elsewhere",
                "!Transform {Name: 'AWS::Include'}",
                "!Ref AWS::StackName",
                "!Select [0, !GetAZs '']",
            })
    void areNotKnownWhereTheTemplateDoesNotSay(String expression) {
        Value<String> name = name(expression);
        assertThat(name.isUnresolved()).isTrue();
        assertThat(name.toString()).doesNotContain("hunter2", "/cluster/name");
    }

    @Test
    void aDefaultIsAssumedWithBothPlaces() {
        Value<String> name = name("!Ref Env");
        assertThat(((Value.Known<String>) name).provenance()).isEqualTo(Provenance.ASSUMED);
        assertThat(name.places()).extracting(p -> p.line()).containsExactly(14, 2);
    }

    @Test
    void whatTheUserGivesIsExplicit() {
        Value<String> name = name("!Ref Env", "stack:Env=test", "Env=other");
        assertThat(name.known()).contains("test");
        assertThat(name.isExplicit()).isTrue();
    }

    @Test
    void anOpenParameterSaysHowItIsSettled() {
        assertThat(((Value.Unresolved<String>) name("!Sub 'a-${Open}'")).settledBy())
                .containsExactly(Settlement.parameter("Open"));
    }

    @Test
    void anImportSaysWhichTemplateIsMissing() {
        assertThat(((Value.Unresolved<String>) name("!ImportValue elsewhere")).settledBy())
                .contains(Settlement.file("the template that exports elsewhere"));
    }

    @Test
    void aMapByRegionGivesAChoiceOfTheRegionsItHas() {
        Value<String> name = name("!FindInMap [PerRegion, !Ref 'AWS::Region', name]");
        assertThat(name).isInstanceOf(Value.Choice.class);
        Value.Choice<String> choice = (Value.Choice<String>) name;
        assertThat(choice.input().values()).containsExactly("eu-west-1", "us-east-1");
        assertThat(choice.choose().apply("us-east-1").known()).contains("east");
    }

    @Test
    void zonesOfOneListDifferThoughNeitherHasAName() {
        ReadTemplates read = ReadTemplates.of(
                """
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  A: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: !Select [0, !GetAZs '']}}
                  B: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: !Select [1, !GetAZs {Ref: 'AWS::Region'}]}}
                  C: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: !Select ['1', !GetAZs '']}}
                """);
        Value<String> a = read.one(Subnet.class, "A").availabilityZone();
        Value<String> b = read.one(Subnet.class, "B").availabilityZone();
        Value<String> c = read.one(Subnet.class, "C").availabilityZone();
        assertThat(Value.same("zone", a, b).isFalse()).isTrue();
        assertThat(Value.same("zone", b, c).isTrue()).isTrue();
    }

    @Test
    void aSliceOfABlockThatIsNotKnownHasASize() {
        ReadTemplates read = ReadTemplates.of(
                """
                Parameters:
                  Block: {Type: String}
                Resources:
                  Cluster: {Type: AWS::EKS::Cluster}
                  A: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: !Select [0, !Cidr [!Ref Block, 4, 8]]}}
                """);
        Subnet subnet = read.one(Subnet.class, "A");
        assertThat(subnet.cidrBlock().isUnresolved()).isTrue();
        assertThat(subnet.availableIpAddressCount().known()).contains(251);
    }
}
