package io.github.ekslint.topology;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Optional;

/**
 * How many pods a PodDisruptionBudget lets go at a time
 * (<a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/">Kubernetes, disruption budgets</a>). Of a workload that is no
 * budget nothing is limited.
 *
 * @param of the budget
 * @param covered the Deployments and StatefulSets whose pods it covers, surely or perhaps
 */
public record EvictionLimit(Workload of, List<Disruption> covered) {

    private static final int WHOLE = 100;

    /** Keeps its own copy. */
    public EvictionLimit {
        covered = List.copyOf(covered);
    }

    /** The key of the workload. */
    public String workload() {
        return of.key();
    }

    /** Whether it is a budget at all. */
    public Truth isBudget() {
        return of.objectKind().is("kind", "PodDisruptionBudget"::equals);
    }

    /** Whether it can never let a pod go. */
    public Truth isNone() {
        if (of.disruptionsAllowed().known().filter(n -> n > 0).isPresent()) {
            return Truth.of(false, of.disruptionsAllowed().ground("disruptionsAllowed"));
        }
        if (of.expectedPods().known().filter(n -> n == 0).isPresent()) {
            return Truth.of(false, of.expectedPods().ground("expectedPods"));
        }
        Truth byMaximum = of.maxUnavailable()
                .is("maxUnavailable", text -> share(text).filter(s -> s == 0).isPresent());
        return byMaximum.or(needsAll());
    }

    /** Whether it lets no pod go at present although it could. */
    public Truth isNoneNow() {
        if (of.attributes().find(Workload.DISRUPTIONS_ALLOWED) == null
                || of.attributes().find(Workload.EXPECTED_PODS) == null) {
            return Truth.no();
        }
        return of.disruptionsAllowed()
                .is("disruptionsAllowed", n -> n == 0)
                .and(of.expectedPods().is("expectedPods", n -> n > 0));
    }

    /** What it demands, as a message shows it. */
    public String demand() {
        return of.maxUnavailable().known().isPresent()
                ? "maxUnavailable " + of.maxUnavailable().shown()
                : "minAvailable " + of.minAvailable().shown();
    }

    private Truth needsAll() {
        if (of.minAvailable().known().isEmpty()) {
            return of.minAvailable().isPresent("minAvailable");
        }
        String text = of.minAvailable().known().get();
        Optional<Integer> share = share(text);
        if (share.isEmpty() || share.get() == 0) {
            return Truth.of(false, of.minAvailable().ground("minAvailable"));
        }
        boolean percent = text.endsWith("%");
        if (percent && share.get() >= WHOLE) {
            return Truth.of(true, of.minAvailable().ground("minAvailable"));
        }
        if (of.expectedPods().known().isPresent()) {
            int pods = of.expectedPods().known().get();
            return Truth.of(
                    needed(share.get(), percent, pods) >= pods,
                    of.minAvailable().ground("minAvailable"),
                    of.expectedPods().ground("expectedPods"));
        }
        return byReplicas(share.get(), percent);
    }

    /** By the one workload it surely covers; with several, or none that is known, the cluster has to tell. */
    private Truth byReplicas(int share, boolean percent) {
        if (covered.size() == 1
                && Disruption.Selection.covers(of, covered.get(0).of()).isTrue()) {
            Value<Integer> replicas = covered.get(0).replicas();
            return replicas.is("replicas", r -> r > 0 && needed(share, percent, r) >= r);
        }
        return Truth.unknown(
                "pods",
                "how many pods it covers is not known",
                of.minAvailable().places(),
                Settlement.command("kubectl get pdb -A -o json"));
    }

    private static int needed(int share, boolean percent, int pods) {
        return percent ? (pods * share + WHOLE - 1) / WHOLE : share;
    }

    /** A number of pods, or a percentage without its sign; empty when the text is neither. */
    private static Optional<Integer> share(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        return number.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }
}
