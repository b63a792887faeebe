package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The VPC of every cluster, and the subnets of its control plane, node groups and Fargate profiles. */
final class Subnets implements Derivation {

    @Override
    public Stream<?> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream()
                .flatMap(c -> new OfCluster(estate, c, new Network(estate, c, circumstances.data())).all().stream());
    }

    private record OfCluster(Estate estate, Cluster cluster, Network network) {

        List<Object> all() {
            List<Network.Found> controlPlane = network.find(cluster.subnetIds(), cluster.key(), cluster.place());
            Map<NodeGroup, List<Network.Found>> groups = new LinkedHashMap<>();
            for (NodeGroup group : ofCluster(estate.all(NodeGroup.class))) {
                groups.put(group, network.findSome(subnets(group), group.key(), group.place()));
            }
            Map<FargateProfile, List<Network.Found>> profiles = new LinkedHashMap<>();
            for (FargateProfile profile : ofCluster(estate.all(FargateProfile.class))) {
                profiles.put(profile, network.find(profile.subnets(), profile.key(), profile.place()));
            }
            Map<String, Roles> roles = roles(controlPlane, groups, profiles);
            network.compareZonesOf(
                    roles.values().stream().map(r -> r.found.subnet()).toList());

            List<Object> subjects = new ArrayList<>();
            subjects.add(new ClusterVpc(cluster.key(), network.vpc(), network.endpoints()));
            Truth running = Truth.of(
                    cluster.exists().known().orElse(false), cluster.exists().ground("exists"));
            List<ClusterSubnet> own = controlPlane.stream()
                    .map(f ->
                            new ClusterSubnet(cluster.key(), running, network.traits(f.subnet()), f.use(), f.openEnd()))
                    .toList();
            subjects.addAll(own);
            subjects.add(new ClusterAddresses(cluster.key(), running, own));
            groups.forEach((group, found) -> found.forEach(f -> subjects.add(
                    new NodeSubnet(cluster.key(), group, network.traits(f.subnet()), f.use(), f.openEnd()))));
            profiles.forEach((profile, found) -> found.forEach(f -> subjects.add(
                    new FargateSubnet(cluster.key(), profile, network.traits(f.subnet()), f.use(), f.openEnd()))));
            List<VpcSubnet> everySubnet =
                    roles.values().stream().map(r -> r.subnet(cluster, network)).toList();
            subjects.addAll(everySubnet);
            everySubnet.forEach(s -> subjects.add(new ZonePeers(s, everySubnet)));
            everySubnet.forEach(s -> subjects.add(new SubnetSharing(s, namedByAnother(s.subnet()))));
            return subjects;
        }

        /** The subnets that the group names; those of its running instances where nothing names any. */
        private Listing<Ref> subnets(NodeGroup group) {
            Listing<Ref> named = group.subnets();
            Map<String, Ref> running = new LinkedHashMap<>();
            if (named.isUnresolved()) {
                NodeInstances.of(group, estate).stream()
                        .flatMap(i -> i.subnet().known().stream())
                        .forEach(ref -> ref.id().known().ifPresent(id -> running.putIfAbsent(id, ref)));
            }
            return running.isEmpty()
                    ? named
                    : Listing.observed(running.values(), "recorded", group.place())
                            .withRest(named.openEnd().orElseThrow());
        }

        /** Every subnet of the VPC once: those in use first, then the others that the estate knows. */
        private Map<String, Roles> roles(
                List<Network.Found> controlPlane,
                Map<NodeGroup, List<Network.Found>> groups,
                Map<FargateProfile, List<Network.Found>> profiles) {
            Map<String, Roles> roles = new LinkedHashMap<>();
            controlPlane.forEach(f -> at(roles, f).controlPlane = true);
            groups.forEach(
                    (group, found) -> found.forEach(f -> at(roles, f).nodeGroups.add(group)));
            profiles.forEach((profile, found) ->
                    found.forEach(f -> at(roles, f).fargateProfiles.add(profile)));
            for (Subnet subnet : estate.all(Subnet.class)) {
                if (!network.contains(subnet).isFalse()) {
                    at(roles, new Network.Found(subnet, subnet.place(), false));
                }
            }
            return roles;
        }

        private static Roles at(Map<String, Roles> roles, Network.Found found) {
            return roles.computeIfAbsent(found.openEnd() ? "?" : found.subnet().key(), k -> new Roles(found));
        }

        /** Whether another cluster of the estate names the subnet among its cluster subnets. */
        private Truth namedByAnother(Subnet subnet) {
            return Truth.any(estate.all(Cluster.class).stream()
                    .filter(other -> !other.key().equals(cluster.key()))
                    .flatMap(other -> other.subnetIds().items().stream())
                    .map(ref -> ref.key() == null
                            ? Value.same("subnetId", ref.id(), subnet.subnetId())
                            : Truth.of(subnet.key().equals(ref.key())))
                    .toList());
        }

        private <F extends Fact> List<F> ofCluster(List<F> facts) {
            return facts.stream().filter(f -> cluster.key().equals(f.cluster())).toList();
        }
    }

    /** What one subnet is used for, while that is collected. */
    private static final class Roles {
        private final Network.Found found;
        private final List<NodeGroup> nodeGroups = new ArrayList<>();
        private final List<FargateProfile> fargateProfiles = new ArrayList<>();
        private boolean controlPlane;

        Roles(Network.Found found) {
            this.found = found;
        }

        VpcSubnet subnet(Cluster cluster, Network network) {
            boolean used = controlPlane || !nodeGroups.isEmpty() || !fargateProfiles.isEmpty();
            Truth belongs = used ? Truth.yes() : network.contains(found.subnet());
            Place place = found.openEnd() ? found.use() : found.subnet().place();
            return new VpcSubnet(
                    cluster.key(),
                    network.traits(found.subnet()),
                    belongs,
                    network.surelyContains(found.subnet()),
                    cluster,
                    controlPlane,
                    nodeGroups,
                    fargateProfiles,
                    place,
                    found.openEnd());
        }
    }
}
