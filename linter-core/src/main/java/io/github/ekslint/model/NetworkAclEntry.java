package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * One entry of a network ACL. The entry with the lowest number that matches decides.
 *
 * @param ruleNumber 1 to 32767
 * @param egress whether it is about packets that leave the subnet
 * @param allow whether matching packets pass
 * @param protocol a protocol number, {@code -1} for all
 * @param fromPort first port; absent when all ports are meant
 * @param toPort last port; absent when all ports are meant
 * @param cidrBlock the other side
 */
public record NetworkAclEntry(
        Place place,
        Value<Integer> ruleNumber,
        Value<Boolean> egress,
        Value<Boolean> allow,
        Value<String> protocol,
        Value<Integer> fromPort,
        Value<Integer> toPort,
        Value<String> cidrBlock) {}
