package io.github.ekslint.topology;

import static io.github.ekslint.topology.Groups.HERE;
import static io.github.ekslint.topology.Groups.group;
import static io.github.ekslint.topology.Groups.interfaces;
import static io.github.ekslint.topology.Groups.rules;
import static io.github.ekslint.topology.Groups.subnet;
import static io.github.ekslint.topology.Groups.unseen;
import static io.github.ekslint.topology.Groups.unseenSubnet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortPathTest {

    private static final Packet KUBELET = new Packet("tcp", 10250, false);
    private static final List<SecurityGroup> CONTROL_PLANE =
            List.of(group("sg-cp", rules("-1 sg-cp"), rules("-1 0.0.0.0/0")));
    private static final Subnet A = subnet("subnet-a", "10.0.0.0/19");
    private static final Subnet B = subnet("subnet-b", "10.0.32.0/19");

    /** Whether sg-cp in subnets A and B reaches a node whose group has that one ingress rule. */
    private static Logic enters(Packet packet, String... ingress) {
        return enters(packet, List.of(A, B), ingress).logic();
    }

    private static io.github.ekslint.model.Truth enters(Packet packet, List<Subnet> from, String... ingress) {
        Interfaces controlPlane = interfaces("the control plane", CONTROL_PLANE, from.toArray(Subnet[]::new));
        Interfaces nodes = interfaces("the nodes", List.of(group("sg-node", rules(ingress), rules())), A);
        return new PortPath(packet, controlPlane, nodes).enters();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp 10250 sg-cp, TRUE",
        "tcp 1025-65535 sg-cp, TRUE",
        "6 10250 sg-cp, TRUE",
        "TCP 10250 sg-cp, TRUE",
        "-1 sg-cp, TRUE",
        "tcp -1--1 sg-cp, TRUE",
        "tcp 10250 sg-other, FALSE",
        "tcp 443 sg-cp, FALSE",
        "udp 10250 sg-cp, FALSE",
        "17 10250 sg-cp, FALSE",
        "tcp 10251-10260 sg-cp, FALSE",
        "tcp 10250 0.0.0.0/0, TRUE",
        "tcp 10250 10.0.0.0/16, TRUE",
        "tcp 10250 10.0.0.0/18, TRUE",
        "tcp 10250 10.0.0.0/19, UNKNOWN",
        "tcp 10250 192.168.0.0/16, FALSE",
        "tcp 10250 ::/0, FALSE",
        "tcp 10250 pl-63a5400a, UNKNOWN",
        "tcp 443 pl-63a5400a, FALSE"
    })
    void aRuleLetsInWhatItSays(String rule, Logic expected) {
        assertThat(enters(KUBELET, rule)).isEqualTo(expected);
    }

    @Test
    void blocksOfSeveralRulesAddUp() {
        assertThat(enters(KUBELET, "tcp 10250 10.0.0.0/19", "tcp 10000-20000 10.0.32.0/19"))
                .isEqualTo(Logic.TRUE);
    }

    @Test
    void oneRuleThatFitsIsEnough() {
        assertThat(enters(KUBELET, "tcp 22 0.0.0.0/0", "tcp 443 sg-cp", "tcp 10250 sg-cp"))
                .isEqualTo(Logic.TRUE);
        assertThat(enters(KUBELET, "tcp 10250 pl-1", "tcp 10250 sg-cp")).isEqualTo(Logic.TRUE);
    }

    @Test
    void noRuleLetsNothingIn() {
        assertThat(enters(KUBELET)).isEqualTo(Logic.FALSE);
    }

    @Test
    void anIpv6BlockCountsWhereIpv6MayBeUsed() {
        assertThat(enters(new Packet("tcp", 10250, true), "tcp 10250 ::/0")).isEqualTo(Logic.TRUE);
    }

    @Test
    void aBlockAgainstASubnetWithoutKnownCidrCannotBeTold() {
        io.github.ekslint.model.Truth truth =
                enters(KUBELET, List.of(unseenSubnet("subnet-x")), "tcp 10250 10.0.0.0/16");
        assertThat(truth.isUnknown()).isTrue();
        assertThat(truth.settledBy())
                .extracting(Settlement::text)
                .containsExactly("aws ec2 describe-subnets --subnet-ids subnet-x --output json");
        assertThat(enters(KUBELET, List.of(unseenSubnet("subnet-x")), "tcp 10250 0.0.0.0/0")
                        .isTrue())
                .isTrue();
    }

    @Test
    void aPrefixListNamesTheCommandThatListsIt() {
        assertThat(enters(KUBELET, List.of(A), "tcp 10250 pl-1").settledBy())
                .extracting(Settlement::text)
                .containsExactly("aws ec2 get-managed-prefix-list-entries --prefix-list-id pl-1 --query"
                        + " \"{PrefixListId: 'pl-1', Entries: Entries}\" --output json");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, TRUE", "192.168.0.0/16, FALSE"})
    void theEntriesOfARecordedPrefixListCountLikeBlocks(String entry, Logic enters) {
        Estate estate = new Given()
                .fact(Given.prefixList("pl-1", entry))
                .fact(group("sg-node", rules("tcp 10250 pl-1"), List.of()))
                .estate();
        SecurityGroup filled =
                new PrefixLists(estate).filled(estate.all(SecurityGroup.class).get(0));
        PortPath path = new PortPath(
                KUBELET,
                interfaces("the control plane", CONTROL_PLANE, A),
                interfaces("the nodes", List.of(filled), A));
        assertThat(path.enters().logic()).isEqualTo(enters);
    }

    @Test
    void aGroupOfWhichNothingIsKnownNamesTheCommandThatDescribesIt() {
        Interfaces nodes = interfaces("the nodes", List.of(unseen("sg-node")), A);
        PortPath path = new PortPath(KUBELET, interfaces("the control plane", CONTROL_PLANE, A), nodes);
        assertThat(path.enters().isUnknown()).isTrue();
        assertThat(path.enters().settledBy())
                .extracting(Settlement::text)
                .containsExactly("aws ec2 describe-security-groups --group-ids sg-node --output json");
        assertThat(path.leaves().isTrue()).isTrue();
    }

    @Test
    void anInterfaceHasTheRulesOfAllItsGroups() {
        Interfaces nodes = interfaces(
                "the nodes",
                List.of(group("sg-1", rules("tcp 22 sg-x"), rules()), group("sg-2", rules("tcp 10250 sg-cp"), rules())),
                A);
        assertThat(new PortPath(KUBELET, interfaces("the control plane", CONTROL_PLANE, A), nodes)
                        .enters()
                        .isTrue())
                .isTrue();
    }

    @Test
    void groupsThatMayBeThereMayLetItIn() {
        Interfaces nodes = new Interfaces(
                "the nodes",
                Listing.explicit(List.of(group("sg-1", rules(), rules())), HERE)
                        .withRest(new Value.Unresolved<>("not known", List.of(HERE), List.of(), null, null)),
                Listing.explicit(List.of(A), HERE));
        assertThat(new PortPath(KUBELET, interfaces("the control plane", CONTROL_PLANE, A), nodes)
                        .enters()
                        .isUnknown())
                .isTrue();
    }

    @Test
    void selfRulesJoinInterfacesOfTheSameGroup() {
        Interfaces same = interfaces("the nodes", CONTROL_PLANE, A);
        assertThat(new PortPath(KUBELET, same, same).passes().isTrue()).isTrue();
    }

    @Test
    void bothEndsMustAgreeAndTheMissingOneIsNamed() {
        Interfaces nodes = interfaces("the nodes", List.of(group("sg-node", rules("tcp 443 sg-cp"), rules())), A);
        PortPath path = new PortPath(KUBELET, interfaces("the control plane", CONTROL_PLANE, A), nodes);
        assertThat(path.leaves().isTrue()).isTrue();
        assertThat(path.passes().isFalse()).isTrue();
        assertThat(path.enters().grounds())
                .extracting(Ground::value)
                .containsExactly("no ingress tcp/10250 on sg-node from sg-cp");
    }

    @Test
    void egressIsJudgedAtTheStart() {
        Interfaces from = interfaces("the nodes", List.of(group("sg-node", rules(), rules("tcp 443 sg-other"))), A);
        PortPath path =
                new PortPath(new Packet("tcp", 443, false), from, interfaces("the control plane", CONTROL_PLANE, B));
        assertThat(path.leaves().isFalse()).isTrue();
        assertThat(path.egress()).isEqualTo("egress tcp/443 on sg-node to sg-cp");
    }
}
