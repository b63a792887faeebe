package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The control plane of every cluster: its version, or the one a planned upgrade takes it to, and its support. */
final class ControlPlanes implements Derivation {

    /** EKS began with this version; a smaller number is a version that lost a digit. */
    private static final MinorVersion FIRST = new MinorVersion(1, 10);

    @Override
    public Stream<ControlPlane> derive(Estate estate, Circumstances circumstances) {
        return all(estate, circumstances).values().stream();
    }

    /** The control planes by the key of their cluster. */
    static Map<String, ControlPlane> all(Estate estate, Circumstances circumstances) {
        SupportDates dates = SupportDates.of(estate, circumstances);
        Map<String, ControlPlane> all = new LinkedHashMap<>();
        estate.all(Cluster.class).forEach(c -> all.put(c.key(), of(c, recorded(c, estate), dates, circumstances)));
        return all;
    }

    /** A control plane of which nothing is known. */
    static ControlPlane unseen(Estate estate, Circumstances circumstances, Place place) {
        Cluster cluster = new Cluster("Cluster/?", place, Truth.yes(), null, Attributes.NONE);
        return of(cluster, Optional.empty(), SupportDates.of(estate, circumstances), circumstances);
    }

    /** The cluster as it runs; empty when no recording of it is there, or one that says that it does not run yet. */
    static Optional<Cluster> recorded(Cluster cluster, Estate estate) {
        if (estate.tool() == Estate.Tool.RECORDED) {
            return Optional.of(cluster);
        }
        return isNew(cluster)
                ? Optional.empty()
                : Optional.ofNullable(estate.observed().get(cluster.key())).map(Cluster.class::cast);
    }

    /** Whether something says that the cluster does not run yet. */
    static boolean isNew(Cluster cluster) {
        return !cluster.exists().known().orElse(true);
    }

    /** The version of the cluster itself, whatever upgrade is planned; never absent. */
    private static Value<MinorVersion> current(Cluster cluster, SupportDates dates) {
        Value<MinorVersion> written = cluster.version().flatMap(text -> minor(text)
                .map(minor -> withPlaces(cluster.version(), minor))
                .orElseGet(() -> Value.unresolved(
                        "“%s” is not a Kubernetes minor version".formatted(text),
                        cluster.version().places())));
        return written instanceof Value.Absent<MinorVersion> ? dates.defaultVersion(written.places()) : written;
    }

    /** Reads what EKS could take for a version, with or without a patch. */
    static Optional<MinorVersion> minor(String text) {
        return MinorVersion.parse(text.strip()).filter(v -> v.compareTo(FIRST) >= 0);
    }

    private static ControlPlane of(
            Cluster cluster, Optional<Cluster> recorded, SupportDates dates, Circumstances circumstances) {
        Value<MinorVersion> current = current(cluster, dates);
        Value<MinorVersion> version = circumstances
                .target()
                .<Value<MinorVersion>>map(target -> new Value.Known<>(
                        target,
                        Provenance.EXPLICIT,
                        "the planned upgrade",
                        cluster.version().places()))
                .orElse(current);
        Value<MinorVersion> running = circumstances
                .before()
                .<Value<MinorVersion>>map(before -> new Value.Known<>(
                        before,
                        Provenance.EXPLICIT,
                        "the step before",
                        cluster.version().places()))
                .or(() -> recorded.map(r -> current(r, dates)))
                .orElseGet(() -> circumstances.target().isPresent() ? current : notRecorded(cluster));
        return new ControlPlane(
                cluster,
                current,
                version,
                running,
                circumstances.target().isPresent(),
                version.flatMap(v -> dates.status(v, version.places())),
                version.flatMap(v -> dates.endOfStandardSupport(v, version.places())),
                version.flatMap(v -> dates.endOfExtendedSupport(v, version.places())),
                circumstances.asOf());
    }

    /** A spec says what shall be, not what is: the cluster may run already, with another version. */
    private static Value<MinorVersion> notRecorded(Cluster cluster) {
        return isNew(cluster)
                ? Value.absent(cluster.place())
                : Value.unresolved(
                        "which version the cluster has now, if it runs already, is not recorded",
                        List.of(cluster.place()),
                        Settlement.command("aws eks describe-cluster --name {cluster} --output json"));
    }

    private static Value<MinorVersion> withPlaces(Value<String> text, MinorVersion minor) {
        return text instanceof Value.Known<String> known
                ? new Value.Known<>(minor, known.provenance(), known.origin(), known.places())
                : new Value.Known<>(minor, Provenance.EXPLICIT, "", List.of());
    }
}
