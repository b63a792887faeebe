package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The images of every workload, beside whether its cluster has a way to the internet. */
final class WorkloadImages implements Derivation {

    @Override
    public Stream<PodImages> derive(Estate estate, Circumstances circumstances) {
        List<Workload> workloads = estate.all(Workload.class);
        if (workloads.isEmpty()) {
            return Stream.empty();
        }
        Map<String, List<VpcSubnet>> subnets = new HashMap<>();
        for (Object derived : new Subnets().derive(estate, circumstances).toList()) {
            if (derived instanceof VpcSubnet subnet && subnet.hasCompute().isTrue()) {
                subnets.computeIfAbsent(subnet.cluster(), c -> new ArrayList<>())
                        .add(subnet);
            }
        }
        PodNodes pods = PodNodes.of(estate);
        return workloads.stream()
                .map(w -> new PodImages(
                        w,
                        isControlled(w, workloads),
                        w.cluster() == null || !subnets.containsKey(w.cluster())
                                ? notKnown(w)
                                : isolated(w, subnets.get(w.cluster()), pods)));
    }

    /** The pods of a Deployment carry the name of a ReplicaSet that begins with its own; those of a CronJob that of a Job. */
    private static boolean isControlled(Workload pod, List<Workload> workloads) {
        String controller = pod.controller().known().orElse("");
        String name = controller.substring(controller.indexOf('/') + 1);
        String parent = name.contains("-") ? name.substring(0, name.lastIndexOf('-')) : name;
        return !controller.isEmpty()
                && workloads.stream()
                        .filter(w -> Objects.equals(w.cluster(), pod.cluster())
                                && w.namespace().known().equals(pod.namespace().known()))
                        .map(w -> w.objectKind().shown() + "/" + w.name().shown())
                        .anyMatch(w -> w.equals(controller)
                                || controller.startsWith("ReplicaSet/") && w.equals("Deployment/" + parent)
                                || controller.startsWith("Job/") && w.equals("CronJob/" + parent));
    }

    /** Where only some subnets have no way out, it depends on the nodes the pods come to. */
    private static Truth isolated(Workload workload, List<VpcSubnet> all, PodNodes pods) {
        Optional<Set<NodeGroup>> groups = pods.groupsOf(workload);
        List<Truth> subnets = all.stream()
                .filter(s -> groups.isEmpty() || s.nodeGroups().stream().anyMatch(groups.get()::contains))
                .map(s -> s.egress().not())
                .toList();
        Truth elsewhere = Truth.unknown(
                "nodes",
                "some nodes have no way to the internet, and on which nodes its pods run is not known",
                List.of(workload.place()),
                Settlement.command("kubectl get pods -A -o json"));
        return Truth.all(subnets).or(Truth.any(subnets).and(elsewhere));
    }

    private static Truth notKnown(Workload workload) {
        return Truth.unknown(
                "subnets",
                "in which subnets the pods run is not known",
                List.of(workload.place()),
                Settlement.command("aws eks list-nodegroups --cluster-name {cluster} --output json"));
    }
}
