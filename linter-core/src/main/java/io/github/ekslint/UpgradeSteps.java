package io.github.ekslint;

import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.finding.Upgrade.Step;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.topology.Circumstances;
import io.github.ekslint.topology.ControlPlane;
import io.github.ekslint.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a planned upgrade step by step: once for every minor version on the way. */
final class UpgradeSteps {

    /** More than EKS has ever released. */
    private static final int MOST = 40;

    private final Bench bench;
    private final Circumstances circumstances;

    UpgradeSteps(Bench bench, Circumstances circumstances) {
        this.bench = bench;
        this.circumstances = circumstances;
    }

    /** One for every cluster of these estates; none when no upgrade is asked about. */
    List<Upgrade> of(List<Estate> estates) {
        List<Upgrade> upgrades = new ArrayList<>();
        circumstances.target().ifPresent(target -> estates.forEach(e -> upgrades.addAll(of(e, target))));
        return upgrades;
    }

    private List<Upgrade> of(Estate estate, MinorVersion target) {
        List<ControlPlane> planes = Topology.of(estate, circumstances.today()).stream()
                .filter(ControlPlane.class::isInstance)
                .map(ControlPlane.class::cast)
                .toList();
        List<Verdict> today = planes.isEmpty() ? List.of() : bench.judge(List.of(estate), circumstances.today());
        Map<MinorVersion, List<Verdict>> judged = new HashMap<>();
        List<Upgrade> upgrades = new ArrayList<>();
        for (ControlPlane plane : planes) {
            Cluster cluster = plane.of();
            Optional<MinorVersion> from =
                    plane.running().known().or(() -> plane.current().known());
            List<Step> steps = new ArrayList<>();
            int distance = from.map(target::ahead).orElse(0);
            for (int i = 1; i <= distance && distance <= MOST; i++) {
                MinorVersion version = from.orElseThrow().plus(i);
                List<Verdict> verdicts =
                        judged.computeIfAbsent(version, v -> bench.judge(List.of(estate), circumstances.step(v)));
                steps.add(new Step(
                        version,
                        fresh(verdicts, today, cluster, Result.FAIL),
                        fresh(verdicts, today, cluster, Result.UNKNOWN)));
            }
            upgrades.add(new Upgrade(
                    estate.id(), cluster.displayName(), from, target, steps, errors(today, cluster, Result.FAIL)));
        }
        return upgrades;
    }

    /** What ends so at a step but not today; what is about upgrades counts in any case. */
    private static List<Verdict> fresh(List<Verdict> verdicts, List<Verdict> today, Cluster cluster, Result result) {
        Set<String> known = new HashSet<>();
        errors(today, cluster, result).forEach(v -> known.add(identity(v)));
        return errors(verdicts, cluster, result).stream()
                .filter(v -> isAboutUpgrades(v.rule()) || !known.contains(identity(v)))
                .toList();
    }

    private static List<Verdict> errors(List<Verdict> verdicts, Cluster cluster, Result result) {
        return verdicts.stream()
                .filter(v -> v.result() == result && v.severity() == Severity.ERROR)
                .filter(v -> v.subject().key().equals(cluster.key())
                        || cluster.key().equals(v.subject().cluster()))
                .sorted()
                .toList();
    }

    private static String identity(Verdict verdict) {
        return String.join(" ", verdict.rule().id(), verdict.subject().key(), verdict.part(), verdict.outcome());
    }

    private static boolean isAboutUpgrades(Rule rule) {
        return rule.category().equals("upgrade") || rule.covers().stream().anyMatch(id -> id.startsWith("EKS-UPG-"));
    }
}
