package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a plan says of the clusters before it: those that run and that it keeps are recorded as they were, so that a change of version
 * or subnets is judged as a change; those that it makes, anew or in the place of another, are recorded as not yet there.
 */
final class PriorClusters {

    private static final String ORIGIN = "before the plan";

    private PriorClusters() {}

    static List<Recording> of(Node.Mapping root, String dialect) {
        return root.get("resource_changes").flatMap(Node::asSequence).stream()
                .flatMap(changes -> changes.items().stream())
                .flatMap(item -> item.asMapping().stream())
                .filter(r -> r.text("type").filter(PlanPruning.CLUSTER::equals).isPresent())
                .filter(r -> r.text("mode").filter("managed"::equals).isPresent())
                .flatMap(r -> recording(r, dialect).stream())
                .toList();
    }

    private static Optional<Recording> recording(Node.Mapping resource, String dialect) {
        Optional<Node.Mapping> change = resource.get("change").flatMap(Node::asMapping);
        List<String> actions = change.flatMap(c -> c.get("actions")).stream()
                .flatMap(PriorClusters::texts)
                .map(Node.Scalar::text)
                .toList();
        boolean made = actions.contains("create");
        boolean kept = actions.equals(List.of("update")) || actions.equals(List.of("no-op"));
        return change.filter(c -> made || kept)
                .flatMap(c -> c.get(made ? "after" : "before"))
                .flatMap(Node::asMapping)
                .flatMap(cluster -> recording(resource, cluster, kept, dialect));
    }

    private static Optional<Recording> recording(
            Node.Mapping resource, Node.Mapping cluster, boolean exists, String dialect) {
        Place place = resource.get("address").map(Node::place).orElse(resource.place());
        Optional<Arn> arn = cluster.text("arn").flatMap(Arn::parse);
        return cluster.text("name").map(name -> {
            Attributes.Builder attributes = Attributes.builder()
                    .set(Cluster.NAME, Value.observed(name, ORIGIN, place))
                    .set(Cluster.EXISTS, Value.observed(exists, ORIGIN, place));
            arn.flatMap(Arn::region).ifPresent(r -> attributes.set(Cluster.REGION, Value.observed(r, ORIGIN, place)));
            if (exists) {
                scalar(cluster, "version")
                        .ifPresent(v -> attributes.set(Cluster.VERSION, Value.observed(v.text(), ORIGIN, v.place())));
                subnets(cluster).ifPresent(s -> attributes.set(Cluster.SUBNET_IDS, s));
            }
            return new Recording(
                    place,
                    dialect,
                    arn.flatMap(Arn::account),
                    arn.flatMap(Arn::region),
                    Optional.of(name),
                    Optional.empty(),
                    List.of(new Cluster("Cluster/" + name, place, Truth.yes(), null, attributes.build())));
        });
    }

    private static Optional<Listing<Ref>> subnets(Node.Mapping before) {
        return before.get("vpc_config")
                .flatMap(Node::asSequence)
                .flatMap(s -> s.items().stream().findFirst())
                .flatMap(Node::asMapping)
                .flatMap(vpc -> vpc.get("subnet_ids"))
                .map(ids -> Listing.observed(
                        texts(ids)
                                .map(id -> Ref.byId(Value.observed(id.text(), ORIGIN, id.place())))
                                .toList(),
                        ORIGIN,
                        ids.place()));
    }

    private static Optional<Node.Scalar> scalar(Node.Mapping mapping, String key) {
        return mapping.get(key).flatMap(Node::asScalar).filter(s -> !s.text().isBlank());
    }

    private static Stream<Node.Scalar> texts(Node list) {
        return list.asSequence().stream().flatMap(s -> s.items().stream()).flatMap(i -> i.asScalar().stream());
    }
}
