package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedGroups;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Security groups with the rules written in them and beside them, and those that EKS and EC2 create by themselves. */
final class SecurityGroups {

    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";

    private final StackResources resources;

    private SecurityGroups(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        SecurityGroups groups = new SecurityGroups(resources);
        resources.of(GROUP).forEach(groups::group);
        resources.clusters().keys().stream()
                .flatMap(c -> resources.byKey(c).stream())
                .forEach(c -> groups.created(c, Targets.clusterSecurityGroup(c.key()), "EKS", Optional.empty()));
        resources
                .of(Vpcs.VPC)
                .forEach(v ->
                        groups.created(v, Targets.defaultSecurityGroup(v.key()), Props.AWS, Optional.of(Vpcs.ref(v))));
    }

    private void group(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(SecurityGroup.GROUP_ID, props.text(Attribute.id(resource), "GroupId"))
                .set(SecurityGroup.INGRESS, rules(resource, false))
                .set(SecurityGroup.EGRESS, rules(resource, true))
                .set(SecurityGroup.TAGS, props.tagsOrNone("Tags"));
        props.text("GroupName").ifPresent(n -> attributes.set(SecurityGroup.GROUP_NAME, n));
        props.ref("VpcId").ifPresent(v -> attributes.set(SecurityGroup.VPC, v));
        resources.add(new SecurityGroup(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** Rules in the group and beside it; without any for outbound traffic, EC2's own lets everything out. */
    private Listing<SecurityGroupRule> rules(Resource group, boolean egress) {
        Props props = group.properties();
        String property = egress ? "SecurityGroupEgress" : "SecurityGroupIngress";
        Props.Children written = props.children(property);
        List<SecurityGroupRule> rules = new ArrayList<>();
        written.all().forEach(r -> rules.add(rule(r, egress)));
        List<SecurityGroupRule> beside = beside(group.key(), egress);
        rules.addAll(beside);
        if (egress && !props.has(property) && beside.isEmpty()) {
            return ImpliedGroups.anywhere(group.place());
        }
        Listing<SecurityGroupRule> listing = Listing.explicit(rules, written.place());
        return written.rest() == null ? listing : listing.withRest(written.rest());
    }

    private List<SecurityGroupRule> beside(String group, boolean egress) {
        return resources.naming(group, "GroupId", egress ? EGRESS : INGRESS).stream()
                .map(r -> conditional(r, rule(r.properties(), egress)))
                .toList();
    }

    private static SecurityGroupRule conditional(Resource resource, SecurityGroupRule rule) {
        return new SecurityGroupRule(
                rule.place(),
                resource.when(rule.protocol()),
                rule.fromPort(),
                rule.toPort(),
                rule.peerKind(),
                resource.when(rule.peer()),
                resource.when(rule.peerGroup()));
    }

    private static SecurityGroupRule rule(Props props, boolean egress) {
        String side = egress ? "Destination" : "Source";
        Place at = props.at();
        Optional<Value<String>> cidr = props.text("CidrIp").or(() -> props.text("CidrIpv6"));
        Optional<Value<String>> prefixList = props.text(side + "PrefixListId");
        Optional<Value<Ref>> group = props.ref(side + "SecurityGroupId");
        PeerKind kind = group.isPresent()
                ? PeerKind.SECURITY_GROUP
                : prefixList.isPresent() ? PeerKind.PREFIX_LIST : PeerKind.CIDR;
        return new SecurityGroupRule(
                at,
                props.textOr("IpProtocol", "-1"),
                port(props, "FromPort"),
                port(props, "ToPort"),
                kind,
                kind == PeerKind.SECURITY_GROUP
                        ? Value.absent(at)
                        : cidr.or(() -> prefixList)
                                .orElseGet(() -> Value.unresolved(
                                        "the rule names no " + side.toLowerCase(Locale.ROOT), List.of(at))),
                group.orElseGet(() -> Value.absent(at)));
    }

    /** All ports are written as {@code -1} or not at all. */
    private static Value<Integer> port(Props props, String key) {
        Value<Integer> port = props.integerOrAbsent(key);
        return port.known().filter(p -> p == -1).isPresent() ? Value.absent(props.at()) : port;
    }

    /** A group that comes with a cluster or a VPC. */
    private void created(Resource with, String key, String origin, Optional<Ref> vpc) {
        Place at = with.place();
        resources.add(new ImpliedGroups(key, at, with.existence(), origin)
                .group(
                        vpc.isEmpty() ? with.key() : null,
                        vpc.map(v -> Value.byDefault(v, origin, at)),
                        beside(key, false),
                        beside(key, true)));
    }
}
