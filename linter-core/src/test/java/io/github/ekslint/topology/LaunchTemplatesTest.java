package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTemplatesTest {

    @ParameterizedTest
    @CsvSource({"1, ami-1", "2, ami-2", "3, ami-3", "$Latest, ami-3", "$Default, ami-2", ", ami-2"})
    void theGroupSaysWhichVersionItUses(@Nullable String version, String image) {
        assertThat(image(group("lt-0a1b2c3d", version), all())).contains(image);
    }

    @Test
    void aVersionThatIsNotRecordedIsNotReplacedByAnother() {
        assertThat(image(group("lt-0a1b2c3d", "4"), all())).isEmpty();
        assertThat(image(group("lt-0a1b2c3d", "4"), only(1, true))).isEmpty();
        assertThat(image(group("lt-0a1b2c3d", null), only(1, false))).isEmpty();
    }

    @Test
    void theOnlyVersionIsTakenWhenTheGroupsIsNotKnown() {
        NodeGroup group = group("lt-0a1b2c3d", null)
                .with(Attributes.builder()
                        .set(NodeGroup.LAUNCH_TEMPLATE, Value.explicit(Given.ref("lt-0a1b2c3d"), PLACE))
                        .build());
        assertThat(image(group, only(7, false))).contains("ami-7");
        assertThat(image(group, all())).isEmpty();
    }

    @Test
    void aGroupMayNameItsTemplateByName() {
        assertThat(image(group("workers", "3"), all())).contains("ami-3");
        assertThat(image(group("others", "3"), all())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lt-0a1b2c3d, --launch-template-id lt-0a1b2c3d", "my workers, --launch-template-name 'my workers'"})
    void theCommandNamesItAsTheGroupDoes(String named, String option) {
        NodeGroup group = group(named, "1");
        String command = "aws ec2 describe-launch-template-versions %s --output json".formatted(option);
        assertThat(LaunchTemplates.command(group)).extracting(Settlement::text).containsExactly(command);
        Estate nothing = new Given().estate();
        LaunchTemplate unread = new LaunchTemplates(nothing)
                .orUnread(group, group.launchTemplate().known().orElseThrow());
        assertThat(unread.imageId()).isInstanceOfSatisfying(Value.Unresolved.class, open -> assertThat(open.settledBy())
                .isEqualTo(LaunchTemplates.command(group)));
    }

    private static Optional<String> image(NodeGroup group, Estate estate) {
        return new LaunchTemplates(estate).of(group).flatMap(t -> t.imageId().known());
    }

    private static Estate all() {
        return new Given()
                .fact(version(1, false))
                .fact(version(3, false))
                .fact(version(2, true))
                .estate();
    }

    private static Estate only(int number, boolean isDefault) {
        return new Given().fact(version(number, isDefault)).estate();
    }

    private static LaunchTemplate version(int number, boolean isDefault) {
        return new LaunchTemplate(
                "LaunchTemplate/" + number,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(LaunchTemplate.LAUNCH_TEMPLATE_ID, observed("lt-0a1b2c3d"))
                        .set(LaunchTemplate.LAUNCH_TEMPLATE_NAME, observed("workers"))
                        .set(LaunchTemplate.VERSION_NUMBER, observed(String.valueOf(number)))
                        .set(LaunchTemplate.DEFAULT_VERSION, observed(isDefault))
                        .set(LaunchTemplate.IMAGE_ID, observed("ami-" + number))
                        .build());
    }

    private static NodeGroup group(String template, @Nullable String version) {
        return new NodeGroup(
                "NodeGroup/g",
                PLACE,
                Truth.yes(),
                "Cluster/c",
                Attributes.builder()
                        .set(NodeGroup.LAUNCH_TEMPLATE, Value.explicit(Given.ref(template), PLACE))
                        .set(
                                NodeGroup.LAUNCH_TEMPLATE_VERSION,
                                version == null ? Value.absent(PLACE) : Value.explicit(version, PLACE))
                        .build());
    }
}
