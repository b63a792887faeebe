package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of every workload when nodes are replaced, and what every PodDisruptionBudget lets go. */
final class Disruptions implements Derivation {

    private static final String BUDGET = "PodDisruptionBudget";
    private static final Set<String> REPLICATED = Set.of("Deployment", "StatefulSet");

    @Override
    public Stream<Object> derive(Estate estate, Circumstances circumstances) {
        List<Workload> workloads = estate.all(Workload.class);
        List<Workload> budgets = ofKind(workloads, Set.of(BUDGET));
        List<Workload> autoscalers = ofKind(workloads, Set.of("HorizontalPodAutoscaler"));
        Map<String, Disruption> disruptions = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            disruptions.put(
                    workload.key(),
                    new Disruption(workload, replicas(workload, autoscalers), budgets(workload, budgets)));
        }
        List<Object> derived = new ArrayList<>(disruptions.values());
        List<Disruption> replicated = ofKind(workloads, REPLICATED).stream()
                .flatMap(w -> Stream.ofNullable(disruptions.get(w.key())))
                .toList();
        for (Workload workload : workloads) {
            boolean budget = budgets.contains(workload);
            derived.add(new EvictionLimit(
                    workload,
                    budget
                            ? replicated.stream()
                                    .filter(d -> Objects.equals(d.of().cluster(), workload.cluster()))
                                    .filter(d -> !Disruption.Selection.covers(workload, d.of())
                                            .isFalse())
                                    .toList()
                            : List.of()));
        }
        return derived.stream();
    }

    private static List<Workload> ofKind(List<Workload> workloads, Set<String> kinds) {
        return workloads.stream()
                .filter(w -> w.objectKind().known().filter(kinds::contains).isPresent())
                .toList();
    }

    private static Value<Integer> replicas(Workload workload, List<Workload> autoscalers) {
        String name = workload.objectKind().known().orElse("") + "/"
                + workload.name().known().orElse("");
        Optional<Workload> autoscaler = autoscalers.stream()
                .filter(a -> Objects.equals(a.cluster(), workload.cluster()))
                .filter(a -> Value.same("namespace", a.namespace(), workload.namespace())
                                .isTrue()
                        || bothAbsent(a.namespace(), workload.namespace()))
                .filter(a -> a.scaleTarget().known().filter(name::equals).isPresent())
                .findFirst();
        return autoscaler.map(Workload::minReplicas).orElseGet(workload::replicas);
    }

    private static boolean bothAbsent(Value<String> one, Value<String> other) {
        return one instanceof Value.Absent<String> && other instanceof Value.Absent<String>;
    }

    /** All budgets are known where the answer that holds the workload holds budgets too. */
    private static Listing<Workload> budgets(Workload workload, List<Workload> all) {
        List<Workload> own = all.stream()
                .filter(b -> Objects.equals(b.cluster(), workload.cluster()))
                .toList();
        boolean together = isRecorded(workload)
                && own.stream()
                        .anyMatch(b -> isRecorded(b)
                                && b.place().file().equals(workload.place().file()));
        Listing<Workload> known = Listing.observed(own, "recorded", workload.place());
        return together
                ? known
                : known.withRest(new Value.Unresolved<>(
                        "the PodDisruptionBudgets of the cluster are not recorded together with it",
                        List.of(workload.place()),
                        List.of(Settlement.command("kubectl get deploy,sts,pdb,hpa -A -o json")),
                        null,
                        null));
    }

    private static boolean isRecorded(Workload workload) {
        return workload.objectKind() instanceof Value.Known<String> known && known.provenance() == Provenance.OBSERVED;
    }
}
