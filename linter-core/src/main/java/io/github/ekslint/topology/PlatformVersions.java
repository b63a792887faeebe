package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The platform version of every cluster. */
final class PlatformVersions implements Derivation {

    private static final Pattern PLATFORM = Pattern.compile("eks\\.(\\d{1,6})");

    @Override
    public Stream<PlatformVersion> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(cluster -> {
            Cluster running = ClusterFootings.running(cluster, estate);
            return new PlatformVersion(
                    running, cluster.key(), number(running.platformVersion()), minor(running), ofNew(estate, running));
        });
    }

    /** The platform version that new clusters of the same minor version get, as recorded. */
    private static Value<Integer> ofNew(Estate estate, Cluster running) {
        return estate.all(ClusterVersion.class).stream()
                .filter(v -> v.clusterVersion().known().isPresent()
                        && v.clusterVersion().known().equals(running.version().known()))
                .findFirst()
                .map(v -> number(v.defaultPlatformVersion()))
                .orElseGet(() -> Value.unresolved(
                        "the platform version that new clusters get is not recorded",
                        List.of(running.place()),
                        Settlement.command(ClusterVersion.DESCRIBE)));
    }

    private static Value<Integer> number(Value<String> written) {
        return written.flatMap(text -> {
            Matcher matcher = PLATFORM.matcher(text);
            return matcher.matches()
                    ? written.map(t -> Integer.valueOf(matcher.group(1)))
                    : Value.unresolved("“%s” is not a platform version".formatted(text), written.places());
        });
    }

    private static Value<MinorVersion> minor(Cluster cluster) {
        return cluster.version().flatMap(text -> ControlPlanes.minor(text)
                .map(minor -> cluster.version().<MinorVersion>map(t -> minor))
                .orElseGet(() -> Value.unresolved(
                        "“%s” is not a Kubernetes minor version".formatted(text),
                        cluster.version().places())));
    }
}
