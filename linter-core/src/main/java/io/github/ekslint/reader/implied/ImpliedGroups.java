package io.github.ekslint.reader.implied;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The security group that EKS creates for a cluster, and the one that EC2 creates for a VPC
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS</a>,
 * <a href="https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html">VPC</a>).
 *
 * @param key of the group
 * @param at where the cluster or the VPC is written
 * @param existence of the cluster or the VPC
 * @param origin who creates it
 */
public record ImpliedGroups(String key, Place at, Truth existence, String origin) {

    /**
     * The group: its members reach each other, and everything outside.
     *
     * @param cluster the key of the cluster it comes with; null when it comes with a VPC
     * @param ingress what the spec adds
     * @param egress what the spec writes; when it writes nothing, EC2's own rule stands
     */
    public SecurityGroup group(
            @Nullable String cluster,
            Optional<Value<Ref>> vpc,
            List<SecurityGroupRule> ingress,
            List<SecurityGroupRule> egress) {
        Value<String> id = Value.unresolved(origin + " creates it", List.of(at));
        List<SecurityGroupRule> allowed = new ArrayList<>(List.of(
                all(at, PeerKind.SECURITY_GROUP, Value.absent(at), Value.byDefault(new Ref(id, key), origin, at))));
        allowed.addAll(ingress);
        Attributes.Builder attributes = Attributes.builder()
                .set(SecurityGroup.GROUP_ID, id)
                .set(SecurityGroup.INGRESS, Listing.byDefault(allowed, origin, at))
                .set(SecurityGroup.EGRESS, egress.isEmpty() ? anywhere(at) : Listing.explicit(egress, at))
                .set(SecurityGroup.TAGS, Value.byDefault(Tags.NONE, origin, at));
        vpc.ifPresent(v -> attributes.set(SecurityGroup.VPC, v));
        return new SecurityGroup(key, at, existence, cluster, attributes.build());
    }

    /** What EC2 lets out of a group without a word about it. */
    public static Listing<SecurityGroupRule> anywhere(Place at) {
        return Listing.byDefault(
                Stream.of("0.0.0.0/0", "::/0")
                        .map(c -> all(at, PeerKind.CIDR, Value.byDefault(c, Props.AWS, at), Value.absent(at)))
                        .toList(),
                Props.AWS,
                at);
    }

    private static SecurityGroupRule all(Place at, PeerKind kind, Value<String> peer, Value<Ref> group) {
        return new SecurityGroupRule(
                at, Value.byDefault("-1", Props.AWS, at), Value.absent(at), Value.absent(at), kind, peer, group);
    }
}
