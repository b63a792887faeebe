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
 */
public record SecurityGroupRule(
        Place place,
        Value<String> protocol,
        Value<Integer> fromPort,
        Value<Integer> toPort,
        PeerKind peerKind,
        Value<String> peer,
        Value<Ref> peerGroup) {

    /** What the other side of a rule is. */
    public enum PeerKind {
        CIDR,
        PREFIX_LIST,
        SECURITY_GROUP
    }
}
