package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The network interfaces of a cluster: those of its control plane and those of its nodes, with the security groups they end up
 * with (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS User Guide, security group
 * requirements</a>, <a href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html">launch templates</a>).
 */
final class ClusterInterfaces {

    private static final String EKS = "EKS";

    private final Estate estate;
    private final Cluster cluster;
    private final LaunchTemplates templates;
    private final PrefixLists prefixLists;
    private final SecurityGroup clusterGroup;

    ClusterInterfaces(Estate estate, Cluster cluster) {
        this.estate = estate;
        this.cluster = cluster;
        this.templates = new LaunchTemplates(estate);
        this.prefixLists = new PrefixLists(estate);
        this.clusterGroup = findClusterGroup();
    }

    /** The cluster's; of a cluster of which nothing is known when a node group names none. */
    static ClusterInterfaces of(Estate estate, Fact member) {
        return new ClusterInterfaces(
                estate,
                estate.byKey(Cluster.class, member.cluster())
                        .orElseGet(() -> new Cluster("Cluster/?", member.place(), Truth.yes(), null, Attributes.NONE)));
    }

    Cluster cluster() {
        return cluster;
    }

    /**
     * The security group that EKS creates for the cluster. Where only its id is known, or not even that, it has the rules EKS
     * gives it, and perhaps more ingress.
     */
    SecurityGroup clusterGroup() {
        return clusterGroup;
    }

    /** The interfaces that EKS places in the cluster subnets. */
    Interfaces controlPlane() {
        Listing<SecurityGroup> additional = groups(cluster.securityGroupIds());
        List<SecurityGroup> all = new ArrayList<>(List.of(clusterGroup));
        additional.items().stream()
                .filter(g -> !g.key().equals(clusterGroup.key()))
                .forEach(all::add);
        return new Interfaces("the control plane", like(additional, all), subnets(cluster.subnetIds()));
    }

    /** The interfaces of a group's nodes. */
    Interfaces nodes(NodeGroup group) {
        return new Interfaces("the nodes of " + group.displayName(), nodeGroups(group), subnets(group.subnets()));
    }

    /** The interfaces of a profile's pods, which have the cluster security group unless a SecurityGroupPolicy says otherwise. */
    Interfaces fargatePods(FargateProfile profile) {
        return new Interfaces(
                "the pods of " + profile.displayName(), ofCluster(profile.place()), subnets(profile.subnets()));
    }

    /** The groups that references name; one that is not in the estate has nothing but its id. */
    Listing<SecurityGroup> groups(Listing<Ref> refs) {
        return found(refs).map(prefixLists::filled);
    }

    private Listing<SecurityGroup> found(Listing<Ref> refs) {
        return resolve(
                SecurityGroup.class,
                refs,
                (key, ref) -> new SecurityGroup(
                        key,
                        place(ref),
                        Truth.yes(),
                        cluster.key(),
                        Attributes.builder()
                                .set(SecurityGroup.GROUP_ID, ref.id())
                                .build()));
    }

    /** The subnets that references name; one that is not in the estate has nothing but its id. */
    Listing<Subnet> subnets(Listing<Ref> refs) {
        return resolve(
                Subnet.class,
                refs,
                (key, ref) -> new Subnet(
                        key,
                        place(ref),
                        Truth.yes(),
                        cluster.key(),
                        Attributes.builder().set(Subnet.SUBNET_ID, ref.id()).build()));
    }

    private Listing<SecurityGroup> nodeGroups(NodeGroup group) {
        Listing<SecurityGroup> own = groups(group.securityGroups());
        Optional<Ref> template = group.launchTemplate().known();
        boolean recorded = templates.of(group).isPresent();
        if (!own.items().isEmpty() && (own.isExplicit() || !recorded)) {
            return own;
        }
        if (template.isPresent()) {
            return ofTemplate(group, template.get());
        }
        boolean managed = group.managed().known().orElse(false);
        if (managed && group.launchTemplate() instanceof Value.Absent<Ref>) {
            return ofCluster(group.place());
        }
        if (own.openEnd().isPresent()) {
            return own;
        }
        return Listing.unresolved(
                "the security groups of %s are not known".formatted(group.displayName()), List.of(group.place()));
    }

    private Listing<SecurityGroup> ofTemplate(NodeGroup group, Ref ref) {
        LaunchTemplate template = templates.orUnread(group, ref);
        Listing<SecurityGroup> instance = groups(template.securityGroupIds());
        Listing<SecurityGroup> networkInterface = groups(template.networkInterfaceGroups());
        List<SecurityGroup> all = new ArrayList<>(instance.items());
        all.addAll(networkInterface.items());
        if (all.isEmpty() && instance.isComplete() && networkInterface.isComplete()) {
            return ofCluster(template.place());
        }
        return like(instance.isComplete() && !all.isEmpty() ? networkInterface : instance, all);
    }

    private Listing<SecurityGroup> ofCluster(Place place) {
        return Listing.byDefault(List.of(clusterGroup), EKS, place);
    }

    private SecurityGroup findClusterGroup() {
        Value<Ref> named = cluster.clusterSecurityGroup();
        Optional<SecurityGroup> found = named.known().flatMap(r -> estate.find(SecurityGroup.class, r));
        return found.orElseGet(() -> asEksMakesIt(named));
    }

    private SecurityGroup asEksMakesIt(Value<Ref> named) {
        Value<String> id = named.flatMap(Ref::id);
        if (id instanceof Value.Absent<String>) {
            id = Value.unresolved("EKS creates the cluster security group", List.of(cluster.place()));
        }
        String key = "SecurityGroup/" + id.known().orElse("cluster security group of " + cluster.key());
        Place place = named.places().stream().findFirst().orElse(cluster.place());
        Attributes.Builder known = Attributes.builder().set(SecurityGroup.GROUP_ID, id);
        SecurityGroup bare = new SecurityGroup(key, place, Truth.yes(), cluster.key(), known.build());
        List<Settlement> settledBy = id instanceof Value.Unresolved<String> open
                ? open.settledBy()
                : bare.ingress().openEnd().map(Value.Unresolved::settledBy).orElse(List.of());
        Value.Unresolved<?> more = new Value.Unresolved<>(
                "rules may have been added to the cluster security group", List.of(place), settledBy, null, null);
        Value<Ref> self = Value.byDefault(new Ref(id, key), EKS, place);
        known.set(
                SecurityGroup.INGRESS,
                Listing.byDefault(List.of(all(place, PeerKind.SECURITY_GROUP, Value.absent(place), self)), EKS, place)
                        .withRest(more));
        known.set(
                SecurityGroup.EGRESS,
                Listing.byDefault(
                        Stream.of("0.0.0.0/0", "::/0")
                                .map(c ->
                                        all(place, PeerKind.CIDR, Value.byDefault(c, EKS, place), Value.absent(place)))
                                .toList(),
                        EKS,
                        place));
        return bare.with(known.build());
    }

    private static SecurityGroupRule all(Place place, PeerKind kind, Value<String> peer, Value<Ref> group) {
        Value<Integer> anyPort = Value.absent(place);
        return new SecurityGroupRule(place, Value.byDefault("-1", EKS, place), anyPort, anyPort, kind, peer, group);
    }

    private <F extends Fact> Listing<F> resolve(Class<F> type, Listing<Ref> refs, BiFunction<String, Ref, F> unseen) {
        List<F> found = new ArrayList<>();
        for (Ref ref : refs.items()) {
            String key = type.getSimpleName() + "/" + ref.id().known().orElse("#" + found.size());
            F fact = estate.find(type, ref).orElseGet(() -> unseen.apply(key, ref));
            if (found.stream().noneMatch(f -> f.key().equals(fact.key()))) {
                found.add(fact);
            }
        }
        return like(refs, found);
    }

    /** Other items in a list that is known in the same way. */
    private static <T> Listing<T> like(Listing<?> list, List<T> items) {
        return new Listing<>(items, list.rest(), list.provenance(), list.origin(), list.places());
    }

    private Place place(Ref ref) {
        return ref.id().places().stream().findFirst().orElse(cluster.place());
    }
}
