package io.github.ekslint.reader;

import io.github.ekslint.model.Instance;
import io.github.ekslint.model.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clusters of recorded instances: a node that does not name its cluster belongs to the one its instance is tagged for. */
record InstanceOwners(Map<String, Clusters.Entity> byId) {

    InstanceOwners {
        byId = Map.copyOf(byId);
    }

    static InstanceOwners of(List<Clusters.Entity> clusters) {
        Map<String, Clusters.Entity> byId = new HashMap<>();
        for (Clusters.Entity cluster : clusters) {
            for (Observation observation : cluster.observations()) {
                if (observation.fact() instanceof Instance instance) {
                    instance.instanceId().known().ifPresent(id -> byId.put(id, cluster));
                }
            }
        }
        return new InstanceOwners(byId);
    }

    /** The cluster of a list of nodes; empty when their instances are not recorded or tell of several. */
    Optional<Clusters.Entity> ownerOf(List<Observation> list) {
        Set<Clusters.Entity> owners = new LinkedHashSet<>();
        for (Observation observation : list) {
            if (observation.fact() instanceof Node node) {
                node.instanceId().known().map(byId::get).ifPresent(owners::add);
            }
        }
        return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
    }
}
