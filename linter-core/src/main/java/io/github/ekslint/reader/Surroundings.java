package io.github.ekslint.reader;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.LaunchTemplate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Observations of resources that have an id, found by the ids that other facts mention. */
final class Surroundings {

    private final Map<String, List<Observation>> byId = new HashMap<>();
    private final Map<String, List<Observation>> byVpc = new HashMap<>();

    Surroundings(Collection<Observation> observations) {
        for (Observation observation : observations) {
            observation.id().ifPresent(id -> byId.computeIfAbsent(id, i -> new ArrayList<>())
                    .add(observation));
            if (observation.fact() instanceof LaunchTemplate template) {
                template.launchTemplateName().known().ifPresent(name -> byId.computeIfAbsent(
                                Mentions.launchTemplate(name), i -> new ArrayList<>())
                        .add(observation));
            }
            if (observation.comesWithItsVpc()) {
                observation.vpc().ifPresent(vpc -> byVpc.computeIfAbsent(vpc, v -> new ArrayList<>())
                        .add(observation));
            }
        }
    }

    /**
     * What belongs to the given facts: what they mention by id, what that mentions in turn, and what lies in the VPCs that are
     * reached: route tables, NAT gateways, endpoints and network ACLs.
     */
    Set<Observation> of(Collection<? extends Fact> seeds) {
        Set<String> ids = new LinkedHashSet<>();
        seeds.forEach(fact -> ids.addAll(Mentions.followed(fact)));
        return reach(ids);
    }

    /** What belongs to a VPC. */
    Set<Observation> ofVpc(String vpc) {
        return reach(Set.of(vpc));
    }

    private Set<Observation> reach(Set<String> start) {
        Set<Observation> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String id = open.remove();
            List<Observation> next = new ArrayList<>(byId.getOrDefault(id, List.of()));
            next.addAll(byVpc.getOrDefault(id, List.of()));
            for (Observation observation : next) {
                if (found.add(observation)) {
                    Mentions.followed(observation.fact()).stream()
                            .filter(seen::add)
                            .forEach(open::add);
                }
            }
        }
        return found;
    }
}
