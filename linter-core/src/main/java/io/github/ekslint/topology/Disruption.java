package io.github.ekslint.topology;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a workload when the nodes under it are replaced
 * (<a href="https://kubernetes.io/docs/concepts/workloads/pods/disruptions/">Kubernetes, disruptions</a>).
 *
 * @param of the workload
 * @param replicas how many pods there are at least: what an autoscaler keeps, else what the workload asks for
 * @param budgets the PodDisruptionBudgets of its namespace
 */
public record Disruption(Workload of, Value<Integer> replicas, Listing<Workload> budgets) {

    private static final Collection<String> ZONE = List.of(
            "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone", "topology.k8s.aws/zone-id");

    /** The key of the workload. */
    public String workload() {
        return of.key();
    }

    /** Whether it is a Deployment. */
    public Truth isDeployment() {
        return of.objectKind().is("kind", "Deployment"::equals);
    }

    /** Whether it lies in one of these namespaces. */
    public Truth liesIn(List<String> namespaces) {
        return of.namespace().is("namespace", namespaces::contains);
    }

    /** Whether it carries one of these labels or annotations, each written as {@code key=value}. */
    public Truth isMarked(List<String> marks) {
        return Truth.any(marks.stream()
                .map(mark -> carries(of.labels(), mark).or(carries(of.annotations(), mark)))
                .toList());
    }

    /** Whether it runs at all. */
    public Truth isRunning() {
        return replicas.is("replicas", r -> r > 0);
    }

    /** Whether one pod is all there is. */
    public Truth isSingle() {
        return replicas.is("replicas", r -> r == 1);
    }

    /** Whether a PodDisruptionBudget covers its pods. */
    public Truth isCovered() {
        return budgets.any("PodDisruptionBudgets", b -> Selection.covers(b, of));
    }

    /** Whether the workload itself asks that its pods are spread over zones. */
    public Truth isSpreadOverZones() {
        return of.spreadOver().any("spread over", key -> key.is("spread over", ZONE::contains));
    }

    /** Whether its pods go back to nodes that are being drained. */
    public Truth returnsToDrainedNodes() {
        return isDeployment().and(Value.isTrue("tolerations", of.toleratesEverything()));
    }

    private static Truth carries(Value<Tags> tags, String mark) {
        String[] pair = mark.split("=", 2);
        return tags.known()
                .map(t -> t.get(pair[0]).is(pair[0], v -> pair.length == 1 || v.equals(pair[1])))
                .orElseGet(() -> tags.isPresent("labels"));
    }

    /** Which pods a PodDisruptionBudget covers. */
    static final class Selection {

        private Selection() {}

        /** Whether the pods of a workload are among them. */
        static Truth covers(Workload budget, Workload workload) {
            Truth near = Value.same("namespace", orDefault(budget.namespace()), orDefault(workload.namespace()));
            if (budget.selector().known().isEmpty()) {
                return near.and(budget.selector().isPresent("selector"));
            }
            Tags wanted = budget.selector().known().get();
            Truth labels = Truth.all(wanted.values().entrySet().stream()
                    .map(e -> carriesLabel(workload, e))
                    .toList());
            Truth all = wanted.complete()
                    ? labels
                    : labels.and(Truth.unknown(
                            "selector",
                            "the expressions of a selector are not read",
                            budget.selector().places()));
            return near.and(all);
        }

        private static Value<String> orDefault(Value<String> namespace) {
            return namespace instanceof Value.Absent<String> ? Value.byDefault("default", "Kubernetes") : namespace;
        }

        private static Truth carriesLabel(Workload workload, Map.Entry<String, Value<String>> label) {
            return workload.podLabels()
                    .known()
                    .map(labels -> Value.same("label " + label.getKey(), label.getValue(), labels.get(label.getKey())))
                    .orElseGet(() -> workload.podLabels().isPresent("labels of the pods"));
        }
    }
}
