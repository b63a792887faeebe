package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** On nodes of which groups the recorded pods of an estate run. */
record PodNodes(List<Workload> pods, RecordedNodes nodes) {

    PodNodes {
        pods = List.copyOf(pods);
    }

    static PodNodes of(Estate estate) {
        return new PodNodes(
                estate.all(Workload.class).stream()
                        .filter(w -> w.nodeName().known().isPresent())
                        .toList(),
                RecordedNodes.of(estate));
    }

    /** The groups on whose nodes the pods of a workload run; empty when no pod of it is recorded, or one runs elsewhere. */
    Optional<Set<NodeGroup>> groupsOf(Workload workload) {
        return groups(
                pods.contains(workload)
                        ? List.of(workload)
                        : pods.stream()
                                .filter(p -> sameNamespace(p, workload))
                                .filter(p -> carries(p, workload.podLabels()))
                                .toList());
    }

    /** The same for the pods that a Service selects. */
    Optional<Set<NodeGroup>> groupsBehind(Workload service) {
        return groups(pods.stream()
                .filter(p -> sameNamespace(p, service))
                .filter(p -> carries(p, service.selector()))
                .toList());
    }

    private Optional<Set<NodeGroup>> groups(List<Workload> running) {
        Set<NodeGroup> groups = new LinkedHashSet<>();
        for (Workload pod : running) {
            Optional<NodeGroup> group = nodes.all().stream()
                    .filter(n -> n.name().known().equals(pod.nodeName().known()))
                    .findFirst()
                    .flatMap(nodes::groupOf);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
        }
        return Optional.of(groups).filter(g -> !g.isEmpty());
    }

    private static boolean sameNamespace(Workload pod, Workload other) {
        return Objects.equals(pod.cluster(), other.cluster())
                && pod.namespace().known().equals(other.namespace().known());
    }

    /** Whether pods have all these labels; no label at all selects nothing. */
    static boolean carries(Workload pods, Value<Tags> wanted) {
        Map<String, Value<String>> labels = wanted.known().map(Tags::values).orElse(Map.of());
        return !labels.isEmpty()
                && pods.podLabels()
                        .known()
                        .filter(own -> labels.entrySet().stream().allMatch(e -> own.get(e.getKey())
                                .known()
                                .equals(e.getValue().known())))
                        .isPresent();
    }
}
