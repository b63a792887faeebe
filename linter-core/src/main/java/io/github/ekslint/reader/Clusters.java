package io.github.ekslint.reader;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clusters of a run: which recordings are about one cluster, and which cluster of which spec that is. */
final class Clusters {

    /** A cluster of a spec. */
    record Slot(Draft draft, Cluster cluster) {}

    /** A cluster that recordings are about. */
    static final class Entity {
        private final Optional<String> name;
        private Optional<String> region;
        private Optional<String> account;
        private final List<Observation> observations = new ArrayList<>();
        private @Nullable Slot slot;

        private Entity(Optional<String> name, Optional<String> region, Optional<String> account) {
            this.name = name;
            this.region = region;
            this.account = account;
        }

        Optional<String> name() {
            return name;
        }

        Optional<String> region() {
            return region;
        }

        Optional<String> account() {
            return account;
        }

        List<Observation> observations() {
            return observations;
        }

        /** The cluster of a spec that this is; empty when no spec describes it. */
        Optional<Slot> slot() {
            return Optional.ofNullable(slot);
        }

        void add(Observation observation) {
            observations.add(observation);
        }

        private boolean fits(Optional<String> otherRegion, Optional<String> otherAccount) {
            return agree(region, otherRegion) && agree(account, otherAccount);
        }

        private Set<String> mentions() {
            return observations.stream()
                    .filter(o -> o.fact() instanceof Cluster)
                    .flatMap(o -> Mentions.of(o.fact()).stream())
                    .collect(Collectors.toSet());
        }
    }

    private final List<Entity> entities = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Consumer<Problem> problems;

    Clusters(List<Draft> drafts, Consumer<Problem> problems) {
        this.problems = problems;
        for (Draft draft : drafts) {
            draft.facts().stream()
                    .filter(f -> f instanceof Cluster)
                    .forEach(f -> slots.add(new Slot(draft, (Cluster) f)));
        }
    }

    List<Entity> entities() {
        return entities;
    }

    /**
     * Sorts observations that name their cluster by cluster. Those that name Region and account come first, so that one that
     * says less joins them when only one fits.
     *
     * @return the observations of which it cannot be told which of several clusters of that name they are about
     */
    Set<Observation> sort(List<Observation> observations) {
        Set<Observation> open = new LinkedHashSet<>();
        List<Observation> inOrder = new ArrayList<>(observations);
        inOrder.sort((a, b) -> Integer.compare(said(b), said(a)));
        Map<String, List<Entity>> byName = new LinkedHashMap<>();
        for (Observation observation : inOrder) {
            Optional<String> region = observation.recording().region();
            Optional<String> account = observation.recording().accountId();
            Optional<String> name = observation.clusterName();
            if (name.isEmpty()) {
                Entity nameless = new Entity(name, region, account);
                nameless.add(observation);
                entities.add(nameless);
                continue;
            }
            List<Entity> named = byName.computeIfAbsent(name.get(), n -> new ArrayList<>());
            List<Entity> fitting =
                    named.stream().filter(e -> e.fits(region, account)).toList();
            if (fitting.size() > 1) {
                open.add(observation);
                continue;
            }
            Entity entity;
            if (fitting.isEmpty()) {
                entity = new Entity(name, region, account);
                named.add(entity);
                entities.add(entity);
            } else {
                entity = fitting.get(0);
                entity.region = entity.region.or(() -> region);
                entity.account = entity.account.or(() -> account);
            }
            entity.add(observation);
        }
        return open;
    }

    /** Finds for each recorded cluster the spec that describes it: by name, Region and account, else by shared ids. */
    void link() {
        Map<Slot, Set<String>> idsOfSlots = new LinkedHashMap<>();
        Map<Entity, List<Slot>> candidates = new LinkedHashMap<>();
        for (Entity entity : entities) {
            List<Slot> fitting = slots.stream()
                    .filter(s -> entity.name().isPresent()
                            && entity.name().equals(s.cluster().name().known())
                            && entity.fits(
                                    s.cluster().region().known(),
                                    s.cluster().accountId().known()))
                    .toList();
            if (fitting.size() > 1) {
                fitting = sharing(entity, fitting, idsOfSlots);
            }
            candidates.put(entity, fitting);
        }
        candidates.forEach((entity, fitting) -> {
            List<Entity> rivals = candidates.entrySet().stream()
                    .filter(e -> fitting.stream().anyMatch(e.getValue()::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            if (fitting.size() == 1 && rivals.size() == 1) {
                entity.slot = fitting.get(0);
            } else if (fitting.size() == 1
                    && sharing(entity, fitting, idsOfSlots).size() == 1
                    && rivals.stream()
                                    .filter(r -> sharesId(r, fitting.get(0), idsOfSlots))
                                    .count()
                            == 1
                    && sharesId(entity, fitting.get(0), idsOfSlots)) {
                entity.slot = fitting.get(0);
            } else if (!fitting.isEmpty()) {
                problems.accept(Problem.warning(
                        "ambiguous-evidence",
                        entity.observations().get(0).recording().place(),
                        "recordings of cluster %s fit %s; they are joined with none"
                                .formatted(
                                        entity.name().orElse(""),
                                        fitting.size() > 1
                                                ? "several specs: "
                                                        + fitting.stream()
                                                                .map(s -> s.draft()
                                                                        .id())
                                                                .collect(Collectors.joining(", "))
                                                : "%s, and so do those of another cluster of that name"
                                                        .formatted(fitting.get(0)
                                                                .draft()
                                                                .id()))));
            }
        });
    }

    /** The clusters of the run that have a name; one that a spec describes and recordings are about counts once. */
    List<Object> named() {
        List<Object> named = new ArrayList<>(
                entities.stream().filter(e -> e.name().isPresent()).toList());
        Set<Slot> taken = entities.stream().flatMap(e -> e.slot().stream()).collect(Collectors.toSet());
        slots.stream().filter(s -> !taken.contains(s)).forEach(named::add);
        return named;
    }

    /** Those of the named clusters that fit, by name and Region. */
    List<Entity> fitting(BiPredicate<String, Optional<String>> test) {
        return named().stream()
                .filter(c -> {
                    Optional<Entity> entity = c instanceof Entity e ? Optional.of(e) : Optional.empty();
                    Optional<Cluster> spec = c instanceof Slot s
                            ? Optional.of(s.cluster())
                            : entity.flatMap(Entity::slot).map(Slot::cluster);
                    Optional<String> name = entity.flatMap(Entity::name)
                            .or(() -> spec.flatMap(s -> s.name().known()));
                    Optional<String> region = entity.flatMap(Entity::region)
                            .or(() -> spec.flatMap(s -> s.region().known()));
                    return name.isPresent() && test.test(name.get(), region);
                })
                .map(this::entityOf)
                .toList();
    }

    /** The recorded cluster for a slot, made when no recording is about it yet. */
    Entity entityOf(Object cluster) {
        if (cluster instanceof Entity entity) {
            return entity;
        }
        Slot slot = (Slot) cluster;
        Entity entity = new Entity(
                slot.cluster().name().known(),
                slot.cluster().region().known(),
                slot.cluster().accountId().known());
        entity.slot = slot;
        entities.add(entity);
        return entity;
    }

    static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static int said(Observation o) {
        return (o.recording().region().isPresent() ? 1 : 0)
                + (o.recording().accountId().isPresent() ? 1 : 0);
    }

    private List<Slot> sharing(Entity entity, List<Slot> fitting, Map<Slot, Set<String>> idsOfSlots) {
        List<Slot> sharing =
                fitting.stream().filter(s -> sharesId(entity, s, idsOfSlots)).toList();
        return sharing.isEmpty() ? fitting : sharing;
    }

    private static boolean sharesId(Entity entity, Slot slot, Map<Slot, Set<String>> idsOfSlots) {
        Set<String> ids = idsOfSlots.computeIfAbsent(slot, s -> {
            Set<String> all = new HashSet<>();
            s.draft().facts().forEach(f -> all.addAll(Mentions.of(f)));
            return all;
        });
        return entity.mentions().stream().anyMatch(ids::contains);
    }

    /** Where a cluster is described, for messages. */
    static Place placeOf(Entity entity) {
        return entity.observations().stream()
                .filter(o -> o.fact() instanceof Cluster)
                .findFirst()
                .orElseGet(() -> entity.observations().get(0))
                .fact()
                .place();
    }
}
