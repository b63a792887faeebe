package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The security groups of a spec: the cluster security group that EKS creates, those that eksctl creates with the rules it puts
 * in them, and those the spec names by id, about whose rules it says nothing
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS User Guide, security groups</a>).
 */
final class SecurityGroups {

    private static final String ALL = "-1";
    private static final String TCP = "tcp";

    private final Spec spec;
    private final Network network;
    private final Place at;
    private final Optional<Fields> vpc;
    private final Map<String, Ref> named = new HashMap<>();
    private final Value<Boolean> managed;
    private final Ref cluster;
    private final Listing<Ref> controlPlane;
    private final Ref sharedNode;

    private SecurityGroups(Spec spec, Network network) {
        this.spec = spec;
        this.network = network;
        this.vpc = spec.root().child("vpc");
        this.at = vpc.map(Fields::place).orElse(spec.place());
        this.managed =
                vpc.flatMap(v -> v.flag("manageSharedNodeSecurityGroupRules")).orElseGet(() -> Spec.byEksctl(true, at));
        this.cluster = new Ref(spec.created("EKS", at), spec.mint("SecurityGroup/cluster"));
        this.sharedNode = vpc.flatMap(v -> Spec.text(v, "sharedNodeSecurityGroup"))
                .map(this::named)
                .orElseGet(() -> madeByEksctl("shared-node", sharedNodeIngress(), at));
        this.controlPlane = readControlPlane();
    }

    static SecurityGroups read(Spec spec, Network network) {
        SecurityGroups groups = new SecurityGroups(spec, network);
        groups.addCluster();
        return groups;
    }

    /** Whether eksctl opens the traffic between its shared node group and the cluster security group. */
    Value<Boolean> managed() {
        return managed;
    }

    /** The security group that EKS creates for the cluster, which managed nodes get. */
    Ref cluster() {
        return cluster;
    }

    /** The additional groups of the control plane. */
    Listing<Ref> controlPlane() {
        return controlPlane;
    }

    /** The group that self-managed nodes share. */
    Ref sharedNode() {
        return sharedNode;
    }

    /** The CIDR block of the VPC. */
    Value<String> vpcCidr() {
        return network.cidr();
    }

    /** A group the spec names by id: one fact, however often it is named. */
    Ref named(Value<String> id) {
        Optional<String> known = id.known();
        if (known.isEmpty()) {
            return Ref.byId(id);
        }
        Ref first = named.computeIfAbsent(known.get(), g -> {
            String key = spec.mint("SecurityGroup/" + g);
            Place place = id.places().isEmpty() ? at : id.places().get(0);
            add(key, place, Attributes.builder().set(SecurityGroup.GROUP_ID, id).build());
            return new Ref(id, key);
        });
        return new Ref(id, first.key());
    }

    /** The group that eksctl creates for one self-managed node group. */
    Ref ofNodeGroup(String name, List<SecurityGroupRule> ssh, Place place) {
        List<SecurityGroupRule> ingress = new ArrayList<>(ssh);
        for (Ref group : controlPlane.items()) {
            ingress.add(fromGroup(1025, 65535, group, place));
            ingress.add(fromGroup(443, 443, group, place));
        }
        return madeByEksctl("nodegroup/" + name, Spec.byEksctl(ingress, place), place);
    }

    /** A rule that lets a port in from a CIDR block. */
    static SecurityGroupRule fromCidr(int port, Value<String> cidr, Place place) {
        return new SecurityGroupRule(
                place,
                Spec.byEksctl(TCP, place),
                Spec.byEksctl(port, place),
                Spec.byEksctl(port, place),
                SecurityGroupRule.PeerKind.CIDR,
                cidr,
                Value.absent(place));
    }

    /** A rule that lets ports in from another group. */
    static SecurityGroupRule fromGroup(int from, int to, Ref group, Place place) {
        return new SecurityGroupRule(
                place,
                Spec.byEksctl(TCP, place),
                Spec.byEksctl(from, place),
                Spec.byEksctl(to, place),
                SecurityGroupRule.PeerKind.SECURITY_GROUP,
                Value.absent(place),
                Spec.byEksctl(group, place));
    }

    /** A rule that lets everything in from another group. */
    private SecurityGroupRule allFrom(Ref group, String origin) {
        return new SecurityGroupRule(
                at,
                Value.byDefault(ALL, origin, at),
                Value.absent(at),
                Value.absent(at),
                SecurityGroupRule.PeerKind.SECURITY_GROUP,
                Value.absent(at),
                Value.byDefault(group, origin, at));
    }

    private Listing<Ref> readControlPlane() {
        Optional<Listing<Ref>> ids =
                vpc.flatMap(v -> v.texts("controlPlaneSecurityGroupIDs")).map(l -> l.map(this::named));
        Optional<Value<String>> one = vpc.flatMap(v -> Spec.text(v, "securityGroup"));
        return ids.filter(l -> !l.items().isEmpty() || !l.isComplete())
                .or(() -> one.map(
                        id -> Listing.explicit(List.of(named(id)), id.places().toArray(Place[]::new))))
                .orElseGet(() -> Spec.byEksctl(List.of(madeByEksctl("control-plane", extraCidrs(), at)), at));
    }

    /** {@code vpc.extraCIDRs} reach the API server's private endpoint. */
    private Listing<SecurityGroupRule> extraCidrs() {
        return vpc.flatMap(v -> v.texts("extraCIDRs"))
                .map(l -> l.map(cidr -> fromCidr(443, cidr, at)))
                .orElseGet(() -> Spec.byEksctl(List.of(), at));
    }

    private Listing<SecurityGroupRule> sharedNodeIngress() {
        Ref self = new Ref(spec.created(Spec.EKSCTL, at), "SecurityGroup/shared-node");
        return withManaged(allFrom(self, Spec.EKSCTL), cluster);
    }

    /** The rule, and the one from the other group that eksctl adds unless it is told not to. */
    private Listing<SecurityGroupRule> withManaged(SecurityGroupRule always, Ref other) {
        List<SecurityGroupRule> rules = new ArrayList<>(List.of(always));
        if (managed.known().orElse(false)) {
            rules.add(allFrom(other, Spec.EKSCTL));
        }
        Listing<SecurityGroupRule> listing = Spec.byEksctl(rules, at);
        return Spec.open(managed).map(listing::withRest).orElse(listing);
    }

    private void addCluster() {
        String key = Objects.requireNonNull(cluster.key());
        add(
                key,
                at,
                Attributes.builder()
                        .set(SecurityGroup.GROUP_ID, cluster.id())
                        .set(SecurityGroup.VPC, vpcRef())
                        .set(SecurityGroup.INGRESS, withManaged(allFrom(cluster, Spec.AWS), sharedNode))
                        .set(SecurityGroup.EGRESS, anywhere())
                        .build());
    }

    private Ref madeByEksctl(String name, Listing<SecurityGroupRule> ingress, Place place) {
        Ref ref = new Ref(spec.created(Spec.EKSCTL, place), spec.mint("SecurityGroup/" + name));
        String key = Objects.requireNonNull(ref.key());
        add(
                key,
                place,
                Attributes.builder()
                        .set(SecurityGroup.GROUP_ID, ref.id())
                        .set(SecurityGroup.VPC, vpcRef())
                        .set(SecurityGroup.INGRESS, ingress)
                        .set(SecurityGroup.EGRESS, anywhere())
                        .build());
        return ref;
    }

    private void add(String key, Place place, Attributes attributes) {
        spec.add(new SecurityGroup(key, place, Truth.yes(), spec.clusterKey(), attributes));
    }

    private Value<Ref> vpcRef() {
        return Spec.byEksctl(network.vpc(), at);
    }

    /** What EC2 puts into a group that is created without outbound rules. */
    private Listing<SecurityGroupRule> anywhere() {
        SecurityGroupRule rule = new SecurityGroupRule(
                at,
                Value.byDefault(ALL, Spec.AWS, at),
                Value.absent(at),
                Value.absent(at),
                SecurityGroupRule.PeerKind.CIDR,
                Value.byDefault("0.0.0.0/0", Spec.AWS, at),
                Value.absent(at));
        return Listing.byDefault(List.of(rule), Spec.AWS, at);
    }
}
