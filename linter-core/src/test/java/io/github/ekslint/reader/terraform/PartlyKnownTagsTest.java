package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.topology.ClusterTags;
import org.junit.jupiter.api.Test;

/** Tags whose keys end with a name that is made up with the apply. */
class PartlyKnownTagsTest {

    private static final String NETWORK =
            """
            resource "random_string" "suffix" { length = 8 }
            locals { name = "shop-${random_string.suffix.result}" }
            resource "aws_eks_cluster" "this" {
              name = local.name
              vpc_config { subnet_ids = [aws_subnet.a.id] }
            }
            resource "aws_subnet" "a" {
              tags = merge({ Name = "a" }, %s, { "kubernetes.io/role/elb" = "1" })
            }
            """;

    private static ClusterTags tags(String written) {
        ReadPlan read = ReadPlan.source(NETWORK.formatted(written));
        Value<String> name = read.one(Cluster.class, "aws_eks_cluster.this").name();
        return new ClusterTags(read.one(Subnet.class, "aws_subnet.a"), name);
    }

    @Test
    void theTagOfTheClusterIsKnownAlthoughItsNameIsNot() {
        ClusterTags tags = tags("{ \"kubernetes.io/cluster/${local.name}\" = \"shared\" }");

        assertThat(tags.own().isTrue()).isTrue();
        assertThat(tags.hide().isFalse()).isTrue();
        assertThat(tags.ofSeveral().isFalse()).isTrue();
        assertThat(tags.owned().isFalse()).isTrue();
    }

    @Test
    void theTagOfAnotherNameMayBeAnotherClusters() {
        ClusterTags tags = tags("{ \"kubernetes.io/cluster/other-${random_string.suffix.id}\" = \"owned\" }");

        assertThat(tags.own().isTrue() || tags.own().isFalse()).isFalse();
        assertThat(tags.owned().isTrue()).isTrue();
    }

    @Test
    void otherKeysStayKnown() {
        Tags tags = tags("{ \"kubernetes.io/cluster/${local.name}\" = \"shared\" }")
                .subnet()
                .tags()
                .known()
                .orElseThrow();

        assertThat(tags.get("kubernetes.io/role/elb").known()).contains("1");
        assertThat(tags.get("kubernetes.io/role/internal-elb")).isInstanceOf(Value.Absent.class);
        assertThat(tags.get("kubernetes.io/cluster/shop-1")).isInstanceOf(Value.Unresolved.class);
        assertThat(tags.get("Name").known()).contains("a");
    }

    @Test
    void ofAKeyWithoutAKnownBeginningNothingFollows() {
        Tags tags = tags("{ (random_string.suffix.result) = \"x\" }")
                .subnet()
                .tags()
                .known()
                .orElseThrow();

        assertThat(tags.complete()).isFalse();
        assertThat(tags.get("Name")).isInstanceOf(Value.Unresolved.class);
    }
}
