package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.function.Function;

/**
 * The subnets of a VPC as seen from one of them: load balancers take one subnet in each zone, so that the tag of one is enough.
 *
 * @param all the subnets of the cluster's VPC, this one among them
 */
public record ZonePeers(VpcSubnet self, List<VpcSubnet> all) {

    /** Keeps its own copy. */
    public ZonePeers {
        all = List.copyOf(all);
    }

    /** The key of the subnet. */
    public String subnet() {
        return self.key();
    }

    /** Whether this or another private subnet of its zone carries the tag for internal load balancers. */
    public Truth internalTagged() {
        return tagged(s -> s.hasInternalRoleTag().and(s.isPrivate()));
    }

    /** Whether this or another public subnet of its zone carries the tag for internet-facing load balancers. */
    public Truth publicTagged() {
        return tagged(s -> s.hasPublicRoleTag().and(s.isPublic()));
    }

    /** Whether the tags of other clusters hide every public subnet from the controller. */
    public Truth publicHidden() {
        return hidden(VpcSubnet::isPublic);
    }

    /** Whether the tags of other clusters hide every private subnet from the controller. */
    public Truth privateHidden() {
        return hidden(VpcSubnet::isPrivate);
    }

    private Truth hidden(Function<VpcSubnet, Truth> kind) {
        return kind.apply(self)
                .and(Truth.all(all.stream()
                        .map(s -> s.existence()
                                .and(kind.apply(s))
                                .and(s.clusterTags().hide().not())
                                .not())
                        .toList()));
    }

    private Truth tagged(Function<VpcSubnet, Truth> test) {
        Truth own = test.apply(self);
        return own.isTrue()
                ? own
                : own.or(Truth.any(all.stream()
                        .filter(s -> !s.key().equals(self.key()))
                        .map(s -> inSameZone(s).and(s.existence()).and(test.apply(s)))
                        .toList()));
    }

    private Truth inSameZone(VpcSubnet other) {
        return Value.same("availabilityZone", self.zone().value(), other.zone().value());
    }
}
