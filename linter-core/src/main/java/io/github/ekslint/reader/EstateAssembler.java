package io.github.ekslint.reader;

import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins evidence with specs.
 *
 * <p>Evidence attaches to an estate by a real AWS id that one of its facts mentions, directly or through other evidence, or by
 * the name, Region and account of its cluster. What fits several estates is a problem and joins none. Recordings that belong to
 * no spec make estates of their own: one for each recorded cluster, and one for each VPC without a cluster.
 */
public final class EstateAssembler {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Draft> drafts;
    private final List<Observation> observations = new ArrayList<>();
    private final Clusters clusters;
    private final Optional<ManifestOwners> owners;

    private EstateAssembler(List<Reading> readings, Optional<ManifestOwners> owners) {
        this.owners = owners;
        this.drafts = readings.stream().flatMap(r -> r.drafts().stream()).toList();
        List<Recording> recordings =
                readings.stream().flatMap(r -> r.recordings().stream()).toList();
        Map<String, Recording> manifests = recordings.stream()
                .filter(r -> r.dialect().equals(Recording.MANIFEST))
                .collect(Collectors.toMap(Observation::folderOf, r -> r, (first, second) -> first));
        for (Recording recording : recordings) {
            Recording told = told(recording, manifests.get(Observation.folderOf(recording)));
            told.facts().forEach(f -> observations.add(new Observation(f, told)));
        }
        this.clusters = new Clusters(drafts, problems::add);
    }

    /**
     * The estates of a run.
     *
     * @param estates those of specs first, in their order
     * @param problems evidence that could not be attached, or that contradicts itself
     */
    public record Assembly(List<Estate> estates, List<Problem> problems) {
        /** Keeps its own copies. */
        public Assembly {
            estates = List.copyOf(estates);
            problems = List.copyOf(problems);
        }
    }

    /** Joins what the readers read; manifests belong to the only cluster there is. */
    public static Assembly assemble(List<Reading> readings) {
        return assemble(readings, Optional.empty());
    }

    /**
     * Joins what the readers read.
     *
     * @param owners says which clusters a manifest is for; without it manifests belong to the only cluster there is
     */
    public static Assembly assemble(List<Reading> readings, Optional<ManifestOwners> owners) {
        EstateAssembler assembler = new EstateAssembler(readings, owners);
        List<Estate> estates = assembler.estates();
        return new Assembly(
                estates, assembler.problems.stream().distinct().sorted().toList());
    }

    private List<Estate> estates() {
        List<Observation> ofClusters =
                observations.stream().filter(Observation::isOfCluster).toList();
        List<Observation> named = ofClusters.stream()
                .filter(o -> !o.isManifest())
                .filter(o -> o.clusterName().isPresent()
                        || (o.fact() instanceof io.github.ekslint.model.Cluster && !o.isListMark()))
                .toList();
        Set<Observation> open = clusters.sort(named);
        clusters.link();
        Set<Observation> orphans = attribute(ofClusters, new HashSet<>(named), open);
        List<Observation> placed = new VpcMarks(observations, drafts, problems::add).placed();
        Surroundings surroundings = new Surroundings(placed);

        Set<Observation> used = new HashSet<>();
        List<Estate> estates = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Clusters.Entity> own = clusters.entities().stream()
                    .filter(e -> e.slot().filter(s -> s.draft() == draft).isPresent())
                    .toList();
            EstateBuilder builder = new EstateBuilder(draft.id(), draft.tool(), draft.facts(), problems::add);
            Estate estate = build(builder, own, draft.facts(), surroundings, used);
            estates.add(new Estate(
                    estate.id(),
                    estate.tool(),
                    estate.facts(),
                    estate.observed(),
                    draft.cases().stream()
                            .map(c -> new Estate.Case(c.inputs(), build(draft, c.facts(), own, surroundings)))
                            .toList()));
        }
        Set<String> ids = drafts.stream().map(Draft::id).collect(Collectors.toCollection(HashSet::new));
        for (Clusters.Entity entity : clusters.entities()) {
            if (entity.slot().isEmpty()) {
                String id = unique(
                        ids,
                        Clusters.placeOf(entity).file().uri(),
                        entity.name().orElse(""));
                estates.add(build(recorded(id), List.of(entity), List.of(), surroundings, used));
            }
        }
        estates.addAll(leftOvers(placed, orphans, surroundings, used, ids));
        return estates;
    }

    /** One case of a draft; what the same evidence contradicts is said of the draft already. */
    private Estate build(Draft draft, List<Fact> facts, List<Clusters.Entity> own, Surroundings surroundings) {
        EstateBuilder builder = new EstateBuilder(draft.id(), draft.tool(), facts, problem -> {});
        return build(builder, own, facts, surroundings, new HashSet<>());
    }

    private Estate build(
            EstateBuilder builder,
            List<Clusters.Entity> own,
            List<Fact> specified,
            Surroundings surroundings,
            Set<Observation> used) {
        List<Fact> seeds = new ArrayList<>(specified);
        own.forEach(e -> e.observations().forEach(o -> seeds.add(o.fact())));
        own.forEach(e -> builder.add(e));
        Set<Observation> around = surroundings.of(seeds);
        builder.addAll(around);
        used.addAll(around);
        return builder.build(this::general);
    }

    /** Estates of what is recorded but reached from no cluster. */
    private List<Estate> leftOvers(
            List<Observation> placed,
            Set<Observation> orphans,
            Surroundings surroundings,
            Set<Observation> used,
            Set<String> ids) {
        Set<String> usedVpcs =
                used.stream().flatMap(o -> o.vpc().stream()).collect(Collectors.toCollection(HashSet::new));
        Map<String, List<Observation>> groups = new LinkedHashMap<>();
        for (Observation observation : placed) {
            boolean known = used.contains(observation)
                    || observation.vpc().filter(usedVpcs::contains).isPresent();
            if (!known && !observation.isOfCluster() && !observation.isGeneral() && !observation.isVpcMark()) {
                groups.computeIfAbsent(
                                observation.vpc().orElseGet(() -> observation
                                        .recording()
                                        .place()
                                        .file()
                                        .uri()),
                                g -> new ArrayList<>())
                        .add(observation);
            }
        }
        orphans.stream().filter(o -> !o.isManifest() && !o.isListMark()).forEach(o -> groups.computeIfAbsent(
                        o.recording().place().file().uri(), g -> new ArrayList<>())
                .add(o));
        List<Estate> estates = new ArrayList<>();
        groups.forEach((group, own) -> {
            Set<Observation> all = new LinkedHashSet<>(own);
            if (AwsId.isReal(group)) {
                all.addAll(surroundings.ofVpc(group));
            }
            all.removeIf(used::contains);
            if (!all.isEmpty()) {
                String file = own.get(0).recording().place().file().uri();
                EstateBuilder builder = recorded(unique(ids, file, AwsId.isReal(group) ? group : ""));
                builder.addAll(all);
                used.addAll(all);
                estates.add(builder.build(this::general));
            }
        });
        return estates;
    }

    /**
     * Gives recordings that do not name their cluster to the only cluster of their folder, else of the run.
     *
     * @return those that no cluster of the run can claim
     */
    private Set<Observation> attribute(List<Observation> ofClusters, Set<Observation> named, Set<Observation> open) {
        Map<Recording, List<Observation>> byRecording = new LinkedHashMap<>();
        for (Observation observation : ofClusters) {
            if (!named.contains(observation) || open.contains(observation)) {
                byRecording
                        .computeIfAbsent(observation.recording(), r -> new ArrayList<>())
                        .add(observation);
            }
        }
        Map<String, Set<Object>> byFolder = new HashMap<>();
        clusters.entities().stream().filter(e -> e.name().isPresent()).forEach(e -> e.observations()
                .forEach(o -> byFolder.computeIfAbsent(o.folder(), f -> new LinkedHashSet<>())
                        .add(e)));
        List<Object> all = clusters.named();
        Set<Observation> orphans = new LinkedHashSet<>();
        InstanceOwners instances = InstanceOwners.of(clusters.entities());
        byRecording.forEach((recording, own) -> {
            boolean manifests = own.get(0).isManifest();
            if (manifests && owners.isPresent()) {
                String uri = recording.place().file().uri();
                clusters.fitting((name, region) -> owners.get().isFor(uri, name, region))
                        .forEach(e -> own.forEach(e::add));
                return;
            }
            Optional<Clusters.Entity> byInstance = manifests ? Optional.empty() : instances.ownerOf(own);
            if (byInstance.isPresent()) {
                own.forEach(byInstance.get()::add);
                return;
            }
            Set<Object> inFolder =
                    manifests ? Set.of() : byFolder.getOrDefault(own.get(0).folder(), Set.of());
            Optional<Object> only = inFolder.size() == 1
                    ? inFolder.stream().findFirst()
                    : all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
            if (only.isPresent()) {
                Clusters.Entity entity = clusters.entityOf(only.get());
                own.forEach(entity::add);
                note(recording, own, entity, inFolder.size() == 1 ? "its folder" : "this run");
            } else if (all.isEmpty()) {
                orphans.addAll(own);
            } else if (!manifests) {
                problems.add(Problem.warning(
                        "ambiguous-evidence",
                        recording.place(),
                        "%s not say which of the %d clusters of this run %s from"
                                .formatted(
                                        own.size() == 1
                                                ? "a recorded "
                                                        + own.get(0).fact().kind() + " does"
                                                : own.size() + " recorded resources do",
                                        all.size(),
                                        own.size() == 1 ? "it is" : "they are")));
            }
        });
        clusters.entities().forEach(this::noteList);
        return orphans;
    }

    private void note(Recording recording, List<Observation> own, Clusters.Entity entity, String scope) {
        long nodes = own.stream().filter(o -> o.fact() instanceof Node).count();
        if (nodes > 0) {
            problems.add(Problem.warning(
                    "attributed-evidence",
                    recording.place(),
                    "%d nodes that do not name their cluster are taken as nodes of %s, the only cluster of %s"
                            .formatted(nodes, entity.name().orElse(""), scope)));
        }
    }

    /** Says so where nodes are given to the cluster that others of their list name. */
    private void noteList(Clusters.Entity entity) {
        Map<Recording, List<Node>> lists = new LinkedHashMap<>();
        for (Observation observation : entity.observations()) {
            if (observation.fact() instanceof Node node) {
                lists.computeIfAbsent(observation.recording(), r -> new ArrayList<>())
                        .add(node);
            }
        }
        lists.forEach((recording, nodes) -> {
            long silent = nodes.stream()
                    .filter(n -> n.clusterName().known().isEmpty())
                    .count();
            if (silent > 0 && silent < nodes.size()) {
                problems.add(Problem.warning(
                        "attributed-evidence",
                        recording.place(),
                        "%d of %d nodes do not name their cluster; they are taken as nodes of %s, which the others of the list name"
                                .formatted(silent, nodes.size(), entity.name().orElse(""))));
            }
        });
    }

    /** What is recorded of the Region and account of an estate, and of AWS at large. */
    private List<Observation> general(Optional<String> region, Optional<String> account) {
        List<Observation> fitting = observations.stream()
                .filter(Observation::isGeneral)
                .filter(o -> Clusters.agree(regionOf(o), region))
                .filter(o -> !(o.fact() instanceof EbsEncryption || o.fact() instanceof OidcProviders)
                        || Clusters.agree(o.recording().accountId(), account))
                .filter(o -> !(o.fact() instanceof AvailabilityZone)
                        || (region.isPresent() && Clusters.agree(o.recording().accountId(), account)))
                .toList();
        Set<String> accounts = fitting.stream()
                .filter(o -> o.fact() instanceof AvailabilityZone)
                .flatMap(o -> o.recording().accountId().stream())
                .collect(Collectors.toSet());
        return accounts.size() > 1
                ? fitting.stream()
                        .filter(o -> !(o.fact() instanceof AvailabilityZone))
                        .toList()
                : fitting;
    }

    private static Optional<String> regionOf(Observation observation) {
        return observation.fact() instanceof AvailabilityZone zone
                ? zone.region().known()
                : observation.recording().region();
    }

    private EstateBuilder recorded(String id) {
        return new EstateBuilder(id, Estate.Tool.RECORDED, List.of(), problems::add);
    }

    private static String unique(Set<String> taken, String file, String name) {
        String id = file;
        if (!taken.add(id)) {
            id = name.isEmpty() ? file : file + "#" + name;
            for (int i = 2; !taken.add(id); i++) {
                id = file + "#" + (name.isEmpty() ? "" : name + "-") + i;
            }
        }
        return id;
    }

    private static Recording told(Recording recording, @org.jspecify.annotations.Nullable Recording manifest) {
        if (manifest == null || recording.dialect().equals(Recording.MANIFESTS)) {
            return recording;
        }
        return new Recording(
                recording.place(),
                recording.dialect(),
                recording.accountId().or(manifest::accountId),
                recording.region().or(manifest::region),
                recording.clusterName().or(manifest::clusterName),
                recording.recordedAt().or(manifest::recordedAt),
                recording.facts());
    }
}
