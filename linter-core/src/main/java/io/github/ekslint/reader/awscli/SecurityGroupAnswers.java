package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PrefixList;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of the EC2 API about security groups. */
final class SecurityGroupAnswers {

    private SecurityGroupAnswers() {}

    static void groups(Take take) {
        for (Fields fields : take.fields().children("SecurityGroups")) {
            Description d = new Description(fields, fields.has("VpcId"));
            d.id(SecurityGroup.GROUP_ID, "GroupId")
                    .text(SecurityGroup.GROUP_NAME, "GroupName")
                    .ref(SecurityGroup.VPC, "VpcId")
                    .tagList(SecurityGroup.TAGS, "Tags")
                    .list(SecurityGroup.INGRESS, permissions(d, "IpPermissions"))
                    .list(SecurityGroup.EGRESS, permissions(d, "IpPermissionsEgress"));
            take.add(SecurityGroup::new, SecurityGroup.GROUP_ID, d);
        }
        NetworkAnswers.listed(
                take,
                take.fields().children("SecurityGroups"),
                Vpc.SECURITY_GROUPS_LISTED,
                SecurityGroupAnswers::isDefault);
    }

    /** Whether it is the group that every VPC has. */
    private static boolean isDefault(Fields group) {
        return group.text("GroupName")
                .flatMap(Value::known)
                .filter("default"::equals)
                .isPresent();
    }

    /** Rules by themselves; all of a group's only when the command asked for the group. */
    static void rules(Take take) {
        Map<String, List<Fields>> byGroup = new LinkedHashMap<>();
        for (Fields rule : take.fields().children("SecurityGroupRules")) {
            String group = rule.text("GroupId").flatMap(Value::known).orElse("");
            byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(rule);
        }
        Optional<String> asked = take.command().flatMap(c -> c.onlyFilter("group-id"));
        byGroup.forEach((group, rules) -> {
            Description d = new Description(rules.get(0), false);
            boolean whole = !take.isPage() && asked.filter(group::equals).isPresent();
            d.id(SecurityGroup.GROUP_ID, "GroupId")
                    .set(SecurityGroup.INGRESS, direction(d, rules, false, whole, group))
                    .set(SecurityGroup.EGRESS, direction(d, rules, true, whole, group));
            take.add(SecurityGroup::new, SecurityGroup.GROUP_ID, d);
        });
    }

    private static Listing<SecurityGroupRule> direction(
            Description d, List<Fields> rules, boolean egress, boolean whole, String group) {
        List<SecurityGroupRule> found = rules.stream()
                .filter(r -> r.flag("IsEgress").flatMap(Value::known).orElse(false) == egress)
                .flatMap(r -> single(r).stream())
                .toList();
        Listing<SecurityGroupRule> listing = Listing.observed(found, d.fields().origin(), d.place());
        return whole
                ? listing
                : listing.withRest(new Value.Unresolved<>(
                        "the recording may hold a part of the rules of %s only".formatted(group),
                        List.of(d.place()),
                        List.of(Settlement.command(
                                "aws ec2 describe-security-groups --group-ids %s --output json".formatted(group))),
                        null,
                        null));
    }

    /** The answer itself does not name the list: its own member does, or the command of the manifest. */
    static void prefixListEntries(Take take) {
        Fields fields = take.fields();
        Optional<Value<String>> id = fields.text("PrefixListId").or(() -> take.command()
                .flatMap(c -> c.option("--prefix-list-id"))
                .map(i -> Value.observed(i, fields.origin(), fields.place())));
        if (id.isEmpty()) {
            fields.problems()
                    .accept(
                            Problem.warning(
                                    "ambiguous-evidence",
                                    fields.place(),
                                    "the recorded entries do not say of which prefix list they are; --query \"{PrefixListId: '<id>', Entries: Entries}\" keeps the id in the answer"));
            return;
        }
        Description d = new Description(fields, !take.isPage());
        d.set(PrefixList.PREFIX_LIST_ID, id.get())
                .list(
                        PrefixList.ENTRIES,
                        d.items("Entries", e -> e.text("Cidr")).map(take::whole));
        take.add(PrefixList::new, PrefixList.PREFIX_LIST_ID, d);
    }

    /** Only the lists of AWS services are described with their blocks. */
    static void prefixLists(Take take) {
        for (Fields fields : take.fields().children("PrefixLists")) {
            Description d = new Description(fields, false);
            d.text(PrefixList.PREFIX_LIST_ID, "PrefixListId").texts(PrefixList.ENTRIES, "Cidrs");
            take.add(PrefixList::new, PrefixList.PREFIX_LIST_ID, d);
        }
    }

    private static Optional<SecurityGroupRule> single(Fields rule) {
        Optional<Value<String>> cidr = rule.text("CidrIpv4").or(() -> rule.text("CidrIpv6"));
        if (cidr.isPresent()) {
            return Optional.of(rule(rule, rule.place(), PeerKind.CIDR, cidr.get()));
        }
        Optional<Value<String>> prefixList = rule.text("PrefixListId");
        if (prefixList.isPresent()) {
            return Optional.of(rule(rule, rule.place(), PeerKind.PREFIX_LIST, prefixList.get()));
        }
        return rule.child("ReferencedGroupInfo")
                .flatMap(g -> g.text("GroupId"))
                .map(g -> rule(rule, rule.place(), PeerKind.SECURITY_GROUP, g));
    }

    /** One rule for each peer of each permission. */
    private static Optional<Listing<SecurityGroupRule>> permissions(Description d, String key) {
        return d.node(key).map(node -> {
            List<SecurityGroupRule> rules = new ArrayList<>();
            for (Fields permission : d.children(key)) {
                peers(rules, permission, "IpRanges", "CidrIp", PeerKind.CIDR);
                peers(rules, permission, "Ipv6Ranges", "CidrIpv6", PeerKind.CIDR);
                peers(rules, permission, "PrefixListIds", "PrefixListId", PeerKind.PREFIX_LIST);
                peers(rules, permission, "UserIdGroupPairs", "GroupId", PeerKind.SECURITY_GROUP);
            }
            return Listing.observed(rules, d.fields().origin(), node.place());
        });
    }

    private static void peers(
            List<SecurityGroupRule> rules, Fields permission, String key, String member, PeerKind kind) {
        for (Fields peer : permission.children(key)) {
            peer.text(member).ifPresent(value -> rules.add(rule(permission, peer.place(), kind, value)));
        }
    }

    private static SecurityGroupRule rule(Fields ports, Place place, PeerKind kind, Value<String> peer) {
        Description d = new Description(ports, true);
        Value<String> noPeer = d.absent();
        Value<Ref> noGroup = d.absent();
        boolean isGroup = kind == PeerKind.SECURITY_GROUP;
        return new SecurityGroupRule(
                place,
                ports.text("IpProtocol").orElseGet(d::absent),
                port(d, "FromPort"),
                port(d, "ToPort"),
                kind,
                isGroup ? noPeer : peer,
                isGroup ? Description.refValue(peer) : noGroup);
    }

    /** A port; all ports are written as {@code -1} or not at all. */
    private static Value<Integer> port(Description d, String key) {
        return d.fields()
                .integer(key)
                .filter(v -> v.known().filter(p -> p == -1).isEmpty())
                .orElseGet(d::absent);
    }
}
