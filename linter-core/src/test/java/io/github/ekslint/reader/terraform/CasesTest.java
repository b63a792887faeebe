package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.reader.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What depends on an open variable is read once more for each of its values. */
class CasesTest {

    private static final String SOURCE =
            """
            variable "two" {
              type = bool
            }
            resource "aws_subnet" "a" {}
            resource "aws_subnet" "b" {
              count = var.two ? 1 : 0
            }
            resource "aws_eks_cluster" "c" {
              name = "c"
              vpc_config {
                subnet_ids = concat([aws_subnet.a.id], aws_subnet.b[*].id)
              }
            }
            """;

    private static List<Reading.Case> cases(String source) {
        return ReadPlan.source(source).reading().drafts().get(0).cases();
    }

    private static int subnets(List<Fact> facts) {
        return facts.stream()
                .filter(Cluster.class::isInstance)
                .map(f -> ((Cluster) f).subnetIds().items().size())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListThatDependsOnAVariableIsKnownInEachCase() {
        assertThat(cases(SOURCE))
                .extracting(c -> c.inputs().values().iterator().next() + " " + subnets(c.facts()))
                .containsExactly("true 2", "false 1");
    }

    @Test
    void aVariableThatIsGivenMakesNoCase() {
        assertThat(cases(SOURCE.replace("type = bool", "default = true"))).isEmpty();
    }

    @Test
    void moreCasesThanCanBeReadAreNotTold() {
        StringBuilder many = new StringBuilder("resource \"aws_eks_cluster\" \"c\" {\n  name = \"c\"\n}\n");
        for (int i = 0; i < 6; i++) {
            many.append("variable \"v%d\" {\n  type = bool\n}\n".formatted(i))
                    .append("resource \"aws_subnet\" \"s%d\" {\n  count = var.v%d ? 1 : 0\n}\n".formatted(i, i));
        }
        assertThat(cases(many.toString())).hasSize(16);
    }
}
