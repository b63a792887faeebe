package io.github.ekslint.reader.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Subnet;
import io.github.ekslint.reader.Recorded;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCliReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            YES        | {"Subnets": []}
            YES        | {"Subnets": [], "NextToken": "x", "ResponseMetadata": {}}
            YES        | {"status_code": 200, "data": {"Vpcs": [{"VpcId": "vpc-1"}]}}
            YES        | [{"Vpcs": []}, {"Subnets": []}]
            YES        | {"cluster": {"name": "c", "resourcesVpcConfig": {}}}
            YES        | {"addons": ["vpc-cni"]}
            YES        | {"addons": [{"addonName": "vpc-cni", "addonVersions": []}]}
            IRRELEVANT | {"FlowLogs": []}
            IRRELEVANT | {"status_code": 200, "data": {"Topics": []}}
            IRRELEVANT | {"ResponseMetadata": {}, "Topics": []}
            NO         | {"cluster": {"name": "c", "version": "1"}}
            NO         | {"cluster": {"logging": {}}, "image": "x"}
            NO         | {"Subnets": [{"Cidr": "10.0.0.0/24"}]}
            NO         | {"Resources": {}, "Subnets": []}
            NO         | {"nodegroups": {"a": 1}}
            NO         | {"subnets": [{"name": "a"}]}
            NO         | {}
            NO         | 7
            """)
    void anAnswerIsKnownByItsContent(Recognition expected, String json) {
        var document = Sources.parse("any.txt", json).documents().get(0);

        assertThat(new AwsCliReader().recognise(document)).isEqualTo(expected);
    }

    @Test
    void aListOfAnswersIsReadWhole() {
        Recorded recorded = Recorded.file(
                "pages.json",
                """
                [{"Subnets": [{"SubnetId": "subnet-0d10000000000000a"}], "NextToken": "x"},
                 {"Subnets": [{"SubnetId": "subnet-0d10000000000000b"}]}]
                """);

        assertThat(recorded.facts(Subnet.class)).hasSize(2);
    }

    @Test
    void whatHasTheWrongKindIsAProblemAtItsPlace() {
        var reading = Recorded.file(
                        "subnets.json",
                        """
                {"Subnets": [{"SubnetId": "subnet-0d10000000000000a", "AvailableIpAddressCount": "many",
                  "VpcId": ["vpc-0d10000000000000a"]}]}
                """)
                .readings()
                .get(0);

        assertThat(reading.problems())
                .extracting(p -> p.code() + " " + p.place().line())
                .containsExactlyInAnyOrder("wrong-type 1", "wrong-type 2");
        assertThat(reading.recordings().get(0).facts()).hasSize(1);
    }
}
