package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.stream.Stream;

/** The OIDC identity providers of every cluster. */
final class IdentityProviders implements Derivation {

    @Override
    public Stream<IdentityProvider> derive(Estate estate, Circumstances circumstances) {
        List<IdentityProviderConfig> all = estate.all(IdentityProviderConfig.class);
        return all.stream()
                .map(config -> new IdentityProvider(config, egressMode(estate, config), others(all, config)));
    }

    private static Value<String> egressMode(Estate estate, IdentityProviderConfig config) {
        return estate.byKey(Cluster.class, config.cluster())
                .map(Cluster::controlPlaneEgressMode)
                .orElseGet(() -> Value.unresolved("the cluster is not known", List.of(config.place())));
    }

    private static List<IdentityProviderConfig> others(
            List<IdentityProviderConfig> all, IdentityProviderConfig config) {
        String cluster = config.cluster();
        return all.stream()
                .filter(o -> cluster != null
                        && cluster.equals(o.cluster())
                        && !o.key().equals(config.key()))
                .filter(o -> o.status().known().filter("DELETING"::equals).isEmpty())
                .toList();
    }
}
