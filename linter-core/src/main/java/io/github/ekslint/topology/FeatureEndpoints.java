package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.EndpointNeed;
import io.github.ekslint.reference.ReferenceData;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The VPC endpoints that a cluster needs for what it uses: those of the table that name a feature. */
final class FeatureEndpoints implements Derivation {

    @Override
    public Stream<FeatureEndpoint> derive(Estate estate, Circumstances circumstances) {
        ReferenceData data = circumstances.data();
        return estate.all(Cluster.class).stream().flatMap(c -> {
            VpcEndpoints endpoints = new VpcEndpoints(estate, c, data);
            Map<String, Feature> features = new Features(estate, c).byCondition();
            return data.privateEndpoints().needs().stream()
                    .filter(n -> !n.always() && n.level() == EndpointNeed.Level.REQUIRED)
                    .filter(n -> n.conditions().stream().anyMatch(features::containsKey))
                    .map(n -> of(c, n, endpoints, features));
        });
    }

    private static FeatureEndpoint of(
            Cluster cluster, EndpointNeed need, VpcEndpoints endpoints, Map<String, Feature> features) {
        List<Feature> own = need.conditions().stream()
                .sorted()
                .filter(features::containsKey)
                .map(features::get)
                .toList();
        boolean offered = cluster.region().known().map(need::isAvailable).orElse(true);
        Truth used = offered ? Truth.any(own.stream().map(Feature::used).toList()) : Truth.no();
        Truth prepared = used.isFalse()
                ? Truth.no()
                : Truth.any(own.stream().map(Feature::prepared).toList());
        List<String> proven =
                own.stream().filter(f -> f.used().isTrue()).map(Feature::name).toList();
        List<String> seen = own.stream()
                .filter(f -> f.prepared().isTrue())
                .map(Feature::name)
                .toList();
        List<String> shown = !proven.isEmpty()
                ? proven
                : !seen.isEmpty() ? seen : own.stream().map(Feature::name).toList();
        return new FeatureEndpoint(
                cluster.key(),
                need.service(),
                endpoints.serviceName(need),
                used,
                prepared,
                endpoints.any(need, e -> Truth.yes()),
                endpoints.any(need, VpcEndpoints::isAvailable),
                shown.stream().collect(Collectors.joining(", ")));
    }
}
