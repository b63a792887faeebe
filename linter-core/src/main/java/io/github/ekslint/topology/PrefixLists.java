package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PrefixList;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;

/** The prefix lists of an estate. */
record PrefixLists(Estate estate) {

    /** The CIDR blocks of a list. */
    Listing<Value<String>> entries(Value<String> id, Place place) {
        return estate.find(PrefixList.class, Ref.byId(id))
                .orElseGet(() -> PrefixList.unread(id, place))
                .entries();
    }

    /** The group, whose rules know the entries of the lists that they name. */
    SecurityGroup filled(SecurityGroup group) {
        if (!names(group.ingress()) && !names(group.egress())) {
            return group;
        }
        return group.with(Attributes.builder()
                .set(SecurityGroup.INGRESS, group.ingress().map(this::filled))
                .set(SecurityGroup.EGRESS, group.egress().map(this::filled))
                .build()
                .over(group.attributes(), true));
    }

    private SecurityGroupRule filled(SecurityGroupRule rule) {
        boolean unread = rule.peerKind() == PeerKind.PREFIX_LIST
                && rule.entries().openEnd().isPresent();
        return unread ? rule.withEntries(entries(rule.peer(), rule.place())) : rule;
    }

    private static boolean names(Listing<SecurityGroupRule> rules) {
        return rules.items().stream().anyMatch(r -> r.peerKind() == PeerKind.PREFIX_LIST);
    }
}
