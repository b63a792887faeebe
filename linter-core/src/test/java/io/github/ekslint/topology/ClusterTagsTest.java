package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTagsTest {

    @ParameterizedTest
    @CsvSource({
        "'', FALSE, FALSE, FALSE",
        "c=shared, FALSE, FALSE, FALSE",
        "other=shared, TRUE, FALSE, FALSE",
        "other=owned, TRUE, FALSE, TRUE",
        "other=shared c=shared, FALSE, TRUE, FALSE",
        "other=owned c=shared, FALSE, TRUE, TRUE",
    })
    void theTagsOfASubnetSayWhoUsesIt(String tags, Logic hide, Logic several, Logic owned) {
        ClusterTags given = of(tags, true);

        assertThat(given.hide().logic()).isEqualTo(hide);
        assertThat(given.ofSeveral().logic()).isEqualTo(several);
        assertThat(given.owned().logic()).isEqualTo(owned);
    }

    @Test
    void tagsThatAreKnownInPartLeaveOpenWhatIsNotSeen() {
        ClusterTags given = of("other=shared", false);

        assertThat(given.hide().isUnknown()).isTrue();
        assertThat(given.ofSeveral().isUnknown()).isTrue();
        assertThat(given.owned().isUnknown()).isTrue();
    }

    @Test
    void withoutATagOfAClusterTheNameOfTheClusterDoesNotMatter() {
        Value<String> name = Value.unresolved("it is made up", List.of());
        ClusterTags untagged = new ClusterTags(of("", true).subnet(), name);
        assertThat(untagged.own().isFalse()).isTrue();
        assertThat(untagged.hide().isFalse()).isTrue();
        assertThat(new ClusterTags(of("c=shared", true).subnet(), name).own().isUnknown())
                .isTrue();
    }

    @Test
    void tagsThatAreNotRecordedAreSettledByDescribingTheSubnet() {
        Subnet subnet = subnet(Attributes.builder());

        assertThat(Given.commands(new ClusterTags(subnet, observed("c")).hide()))
                .containsExactly("aws ec2 describe-subnets --subnet-ids subnet-1 --output json");
    }

    @Test
    void aMessageShowsClusterTagsOnly() {
        assertThat(of("other=owned", true)).hasToString("kubernetes.io/cluster/other=owned");
    }

    private static ClusterTags of(String text, boolean complete) {
        Map<String, Value<String>> tags = new LinkedHashMap<>();
        tags.put("Name", observed("private"));
        for (String tag : text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = tag.split("=");
            tags.put("kubernetes.io/cluster/" + parts[0], observed(parts[1]));
        }
        return new ClusterTags(
                subnet(Attributes.builder().set(Subnet.TAGS, observed(new Tags(tags, complete)))), observed("c"));
    }

    private static Subnet subnet(Attributes.Builder attributes) {
        return new Subnet(
                "Subnet/subnet-1",
                Given.PLACE,
                Truth.yes(),
                null,
                attributes.set(Subnet.SUBNET_ID, observed("subnet-1")).build());
    }
}
