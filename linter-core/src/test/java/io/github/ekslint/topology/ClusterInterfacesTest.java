package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.commands;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.ref;
import static io.github.ekslint.topology.Given.refs;
import static io.github.ekslint.topology.Groups.group;
import static io.github.ekslint.topology.Groups.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterInterfacesTest {

    private static final Packet KUBELET = new Packet("tcp", 10250, false);

    private static Attributes.Builder clusterAttributes() {
        return Attributes.builder()
                .set(Cluster.NAME, observed("c"))
                .set(Cluster.SUBNET_IDS, refs("subnet-1"))
                .set(Cluster.SECURITY_GROUP_IDS, Listing.absent(PLACE));
    }

    private static Given recorded() {
        return new Given()
                .cluster(clusterAttributes()
                        .set(Cluster.CLUSTER_SECURITY_GROUP, observed(ref("sg-cluster")))
                        .build());
    }

    private static NodeGroup managed(Attributes.Builder more) {
        return new NodeGroup(
                "NodeGroup/n",
                PLACE,
                Truth.yes(),
                "Cluster/c",
                more.set(NodeGroup.NODEGROUP_NAME, observed("n"))
                        .set(NodeGroup.MANAGED, observed(true))
                        .set(NodeGroup.SUBNETS, refs("subnet-1"))
                        .build());
    }

    private static NodeGroup withTemplate() {
        return managed(Attributes.builder().set(NodeGroup.LAUNCH_TEMPLATE, observed(ref("lt-1"))));
    }

    private static NodeGroup withoutTemplate() {
        return managed(Attributes.builder().set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(PLACE)));
    }

    private static LaunchTemplate template(String... groups) {
        return new LaunchTemplate(
                "LaunchTemplate/lt-1",
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(LaunchTemplate.LAUNCH_TEMPLATE_ID, observed("lt-1"))
                        .set(LaunchTemplate.SECURITY_GROUP_IDS, refs(groups))
                        .set(LaunchTemplate.NETWORK_INTERFACE_GROUPS, Listing.absent(PLACE))
                        .build());
    }

    private static Listing<SecurityGroup> nodes(Given given, NodeGroup group) {
        Estate estate = given.fact(group).estate();
        return ClusterInterfaces.of(estate, group).nodes(group).groups();
    }

    @Test
    void nodesOfAManagedGroupWithoutTemplateCarryTheClusterGroup() {
        assertThat(nodes(recorded(), withoutTemplate()).items())
                .extracting(SecurityGroup::displayName)
                .containsExactly("sg-cluster");
    }

    @Test
    void groupsOfTheLaunchTemplateReplaceTheClusterGroup() {
        assertThat(nodes(recorded().fact(template("sg-1", "sg-2")), withTemplate())
                        .items())
                .extracting(SecurityGroup::displayName)
                .containsExactly("sg-1", "sg-2");
    }

    @Test
    void aLaunchTemplateWithoutGroupsLeavesTheClusterGroup() {
        assertThat(nodes(recorded().fact(template()), withTemplate()).items())
                .extracting(SecurityGroup::displayName)
                .containsExactly("sg-cluster");
    }

    @Test
    void aLaunchTemplateThatIsNotRecordedNamesItsCommand() {
        Listing<SecurityGroup> groups = nodes(recorded(), withTemplate());
        assertThat(groups.isUnresolved()).isTrue();
        assertThat(commands(groups.isNotEmpty("groups")))
                .containsExactly("aws ec2 describe-launch-template-versions --launch-template-id lt-1 --output json");
    }

    @Test
    void theControlPlaneCarriesClusterGroupAndAdditionalGroups() {
        Estate estate = new Given()
                .cluster(clusterAttributes()
                        .set(Cluster.CLUSTER_SECURITY_GROUP, observed(ref("sg-cluster")))
                        .set(Cluster.SECURITY_GROUP_IDS, refs("sg-more"))
                        .build())
                .fact(group("sg-more", rules(), rules()))
                .estate();
        ClusterInterfaces interfaces =
                new ClusterInterfaces(estate, estate.all(Cluster.class).get(0));
        assertThat(interfaces.controlPlane().groups().items())
                .extracting(SecurityGroup::displayName)
                .containsExactly("sg-cluster", "sg-more");
    }

    @Test
    void anUnseenClusterGroupAllowsItselfAndMayAllowOthers() {
        NodeGroup group = withoutTemplate();
        Estate estate = recorded().fact(group).estate();
        ClusterInterfaces interfaces = ClusterInterfaces.of(estate, group);
        assertThat(new PortPath(KUBELET, interfaces.controlPlane(), interfaces.nodes(group))
                        .passes()
                        .isTrue())
                .isTrue();
        Interfaces others = Groups.interfaces(
                "others",
                List.of(group("sg-x", rules(), rules("-1 0.0.0.0/0"))),
                Groups.subnet("subnet-9", "10.9.0.0/24"));
        Truth enters = new PortPath(KUBELET, others, interfaces.controlPlane()).enters();
        assertThat(enters.isUnknown()).isTrue();
        assertThat(commands(enters))
                .containsExactly("aws ec2 describe-security-groups --group-ids sg-cluster --output json");
    }

    @Test
    void aClusterThatDoesNotExistYetHasTheGroupEksMakes() {
        NodeGroup group = withoutTemplate();
        Estate estate =
                new Given().cluster(clusterAttributes().build()).fact(group).estate();
        ClusterInterfaces interfaces = ClusterInterfaces.of(estate, group);
        assertThat(new PortPath(KUBELET, interfaces.controlPlane(), interfaces.nodes(group))
                        .passes()
                        .isTrue())
                .isTrue();
    }
}
