package io.github.ekslint.finding;

import io.github.ekslint.model.MinorVersion;
import java.util.List;
import java.util.Optional;

/**
 * How far a planned upgrade of one cluster gets, one minor version at a time, when nothing but the control plane's version changes.
 *
 * @param estate the id of the cluster's estate
 * @param cluster the cluster's name as reports show it
 * @param from the version of the cluster today; empty when it is not known
 * @param to the target
 * @param steps in order, one for each minor; empty when {@code from} is not known, is not lower than {@code to}, or is too far away
 * @param today the errors that the cluster has already without the upgrade
 */
public record Upgrade(
        String estate,
        String cluster,
        Optional<MinorVersion> from,
        MinorVersion to,
        List<Step> steps,
        List<Verdict> today) {

    /** Keeps its own copies. */
    public Upgrade {
        steps = List.copyOf(steps);
        today = List.copyOf(today);
    }

    /**
     * The upgrade by one minor version.
     *
     * @param version that it ends at
     * @param failures errors that appear at this version, and errors about upgrades
     * @param open what might be such an error but cannot be told
     */
    public record Step(MinorVersion version, List<Verdict> failures, List<Verdict> open) {
        /** Keeps its own copies. */
        public Step {
            failures = List.copyOf(failures);
            open = List.copyOf(open);
        }

        /** The ids of the rules that fail here, each once. */
        public List<String> rules() {
            return failures.stream().map(v -> v.rule().id()).distinct().sorted().toList();
        }
    }

    /** The first step that fails; empty when none does. */
    public Optional<Step> firstFailing() {
        return steps.stream().filter(s -> !s.failures().isEmpty()).findFirst();
    }

    /** Whether something on the way cannot be told. */
    public boolean hasOpen() {
        return steps.stream().anyMatch(s -> !s.open().isEmpty());
    }

    /** One sentence without a full stop: the way, and where it ends. */
    public String summary() {
        String way = "upgrade of %s %s to %s"
                .formatted(cluster, from.map(f -> "from " + f).orElse("from a version that is not known"), to);
        if (from.isEmpty()) {
            return way + ": the steps cannot be told";
        }
        if (from.get().compareTo(to) >= 0) {
            return way + ": there is nothing to upgrade";
        }
        if (steps.isEmpty()) {
            return way + ": it is too far away to be judged step by step";
        }
        String count = steps.size() == 1 ? "1 step" : steps.size() + " steps";
        long open = steps.stream().mapToLong(s -> s.open().size()).sum();
        String end = firstFailing()
                .map(s -> "the first that fails is %s, by %s".formatted(s.version(), String.join(", ", s.rules())))
                .orElse("none fails");
        return "%s: %s; %s%s%s"
                .formatted(
                        way,
                        count,
                        end,
                        counted(open, "check on the way is unknown", "checks on the way are unknown"),
                        counted(today.size(), "error is there already today", "errors are there already today"));
    }

    private static String counted(long number, String one, String many) {
        return number == 0 ? "" : "; %d %s".formatted(number, number == 1 ? one : many);
    }
}
