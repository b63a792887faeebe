package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Insight;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The upgrade insights of every cluster: those for the planned version, or all of them when none is planned. */
final class UpgradeInsights implements Derivation {

    /** EKS refreshes insights once a day; what is older than two days says nothing about today. */
    private static final int DAYS = 2;

    private static final Settlement LIST =
            Settlement.command("aws eks list-insights --cluster-name {cluster} --output json");

    @Override
    public Stream<UpgradeInsight> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(cluster -> {
            List<Insight> insights = estate.all(Insight.class).stream()
                    .filter(i -> cluster.key().equals(i.cluster()))
                    .filter(i -> isForUpgrade(i, circumstances.target()))
                    .toList();
            return new UpgradeInsight(
                    cluster.key(),
                    any(cluster, insights, "ERROR", circumstances.asOf()),
                    any(cluster, insights, "WARNING", circumstances.asOf()),
                    names(insights, "ERROR"),
                    names(insights, "WARNING"));
        });
    }

    private static boolean isForUpgrade(Insight insight, Optional<MinorVersion> target) {
        boolean upgrade =
                insight.category().known().filter("UPGRADE_READINESS"::equals).isPresent();
        Optional<MinorVersion> to = insight.kubernetesVersion().known().flatMap(ControlPlanes::minor);
        return upgrade && (target.isEmpty() || to.isEmpty() || to.equals(target));
    }

    private static Truth any(Cluster cluster, List<Insight> insights, String status, LocalDate asOf) {
        Truth found = Truth.any(insights.stream().map(i -> has(i, status, asOf)).toList());
        return cluster.insightsListed().known().orElse(false)
                ? found
                : found.or(Truth.unknown(
                        "insights",
                        "the insights of %s are not recorded".formatted(cluster.displayName()),
                        List.of(cluster.place()),
                        LIST));
    }

    private static Truth has(Insight insight, String status, LocalDate asOf) {
        Optional<Instant> refreshed = insight.lastRefreshTime().known();
        boolean stale = refreshed
                .filter(t -> t.atZone(ZoneOffset.UTC).toLocalDate().isBefore(asOf.minusDays(DAYS)))
                .isPresent();
        if (stale) {
            return open(
                    insight,
                    "EKS refreshed it on %s"
                            .formatted(refreshed
                                    .orElseThrow()
                                    .atZone(ZoneOffset.UTC)
                                    .toLocalDate()));
        }
        return insight.status().known().filter("UNKNOWN"::equals).isPresent()
                ? open(insight, "EKS could not check it")
                : insight.status().is(label(insight), status::equals);
    }

    private static Truth open(Insight insight, String why) {
        return Truth.unknown(label(insight), "“%s”: %s".formatted(label(insight), why), List.of(insight.place()), LIST);
    }

    private static String label(Insight insight) {
        return insight.name().known().orElseGet(insight::displayName);
    }

    private static String names(List<Insight> insights, String status) {
        return insights.stream()
                .filter(i -> i.status().known().filter(status::equals).isPresent())
                .map(UpgradeInsights::label)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
