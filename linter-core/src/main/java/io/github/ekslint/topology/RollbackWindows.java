package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterUpdate;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rollback window of every cluster, as its recorded updates show it. */
final class RollbackWindows implements Derivation {

    private static final int DAYS = 7;

    @Override
    public Stream<RollbackWindow> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(cluster -> {
            List<ClusterUpdate> updates = of(estate, cluster.key());
            return new RollbackWindow(
                    cluster.key(), open(cluster, updates, circumstances.asOf()), until(updates, circumstances.asOf()));
        });
    }

    /** Whether recorded updates show that the window of a cluster is open; what is not recorded does not. */
    static Truth seenOpen(Estate estate, @Nullable String cluster, Circumstances circumstances) {
        List<ClusterUpdate> updates = of(estate, cluster);
        return Truth.of(updates.stream()
                .anyMatch(u -> opens(u, updates, circumstances.asOf()).isTrue()));
    }

    private static List<ClusterUpdate> of(Estate estate, @Nullable String cluster) {
        return estate.all(ClusterUpdate.class).stream()
                .filter(u -> Objects.equals(u.cluster(), cluster))
                .toList();
    }

    private static Truth open(Cluster cluster, List<ClusterUpdate> updates, LocalDate asOf) {
        Truth recorded =
                Truth.any(updates.stream().map(u -> opens(u, updates, asOf)).toList());
        boolean all = cluster.updatesListed().known().orElse(false);
        return all
                ? recorded
                : recorded.or(Truth.unknown(
                        "updates",
                        "the updates of the cluster are not recorded",
                        List.of(cluster.place()),
                        Settlement.command("aws eks list-updates --name {cluster} --output json")));
    }

    private static Truth opens(ClusterUpdate update, List<ClusterUpdate> updates, LocalDate asOf) {
        return Truth.all(List.of(
                update.type().is("type of an update", "VersionUpdate"::equals),
                update.status().is("status of an update", "Successful"::equals),
                update.createdAt().is("createdAt of an update", t -> isRecent(t, asOf)),
                Truth.any(updates.stream().map(u -> undoes(u, update)).toList()).not()));
    }

    private static Truth undoes(ClusterUpdate later, ClusterUpdate update) {
        return later.type()
                .is("type of an update", "VersionRollback"::equals)
                .and(later.createdAt().is("createdAt of an update", t -> update.createdAt()
                        .known()
                        .filter(t::isAfter)
                        .isPresent()));
    }

    private static boolean isRecent(Instant created, LocalDate asOf) {
        return !asOf.isAfter(lastDay(created));
    }

    private static LocalDate lastDay(Instant created) {
        return created.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS);
    }

    private static String until(List<ClusterUpdate> updates, LocalDate asOf) {
        return updates.stream()
                .filter(u -> opens(u, updates, asOf).isTrue())
                .flatMap(u -> u.createdAt().known().stream())
                .map(RollbackWindows::lastDay)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("not known");
    }
}
