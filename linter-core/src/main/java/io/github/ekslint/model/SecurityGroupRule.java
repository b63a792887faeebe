package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * One rule of a security group: one protocol and port range, one peer.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a protocol number, or {@code -1} for all
 * @param fromPort first port; absent when all ports are meant
 * @param toPort last port; absent when all ports are meant
 * @param peerKind what the other side is
 * @param peer the CIDR block or the prefix list's id; absent when the peer is a security group
 * @param peerGroup the security group; absent when the peer is something else
 * @param entries the CIDR blocks of a prefix list; empty when the peer is something else
 */
public record SecurityGroupRule(
        Place place,
        Value<String> protocol,
        Value<Integer> fromPort,
        Value<Integer> toPort,
        PeerKind peerKind,
        Value<String> peer,
        Value<Ref> peerGroup,
        Listing<Value<String>> entries) {

    /** A rule; the entries of a prefix list are not known. */
    public SecurityGroupRule(
            Place place,
            Value<String> protocol,
            Value<Integer> fromPort,
            Value<Integer> toPort,
            PeerKind peerKind,
            Value<String> peer,
            Value<Ref> peerGroup) {
        this(
                place,
                protocol,
                fromPort,
                toPort,
                peerKind,
                peer,
                peerGroup,
                peerKind == PeerKind.PREFIX_LIST
                        ? PrefixList.unread(peer, place).entries()
                        : Listing.absent());
    }

    /** The same with the entries of its prefix list. */
    public SecurityGroupRule withEntries(Listing<Value<String>> blocks) {
        return new SecurityGroupRule(place, protocol, fromPort, toPort, peerKind, peer, peerGroup, blocks);
    }

    /** What the other side of a rule is. */
    public enum PeerKind {
        CIDR,
        PREFIX_LIST,
        SECURITY_GROUP
    }
}
