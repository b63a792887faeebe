package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything of an estate that has a Region in its name. IAM is global, so that the ARNs of roles have none.
 */
final class RegionalNames implements Derivation {

    private static final String REGION = "([a-z]{2,4}(?:-[a-z]+)+-\\d)";
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:" + REGION + ":.*");
    private static final Pattern SERVICE = Pattern.compile("(?:com|cn|aws|eu)\\.[a-z.]*?" + REGION + "\\..+");
    private static final Pattern REGISTRY = Pattern.compile("\\d{12}\\.dkr[.-]ecr(?:-fips)?\\." + REGION + "\\..+");

    @Override
    public Stream<RegionalName> derive(Estate estate, Circumstances circumstances) {
        List<Cluster> clusters = estate.all(Cluster.class);
        return clusters.stream()
                .flatMap(c -> new OfCluster(estate, c, clusters.size() == 1, new LinkedHashMap<>()).all());
    }

    private record OfCluster(Estate estate, Cluster cluster, boolean only, Map<String, RegionalName> names) {

        Stream<RegionalName> all() {
            cluster.outpostArns().items().forEach(v -> match("Outpost", v, ARN, cluster));
            match("KMS key", cluster.encryptionKeyArn(), ARN, cluster);
            for (Subnet subnet : mine(Subnet.class)) {
                zone("zone of " + subnet.displayName(), subnet.availabilityZone(), subnet);
                match("Outpost", subnet.outpostArn(), ARN, subnet);
            }
            for (NodeGroup group : mine(NodeGroup.class)) {
                group.availabilityZones().items().forEach(v -> zone("zone of " + group.displayName(), v, group));
            }
            mine(VpcEndpoint.class).forEach(e -> match("endpoint service", e.serviceName(), SERVICE, e));
            mine(Workload.class).forEach(w -> w.images().items().forEach(i -> match("image registry", i, REGISTRY, w)));
            return names.values().stream();
        }

        private <F extends Fact> List<F> mine(Class<F> type) {
            return estate.all(type).stream()
                    .filter(f -> only || cluster.key().equals(f.cluster()))
                    .toList();
        }

        private void zone(String what, Value<String> zone, Fact fact) {
            name(what, zone, zone.known().flatMap(ZoneName::parse).map(ZoneName::region), fact);
        }

        private void match(String what, Value<String> value, Pattern pattern, Fact fact) {
            Matcher matcher = pattern.matcher(value.known().orElse(""));
            name(what, value, matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty(), fact);
        }

        /** What the tool fills in follows the cluster, and is not judged. */
        private void name(String what, Value<String> value, Optional<String> region, Fact fact) {
            if (region.isEmpty()
                    || !(value instanceof Value.Known<String> known)
                    || known.provenance() == Provenance.DEFAULT) {
                return;
            }
            Place place = value.places().stream().findFirst().orElse(fact.place());
            names.putIfAbsent(
                    known.value(),
                    new RegionalName(
                            cluster.key(),
                            value,
                            what,
                            region.get(),
                            cluster.region().is("region", region.get()::equals),
                            place));
        }
    }
}
