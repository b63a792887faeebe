package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The images of every workload, beside whether its cluster has a way to the internet. */
final class WorkloadImages implements Derivation {

    @Override
    public Stream<PodImages> derive(Estate estate, Circumstances circumstances) {
        List<Workload> workloads = estate.all(Workload.class);
        if (workloads.isEmpty()) {
            return Stream.empty();
        }
        Map<String, List<Truth>> isolated = new HashMap<>();
        for (Object derived : new Subnets().derive(estate, circumstances).toList()) {
            if (derived instanceof VpcSubnet subnet && subnet.hasCompute().isTrue()) {
                isolated.computeIfAbsent(subnet.cluster(), c -> new ArrayList<>())
                        .add(subnet.egress().not());
            }
        }
        return workloads.stream()
                .map(w -> new PodImages(
                        w,
                        w.cluster() == null || !isolated.containsKey(w.cluster())
                                ? notKnown(w)
                                : isolated(w, isolated.get(w.cluster()))));
    }

    /** Where only some subnets have no way out, it depends on the nodes the pods come to. */
    private static Truth isolated(Workload workload, List<Truth> subnets) {
        Truth elsewhere = Truth.unknown(
                "nodes",
                "some nodes have no way to the internet, and on which nodes its pods run is not known",
                List.of(workload.place()),
                Settlement.command("kubectl get pods -A -o wide"));
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
