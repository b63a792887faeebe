package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.Milestone;
import io.github.ekslint.reference.ReferenceData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IP families of API endpoints: IPv6 clusters have dual-stack endpoints since October 2024, older ones and all others speak
 * IPv4 only (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html">EKS User Guide, cluster API server
 * endpoint</a>).
 */
final class EndpointDomains implements Derivation {

    private static final String SINCE = "dual-stack-endpoint";
    private static final String DUAL_STACK = ".api.aws";

    @Override
    public Stream<EndpointDomain> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream()
                .map(c -> new EndpointDomain(c.key(), isDualStack(c, circumstances.data()), chosen(c)));
    }

    private static Truth isDualStack(Cluster cluster, ReferenceData data) {
        Truth byName = cluster.endpoint().is("endpoint", url -> url.contains(DUAL_STACK));
        if (!byName.isUnknown() && cluster.endpoint().known().isPresent()) {
            return byName;
        }
        Truth ipv6 = cluster.ipFamily().is("ipFamily", "ipv6"::equalsIgnoreCase);
        Optional<LocalDate> since = data.milestones().find(SINCE).flatMap(Milestone::date);
        if (since.isEmpty()) {
            return ipv6.and(byName);
        }
        Truth recent = cluster.createdAt()
                .is("createdAt", t -> !t.atZone(ZoneOffset.UTC).toLocalDate().isBefore(since.get()));
        return ipv6.and(recent.isUnknown() ? byName : recent);
    }

    private static Listing<Value<String>> chosen(Cluster cluster) {
        Listing<Value<String>> all = cluster.publicAccessCidrs();
        return new Listing<>(
                all.items().stream()
                        .filter(v -> !(v instanceof Value.Known<String> k && k.provenance() == Provenance.DEFAULT))
                        .toList(),
                all.rest(),
                all.provenance(),
                all.origin(),
                all.places());
    }
}
