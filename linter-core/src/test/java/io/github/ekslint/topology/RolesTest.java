package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final String ARN = "arn:aws:iam::111122223333:role/team/nodes";
    private static final String AWS = "arn:aws:iam::aws:policy/";

    @Test
    void theRoleIsFoundByItsArnOrItsName() {
        assertThat(node(role("nodes", AWS + "AmazonEKSWorkerNodePolicy"))
                        .lacksNodePolicy()
                        .isFalse())
                .isTrue();
        assertThat(node(role("others", AWS + "AmazonEKSWorkerNodePolicy"))
                        .lacksNodePolicy()
                        .isUnknown())
                .isTrue();
    }

    @Test
    void ofARoleThatIsNotRecordedTheCommandsAreNamed() {
        Truth lacks = node(role("others")).lacksNodePolicy();

        assertThat(Given.commands(lacks))
                .anySatisfy(c -> assertThat(c).contains("list-attached-role-policies --role-name nodes"))
                .anySatisfy(c -> assertThat(c).contains("list-role-policies --role-name nodes"));
    }

    @Test
    void aPolicyOfTheCustomersOwnMayAllowAnything() {
        NodeRole role = node(role("nodes", "arn:aws:iam::111122223333:policy/mine"));

        assertThat(role.lacksNodePolicy().isUnknown()).isTrue();
        assertThat(role.hasMoreThan(List.of()).isUnknown()).isTrue();
        assertThat(role.hasMoreThan(List.of("mine")).isFalse()).isTrue();
    }

    @Test
    void withoutAPolicyNodesCannotJoin() {
        NodeRole role = node(role("nodes", AWS + "AmazonS3FullAccess"));

        assertThat(role.lacksNodePolicy().isTrue()).isTrue();
        assertThat(role.hasMoreThan(List.of("AmazonEKSWorkerNodePolicy")).isTrue())
                .isTrue();
        assertThat(role.moreThan(List.of())).isEqualTo("AmazonS3FullAccess");
        assertThat(role.hasCniPolicy().isFalse()).isTrue();
        assertThat(role.leavesCniWithoutPolicy().isUnknown()).isTrue();
    }

    private static IamRole role(String name, String... policies) {
        List<Value<String>> arns =
                Arrays.stream(policies).<Value<String>>map(Given::observed).toList();
        return new IamRole(
                "IamRole/" + name,
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(IamRole.ROLE_NAME, Given.observed(name))
                        .set(IamRole.ATTACHED_POLICY_ARNS, Listing.observed(arns, "a recording", Given.PLACE))
                        .set(IamRole.INLINE_POLICY_NAMES, Listing.observed(List.of(), "a recording", Given.PLACE))
                        .build());
    }

    private static NodeRole node(IamRole role) {
        NodeGroup group = new NodeGroup(
                "NodeGroup/w",
                Given.PLACE,
                Truth.yes(),
                "Cluster/c",
                Given.with(NodeGroup.NODE_ROLE, ARN).build());
        return new Roles()
                .derive(
                        new Given()
                                .clusterOn("eu-west-1")
                                .fact(group)
                                .fact(role)
                                .estate(),
                        Fleet.on("2026-11-22"))
                .filter(NodeRole.class::isInstance)
                .map(NodeRole.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
