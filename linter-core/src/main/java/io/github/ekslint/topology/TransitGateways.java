package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reference.ZoneName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether packets get to a transit gateway: only from zones in which the attachment of the VPC has a subnet
 * (<a href="https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html">Amazon VPC attachments</a>).
 *
 * @param zone of a subnet, comparable with those of the other subnets
 */
record TransitGateways(Estate estate, Function<Subnet, Value<String>> zone) {

    /** What grounds are called that tell of a transit gateway. */
    static final String LABEL = "transit gateway";

    private static final Set<String> GONE = Set.of("deleting", "deleted", "failed", "failing", "rejected", "rejecting");

    /**
     * Whether packets of a subnet get to the transit gateway of a route.
     *
     * @param vpc the VPC the subnet lies in
     */
    Truth reached(Route route, Subnet from, Vpc vpc) {
        Truth attached = Truth.any(estate.all(TransitGatewayVpcAttachment.class).stream()
                .map(a -> attaches(a, route.targetRef(), vpc).and(inZone(a, from)))
                .toList());
        if (!listed(from, vpc)) {
            return attached.or(unseen(route, vpc));
        }
        String gateway = route.targetRef().known().map(Ref::shown).orElse("that the route names");
        String none = "%s is not attached to the transit gateway %s in the zone of %s"
                .formatted(vpc.displayName(), gateway, from.displayName());
        return attached.isFalse()
                ? attached.withGrounds(List.of(Ground.fact(LABEL, none, List.of(route.place()))))
                : attached;
    }

    private static Truth attaches(TransitGatewayVpcAttachment attachment, Value<Ref> gateway, Vpc vpc) {
        Truth gone = attachment.state().known().filter(GONE::contains).isPresent()
                ? Truth.of(true, attachment.state().ground("state of " + attachment.displayName()))
                : Truth.no();
        return Truth.all(List.of(
                attachment.existence(),
                gone.not(),
                same("transitGatewayId", attachment.transitGateway(), gateway),
                same("vpcId", attachment.vpc(), Value.explicit(new Ref(vpc.vpcId(), vpc.key()), vpc.place()))));
    }

    /** A Local Zone has its way through the Availability Zone it belongs to, which no answer names. */
    private Truth inZone(TransitGatewayVpcAttachment attachment, Subnet from) {
        boolean local = from.availabilityZone()
                .known()
                .flatMap(ZoneName::parse)
                .filter(z -> z.kind() != ZoneName.Kind.AVAILABILITY_ZONE)
                .isPresent();
        return local
                ? Truth.yes()
                : attachment
                        .subnets()
                        .any(
                                "subnets of " + attachment.displayName(),
                                ref -> Value.same("availabilityZone", zone.apply(subnet(ref)), zone.apply(from)));
    }

    private Subnet subnet(Ref ref) {
        return estate.find(Subnet.class, ref)
                .orElseGet(() -> new Subnet(
                        "Subnet/" + ref.shown(),
                        ref.id().places().stream().findFirst().orElseThrow(),
                        Truth.yes(),
                        null,
                        Attributes.builder().set(Subnet.SUBNET_ID, ref.id()).build()));
    }

    /** Whether every attachment is known; who only shares a subnet does not see the attachments of its owner. */
    private boolean listed(Subnet from, Vpc vpc) {
        boolean shared = from.ownerId().known().isPresent()
                && estate.all(Cluster.class).stream()
                        .map(Cluster::accountId)
                        .anyMatch(account -> account.known().isPresent()
                                && !account.known().equals(from.ownerId().known()));
        return vpc.transitGatewayAttachmentsListed().known().orElse(false) && !shared;
    }

    private static Truth unseen(Route route, Vpc vpc) {
        Vpc bare = vpc.with(Attributes.builder().set(Vpc.VPC_ID, vpc.vpcId()).build());
        return Truth.unknown(
                LABEL,
                "which transit gateways %s is attached to is not known".formatted(vpc.displayName()),
                List.of(route.place()),
                bare.transitGatewayAttachmentsListed()
                        .ground("transitGatewayAttachmentsListed")
                        .settledBy()
                        .toArray(Settlement[]::new));
    }

    private static Truth same(String label, Value<Ref> one, Value<Ref> other) {
        boolean sameKey = one.known()
                .map(Ref::key)
                .filter(key -> other.known().map(Ref::key).filter(key::equals).isPresent())
                .isPresent();
        return sameKey ? Truth.yes() : Value.same(label, one.flatMap(Ref::id), other.flatMap(Ref::id));
    }
}
