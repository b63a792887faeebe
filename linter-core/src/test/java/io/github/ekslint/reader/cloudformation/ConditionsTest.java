package io.github.ekslint.reader.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final String TEMPLATE =
            """
            Parameters:
              Env: {Type: String, %s}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
              IsDev: !Equals [!Ref Env, dev]
              Either: !Or [!Condition IsProd, !Condition IsDev]
              Neither: !Not [!Condition Either]
            Resources:
              Cluster:
                Type: AWS::EKS::Cluster
                Properties:
                  Version: !If [IsProd, '1.34', !If [IsDev, '1.33', '1.32']]
                  DeletionProtection: !If [IsProd, true, !Ref AWS::NoValue]
                  ResourcesVpcConfig:
                    SubnetIds:
                      - subnet-1
                      - !If [Either, subnet-2, !Ref 'AWS::NoValue']
                      - !If [IsProd, subnet-3, subnet-3]
              Extra:
                Type: AWS::EKS::Cluster
                Condition: Neither
                Properties: {Version: '1.31'}
            """;

    private static ReadTemplates read(String parameter, String... given) {
        return ReadTemplates.of(TEMPLATE.formatted(parameter), given);
    }

    private static Truth newest(ReadTemplates read) {
        return read.one(Cluster.class, "Cluster").version().is("version", "1.34"::equals);
    }

    @Test
    void areDecidedByADefaultWhichIsAssumed() {
        Value<String> version =
                read("Default: prod").one(Cluster.class, "Cluster").version();
        assertThat(version.known()).contains("1.34");
        assertThat(((Value.Known<String>) version).provenance()).isEqualTo(Provenance.ASSUMED);
    }

    @Test
    void areDecidedByWhatTheUserGives() {
        ReadTemplates read = read("Default: prod", "Env=dev");
        Cluster cluster = read.one(Cluster.class, "Cluster");
        assertThat(cluster.version().isExplicit()).isTrue();
        assertThat(cluster.version().known()).contains("1.33");
        assertThat(cluster.deletionProtection().known()).contains(false);
        assertThat(read.all(Cluster.class)).hasSize(1);
    }

    @Test
    void thatCannotBeDecidedSayWhenTheyHold() {
        assertThat(newest(read("AllowedValues: [prod, dev]")).when(Logic.TRUE)).containsExactly("Env is prod");
        assertThat(newest(read("Description: open")).when(Logic.FALSE))
                .containsExactly("Env is dev", "Env is any other value");
    }

    @Test
    void ofTheSameInputAreDecidedTogether() {
        Cluster cluster = read("AllowedValues: [prod, dev]").one(Cluster.class, "Cluster");
        Truth notOldest = cluster.version().is("version", "1.32"::equals).not();
        assertThat(notOldest.isTrue()).isTrue();
    }

    @Test
    void makeAResourcePossibleRatherThanCertain() {
        Cluster extra = read("Description: open").one(Cluster.class, "Extra");
        assertThat(extra.existence().isUnknown()).isTrue();
        assertThat(extra.existence().when(Logic.TRUE)).containsExactly("Env is any other value");
        assertThat(read("AllowedValues: [prod, dev]").all(Cluster.class)).hasSize(1);
    }

    @Test
    void makeAnItemOfAListPossibleRatherThanCertain() {
        Cluster cluster = read("Description: open").one(Cluster.class, "Cluster");
        assertThat(cluster.subnetIds().items()).hasSize(2);
        assertThat(cluster.subnetIds().isComplete()).isFalse();
        Cluster either = read("AllowedValues: [prod, dev]").one(Cluster.class, "Cluster");
        assertThat(either.subnetIds().items()).hasSize(3);
        assertThat(either.subnetIds().isComplete()).isTrue();
    }

    @Test
    void defaultsCountAsOpenWhenTheUserWantsThatStrictly() {
        Cluster cluster =
                ReadTemplates.strictly(TEMPLATE.formatted("Default: prod")).one(Cluster.class, "Cluster");
        assertThat(cluster.version()).isInstanceOf(Value.Choice.class);
    }

    @Test
    void thatDependOnAnythingElseAreOpenInputsThemselves() {
        Cluster cluster = ReadTemplates.of(
                        """
                        Conditions:
                          InEurope: !Equals [!Ref 'AWS::Region', eu-west-1]
                        Resources:
                          Cluster:
                            Type: AWS::EKS::Cluster
                            Properties: {Version: !If [InEurope, '1.34', '1.30']}
                        """)
                .one(Cluster.class, "Cluster");
        assertThat(cluster.version().is("version", "1.34"::equals).when(Logic.TRUE))
                .containsExactly("InEurope is true");
    }
}
