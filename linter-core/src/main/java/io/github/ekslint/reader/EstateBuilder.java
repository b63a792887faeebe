package io.github.ekslint.reader;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds one estate from the facts of its spec and the observations that belong to it. */
final class EstateBuilder {

    /** One resource: what the spec says and what was observed. */
    private static final class Thing {
        private final @Nullable Fact specified;
        private final @Nullable Entity entity;
        private final List<Observation> observations = new ArrayList<>();

        private Thing(@Nullable Fact specified, @Nullable Entity entity) {
            this.specified = specified;
            this.entity = entity;
        }
    }

    /** A cluster with the key it has in the estate. */
    private record Entity(Clusters.Entity cluster, String key) {}

    private final String id;
    private final Estate.Tool tool;
    private final List<Fact> specified;
    private final Consumer<Problem> problems;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Fact> specById = new HashMap<>();
    private final List<Clusters.Entity> entities = new ArrayList<>();
    private final Set<Fact> adoptedGroups = new HashSet<>();

    EstateBuilder(String id, Estate.Tool tool, List<Fact> specified, Consumer<Problem> problems) {
        this.id = id;
        this.tool = tool;
        this.specified = specified;
        this.problems = problems;
        for (Fact fact : specified) {
            things.put("spec " + fact.key(), new Thing(fact, null));
            identityOf(fact).ifPresent(identity -> specById.putIfAbsent(identity, fact));
        }
    }

    /** Adds a recorded cluster with everything that is recorded under its name. */
    void add(Clusters.Entity cluster) {
        entities.add(cluster);
        String key = cluster.slot().map(s -> s.cluster().key()).orElseGet(() -> cluster.observations().stream()
                .map(Observation::fact)
                .filter(f -> f instanceof Cluster)
                .map(Fact::key)
                .findFirst()
                .orElseGet(() -> "Cluster/" + cluster.name().orElse("?")));
        Entity entity = new Entity(cluster, key);
        for (Observation observation : cluster.observations()) {
            add(observation, entity);
        }
        if (cluster.slot().isEmpty()
                && cluster.observations().stream()
                        .noneMatch(o -> o.fact() instanceof Cluster c
                                && c.attributes().said().contains(Cluster.REGION))) {
            named(cluster).ifPresent(o -> add(o, entity));
        }
        adoptVpc(cluster);
        adoptClusterGroup(cluster);
    }

    /** Adds what belongs to no cluster by name. */
    void addAll(Collection<Observation> observations) {
        observations.forEach(o -> add(o, null));
    }

    /**
     * The estate.
     *
     * @param general gives what is recorded of a Region and an account
     */
    Estate build(BiFunction<Optional<String>, Optional<String>, List<Observation>> general) {
        Optional<String> region = told(Cluster.REGION).or(() -> first(Clusters.Entity::region));
        Optional<String> account = told(Cluster.ACCOUNT_ID).or(() -> first(Clusters.Entity::account));
        addAll(general.apply(region, account));
        dropReplaced();
        Observed observed = new Observed(problems);
        Map<String, Fact> facts = new LinkedHashMap<>();
        List<Fact> added = new ArrayList<>();
        Map<String, Fact> seen = new LinkedHashMap<>();
        for (Thing thing : things.values()) {
            if (thing.observations.isEmpty()) {
                Fact fact = java.util.Objects.requireNonNull(thing.specified);
                facts.put(fact.key(), fact);
                continue;
            }
            Attributes said = observed.together(thing.observations);
            Fact fullest = thing.observations.stream()
                    .map(Observation::fact)
                    .max(Comparator.comparingInt(f -> f.attributes().said().size()))
                    .orElseThrow();
            if (thing.specified != null) {
                Fact spec = thing.specified;
                facts.put(
                        spec.key(),
                        spec instanceof SecurityGroup group && adoptedGroups.contains(spec)
                                ? group.with(adopted(group, said))
                                : spec.with(spec.attributes().over(said, tool.resetsDefaults())));
                seen.put(spec.key(), Rekeyed.of(fullest, spec.key(), spec.cluster(), said));
            } else {
                boolean isCluster = fullest instanceof Cluster;
                String key = isCluster && thing.entity != null ? thing.entity.key() : fullest.key();
                String cluster = thing.entity == null || isCluster ? null : thing.entity.key();
                added.add(Rekeyed.of(fullest, key, cluster, said));
            }
        }
        added.sort(Comparator.comparing(Fact::key).thenComparing(Fact::place));
        added.forEach(f -> {
            String key = f.key();
            for (int i = 2; facts.containsKey(key); i++) {
                key = f.key() + "#" + i;
            }
            facts.put(key, Rekeyed.of(f, key, f.cluster(), f.attributes()));
        });
        return new Estate(id, tool, TemplateVersions.resolved(new ArrayList<>(facts.values())), seen);
    }

    private void add(Observation observation, @Nullable Entity entity) {
        String identity = observation.identity();
        Fact spec = observation.fact() instanceof Cluster && entity != null
                ? entity.cluster().slot().map(Clusters.Slot::cluster).orElse(null)
                : specById.get(entity == null ? identity : entity.key() + " " + identity);
        String key = spec != null ? "spec " + spec.key() : (entity == null ? "" : entity.key() + " ") + identity;
        things.computeIfAbsent(key, k -> new Thing(null, entity)).observations.add(observation);
    }

    /** The VPC that a tool makes is, once the cluster runs, the one that is recorded for the cluster. */
    private void adoptVpc(Clusters.Entity cluster) {
        Optional<Fact> made = cluster.slot()
                .flatMap(s -> s.cluster().vpc().known())
                .flatMap(ref -> specified.stream()
                        .filter(f -> f instanceof Vpc && f.key().equals(ref.key()))
                        .filter(f -> identityOf(f).isEmpty())
                        .findFirst());
        Optional<String> recorded = cluster.observations().stream()
                .filter(o -> o.fact() instanceof Cluster)
                .flatMap(o -> o.vpc().stream())
                .findFirst();
        made.ifPresent(fact -> recorded.ifPresent(vpc -> specById.putIfAbsent("Vpc/" + vpc, fact)));
    }

    /** The security group that EKS makes is, once the cluster runs, the one that is recorded for the cluster. */
    private void adoptClusterGroup(Clusters.Entity cluster) {
        Optional<Fact> made = cluster.slot()
                .flatMap(s -> s.cluster().clusterSecurityGroup().known())
                .flatMap(ref -> specified.stream()
                        .filter(f -> f instanceof SecurityGroup && f.key().equals(ref.key()))
                        .filter(f -> identityOf(f).isEmpty())
                        .findFirst());
        if (made.isEmpty()) {
            return;
        }
        for (Observation observation : List.copyOf(cluster.observations())) {
            Value<String> group = observation.fact() instanceof Cluster recorded
                    ? recorded.clusterSecurityGroup().flatMap(Ref::id)
                    : Value.absent();
            if (group.known().isPresent()) {
                Fact named = new SecurityGroup(
                        "SecurityGroup/" + group.known().get(),
                        observation.fact().place(),
                        io.github.ekslint.model.Truth.yes(),
                        null,
                        Attributes.builder().set(SecurityGroup.GROUP_ID, group).build());
                Observation bare = new Observation(named, observation.recording());
                specById.putIfAbsent(bare.identity(), made.get());
                adoptedGroups.add(made.get());
                add(bare, null);
                return;
            }
        }
    }

    /** No apply resets the rules of a group that EKS makes; those that the spec adds to it are there afterwards. */
    private static Attributes adopted(SecurityGroup group, Attributes said) {
        Attributes.Builder rules = Attributes.builder();
        for (Attribute<Listing<SecurityGroupRule>> side : List.of(SecurityGroup.INGRESS, SecurityGroup.EGRESS)) {
            Listing<SecurityGroupRule> recorded = said.find(side);
            if (recorded != null) {
                List<SecurityGroupRule> all = new ArrayList<>(recorded.items());
                group.list(side).items().stream()
                        .filter(r -> r.protocol().isExplicit())
                        .forEach(all::add);
                rules.set(
                        side,
                        new Listing<>(
                                all, recorded.rest(), recorded.provenance(), recorded.origin(), recorded.places()));
            }
        }
        return rules.build().over(group.attributes().over(said, false), true);
    }

    /**
     * Where the VPC that eksctl makes is recorded, its subnets, route tables and NAT gateways are those recorded: eksctl leaves
     * them as they are.
     */
    private void dropReplaced() {
        if (tool.resetsDefaults()
                || things.values().stream()
                        .noneMatch(t -> t.specified == null
                                && t.observations.stream().anyMatch(o -> o.fact() instanceof Subnet))) {
            return;
        }
        List<String> adopted = things.values().stream()
                .filter(t -> t.specified instanceof Vpc && !t.observations.isEmpty())
                .map(t -> java.util.Objects.requireNonNull(t.specified))
                .filter(f -> identityOf(f).isEmpty())
                .map(Fact::key)
                .toList();
        things.values()
                .removeIf(t -> t.specified != null
                        && t.observations.isEmpty()
                        && liesIn(t.specified).filter(adopted::contains).isPresent());
    }

    private static Optional<String> liesIn(Fact fact) {
        Value<Ref> vpc = fact instanceof Subnet f
                ? f.vpc()
                : fact instanceof RouteTable f ? f.vpc() : fact instanceof NatGateway f ? f.vpc() : Value.absent();
        return vpc.known().flatMap(ref -> Optional.ofNullable(ref.key()));
    }

    /** What other recordings tell of a cluster that is not described itself. */
    private static Optional<Observation> named(Clusters.Entity cluster) {
        return cluster.name().map(name -> {
            Observation first = cluster.observations().get(0);
            var place = first.recording().place();
            Attributes.Builder attributes = Attributes.builder()
                    .set(Cluster.NAME, Value.observed(name, "recorded", place))
                    .set(Cluster.EXISTS, Value.observed(true, "recorded", place));
            cluster.region().ifPresent(r -> attributes.set(Cluster.REGION, Value.observed(r, "recorded", place)));
            cluster.account().ifPresent(a -> attributes.set(Cluster.ACCOUNT_ID, Value.observed(a, "recorded", place)));
            if (cluster.observations().stream().anyMatch(o -> ofEks(o.fact()))) {
                attributes.set(Cluster.CONNECTED, Value.observed(false, "recorded", place));
            }
            return new Observation(
                    new Cluster(
                            "Cluster/" + name, place, io.github.ekslint.model.Truth.yes(), null, attributes.build()),
                    first.recording());
        });
    }

    /** Whether only a cluster that EKS runs itself, not one that is merely registered with it, can have it. */
    private static boolean ofEks(Fact fact) {
        return fact instanceof NodeGroup group
                ? group.managed().known().orElse(false)
                : fact instanceof FargateProfile
                        || fact instanceof Addon
                        || fact instanceof AccessEntry
                        || fact instanceof PodIdentityAssociation
                        || fact instanceof IdentityProviderConfig;
    }

    /** What a fact of the spec is called among observations; empty when its id or name is not known. */
    private static Optional<String> identityOf(Fact fact) {
        if (!fact.attributes().said().contains(fact.idAttribute())) {
            return Optional.empty();
        }
        Observation likeObserved = new Observation(
                fact,
                new Reading.Recording(
                        fact.place(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        return likeObserved
                .id()
                .map(known -> (likeObserved.isOfCluster() ? fact.cluster() + " " : "") + likeObserved.identity());
    }

    private Optional<String> told(io.github.ekslint.model.Attribute<Value<String>> attribute) {
        return things.values().stream()
                .flatMap(t -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.ofNullable(t.specified),
                        t.observations.stream().map(Observation::fact)))
                .filter(f -> f instanceof Cluster)
                .flatMap(f -> f.get(attribute).known().stream())
                .findFirst();
    }

    private Optional<String> first(java.util.function.Function<Clusters.Entity, Optional<String>> said) {
        return entities.stream().flatMap(e -> said.apply(e).stream()).findFirst();
    }
}
