package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether security groups let a packet pass from some network interfaces to others: an egress rule of one group at its start
 * and an ingress rule of one group at its end. An interface has the rules of all its groups
 * (<a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">VPC User Guide, security group
 * rules</a>).
 *
 * @param packet what is to pass
 * @param from where it starts
 * @param to where it ends
 */
record PortPath(Packet packet, Interfaces from, Interfaces to) {

    /** Whether it passes at both ends. */
    Truth passes() {
        return leaves().and(enters());
    }

    /** Whether a group at the start lets it out. */
    Truth leaves() {
        return side(true);
    }

    /** Whether a group at the end lets it in. */
    Truth enters() {
        return side(false);
    }

    /** The rule that lets it out, as a message names it when it is missing. */
    String egress() {
        return "egress %s on %s to %s".formatted(packet.shown(), from.shown(), to.shown());
    }

    /** The rule that lets it in, as a message names it when it is missing. */
    String ingress() {
        return "ingress %s on %s from %s".formatted(packet.shown(), to.shown(), from.shown());
    }

    private Truth side(boolean out) {
        Interfaces owner = out ? from : to;
        Interfaces peer = out ? to : from;
        List<Truth> ways = new ArrayList<>();
        List<Truth> unsureBlocks = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        List<Ground> blockGrounds = new ArrayList<>();
        for (SecurityGroup group : owner.groups().items()) {
            Listing<SecurityGroupRule> rules = out ? group.egress() : group.ingress();
            rules.openEnd().ifPresent(why -> ways.add(unknown(label(out), why)));
            for (SecurityGroupRule rule : rules.items()) {
                Truth fits = packet.fits(rule);
                if (fits.isFalse()) {
                    continue;
                }
                if (rule.peerKind() == PeerKind.SECURITY_GROUP) {
                    ways.add(fits.and(carries(peer, rule.peerGroup())));
                } else if (rule.peerKind() == PeerKind.PREFIX_LIST) {
                    rule.entries().openEnd().ifPresent(why -> ways.add(fits.and(unknown("prefix list", why))));
                    for (Value<String> entry : rule.entries().items()) {
                        if (fits.isTrue() && entry.known().isPresent()) {
                            blocks.add(entry.known().orElseThrow());
                            blockGrounds.add(
                                    entry.ground("prefix list " + rule.peer().shown()));
                        } else {
                            unsureBlocks.add(fits.and(entry.isPresent("cidr")));
                        }
                    }
                } else if (fits.isTrue() && rule.peer().known().isPresent()) {
                    blocks.add(rule.peer().known().orElseThrow());
                    blockGrounds.add(rule.peer().ground("cidr of " + group.displayName()));
                } else {
                    unsureBlocks.add(fits.and(rule.peer().isPresent("cidr")));
                }
            }
        }
        Truth byBlock = covers(CidrSet.of(blocks), peer, blockGrounds);
        ways.add(byBlock);
        if (!byBlock.isTrue()) {
            unsureBlocks.stream().filter(Truth::isUnknown).forEach(ways::add);
        }
        owner.groups().openEnd().ifPresent(why -> ways.add(unknown("security groups of " + owner.name(), why)));
        Truth any = Truth.any(ways);
        return any.isFalse() ? missing(out, owner) : any;
    }

    private Truth missing(boolean out, Interfaces owner) {
        List<Place> places = owner.groups().items().stream()
                .flatMap(g -> Stream.concat((out ? g.egress() : g.ingress()).places().stream(), Stream.of(g.place()))
                        .limit(1))
                .toList();
        List<Place> at = places.isEmpty() ? owner.groups().places() : places;
        return Truth.of(false, Ground.fact(label(out), "no " + (out ? egress() : ingress()), at));
    }

    private String label(boolean out) {
        return (out ? "egress " : "ingress ") + packet.shown();
    }

    /** Whether the interfaces carry the group that a rule names. */
    private static Truth carries(Interfaces peer, Value<Ref> named) {
        return peer.groups().any("security groups of " + peer.name(), group -> same(group, named));
    }

    private static Truth same(SecurityGroup group, Value<Ref> named) {
        if (named.known().isEmpty()) {
            return named.isPresent("security group of the peer");
        }
        Ref ref = named.known().orElseThrow();
        if (ref.key() != null
                && (ref.key().equals(group.key()) || ref.id().known().isEmpty())) {
            return Truth.of(ref.key().equals(group.key()), group.id().ground("groupId"));
        }
        return Value.same("groupId", group.id(), ref.id());
    }

    /** Whether the blocks hold every address the interfaces may have: all, some (which cannot be told), or none. */
    private Truth covers(CidrSet blocks, Interfaces peer, List<Ground> grounds) {
        if (blocks.isEmpty()) {
            return Truth.no();
        }
        if (blocks.covers("0.0.0.0/0") || (packet.ipv6() && blocks.covers("::/0"))) {
            return Truth.of(Logic.TRUE, grounds);
        }
        List<Truth> each = new ArrayList<>(
                peer.subnets().items().stream().map(s -> covers(blocks, s)).toList());
        peer.subnets().openEnd().ifPresent(why -> each.add(unknown("subnets of " + peer.name(), why)));
        if (each.isEmpty()) {
            return Truth.unknown(
                    "subnets",
                    "the subnets of %s are not known".formatted(peer.name()),
                    peer.subnets().places());
        }
        Truth all = Truth.all(each);
        if (!all.isFalse()) {
            return all.isTrue() ? all.withGrounds(grounds) : all;
        }
        Truth some = Truth.any(each);
        if (!some.isTrue()) {
            return some;
        }
        String why = "the blocks cover some, not all of the subnets that %s may lie in".formatted(peer.name());
        return Truth.of(
                Logic.UNKNOWN,
                List.of(new Ground(
                        "cidr", why, Ground.UNRESOLVED, all.grounds().get(0).places(), List.of())));
    }

    private Truth covers(CidrSet blocks, Subnet subnet) {
        Truth ipv4 = subnet.cidrBlock().is("cidrBlock of " + subnet.displayName(), blocks::covers);
        if (!packet.ipv6()) {
            return ipv4;
        }
        Listing<Value<String>> own = subnet.ipv6CidrBlocks();
        return ipv4.or(own.isNotEmpty("ipv6CidrBlocks")
                .and(own.all("ipv6CidrBlocks", b -> b.is("ipv6CidrBlock", blocks::covers))));
    }

    static Truth unknown(String label, Value.Unresolved<?> why) {
        return Truth.of(
                Logic.UNKNOWN, List.of(new Ground(label, why.why(), Ground.UNRESOLVED, why.places(), why.settledBy())));
    }
}
