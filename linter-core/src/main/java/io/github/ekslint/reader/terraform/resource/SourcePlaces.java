package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives what a plan says the places of the source that it was made from: what is judged once is found where it is written. */
public final class SourcePlaces {

    private final Map<String, TfResource> exact = new HashMap<>();
    private final Map<String, TfResource> withoutKeys = new HashMap<>();

    private final SourceReferences references;

    private SourcePlaces(RootModule source, SourceReferences references) {
        this.references = references;
        source.resources().forEach(r -> {
            exact.put(r.address(), r);
            withoutKeys.putIfAbsent(withoutKeys(r.address()), r);
        });
    }

    /**
     * The source that a plan was made from: the one in the folder of the plan, else the only one that has the plan's clusters at the same
     * addresses and all of its parts.
     *
     * @return empty when there is none, or when several could be meant
     */
    public static Optional<RootModule> of(RootModule plan, List<RootModule> sources) {
        Optional<RootModule> beside = sources.stream()
                .filter(s -> folder(s).equals(folder(plan)) && haveOneThing(plan, s))
                .findFirst();
        if (beside.isPresent()) {
            return beside;
        }
        List<RootModule> fitting = sources.stream()
                .filter(s -> clusters(s).equals(clusters(plan))
                        && !clusters(plan).isEmpty()
                        && parts(s).containsAll(parts(plan)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The resources of a plan at the places of its source; what the source does not show keeps its place in the plan. */
    public static RootModule joined(RootModule plan, RootModule source) {
        Set<String> keys = plan.resources().stream().map(TfResource::key).collect(Collectors.toSet());
        SourcePlaces places = new SourcePlaces(source, new SourceReferences(keys));
        return new RootModule(
                source.id(),
                source.place(),
                plan.resources().stream().map(places::placed).toList());
    }

    private TfResource placed(TfResource planned) {
        TfResource written = exact.getOrDefault(planned.address(), withoutKeys.get(withoutKeys(planned.address())));
        if (written == null) {
            return planned;
        }
        Place place = written.place().withAddress(planned.address());
        Props props = planned.attributes();
        Datum datum = placed(props.datum(), written.attributes().datum(), place);
        return new TfResource(
                planned.address(),
                planned.mode(),
                planned.type(),
                planned.exists(),
                planned.region(),
                new Props(datum, props.name(), place, props.problems()),
                place);
    }

    /** A value of the plan at the place of the source's; where the source writes none, at the place around it. */
    private Datum placed(Datum planned, @Nullable Datum written, Place around) {
        if (written != null && references.tell(planned, written)) {
            return written;
        }
        List<Place> own = written == null || written instanceof Datum.Nothing ? List.of() : written.places();
        List<Place> places = own.isEmpty() ? List.of(around) : own;
        if (planned instanceof Datum.Text text) {
            return new Datum.Text(text.pieces(), text.provenance(), places, text.target());
        }
        if (planned instanceof Datum.Items items) {
            List<Datum> placed = new ArrayList<>();
            for (int i = 0; i < items.items().size(); i++) {
                placed.add(placed(
                        items.items().get(i), item(written, i, items.items().size()), places.get(0)));
            }
            return new Datum.Items(placed, items.provenance(), places);
        }
        if (planned instanceof Datum.Members members) {
            return new Placed(this, members, written instanceof Datum.Members w ? w : null, places.get(0));
        }
        if (planned instanceof Datum.OpenList open) {
            return new Datum.OpenList(open.gap(), open.distinct(), places);
        }
        if (planned instanceof Datum.Unknown unknown) {
            return new Datum.Unknown(unknown.gap(), places);
        }
        return planned instanceof Datum.Nothing ? new Datum.Nothing(places) : planned;
    }

    /** An item of a list; a block that is written once is a list of one. */
    private static @Nullable Datum item(@Nullable Datum written, int index, int size) {
        if (written instanceof Datum.Items items) {
            return items.items().size() == size ? items.items().get(index) : null;
        }
        return size == 1 ? written : null;
    }

    /** The members of a plan's mapping at the places of the source's. */
    private record Placed(SourcePlaces sources, Datum.Members planned, Datum.@Nullable Members written, Place place)
            implements Datum.Members {
        @Override
        public Datum get(String key) {
            return sources.placed(planned.get(key), written == null ? null : written.get(key), place);
        }

        @Override
        public Set<String> keys() {
            return planned.keys();
        }

        @Override
        public Optional<Place> keyPlace(String key) {
            return written == null ? Optional.empty() : written.keyPlace(key);
        }

        @Override
        public @Nullable Gap rest() {
            return planned.rest();
        }
    }

    private static boolean haveOneThing(RootModule plan, RootModule source) {
        Set<String> shared = parts(plan);
        shared.retainAll(parts(source));
        return !shared.isEmpty();
    }

    /** Whether a plan has a cluster of a state: what is deployed is what it changes, and the plan says that as well. */
    public static boolean haveOneCluster(RootModule plan, RootModule state) {
        Map<String, String> names = names(state);
        return names(plan).entrySet().stream().anyMatch(e -> e.getValue().equals(names.get(e.getKey())));
    }

    private static Map<String, String> names(RootModule module) {
        Map<String, String> names = new HashMap<>();
        module.resources().stream()
                .filter(r -> r.is(Clusters.CLUSTER))
                .forEach(r ->
                        r.attributes().text("name").flatMap(Value::known).ifPresent(n -> names.put(r.address(), n)));
        return names;
    }

    private static Set<String> clusters(RootModule module) {
        Set<String> clusters = new HashSet<>();
        module.resources().stream()
                .filter(r -> r.is(Clusters.CLUSTER))
                .forEach(r -> clusters.add(withoutKeys(r.address())));
        return clusters;
    }

    /** The modules that the root module calls, and its own resources that are read. */
    private static Set<String> parts(RootModule module) {
        Set<String> parts = new HashSet<>();
        for (TfResource resource : module.resources()) {
            String[] words = withoutKeys(resource.address()).split("\\.");
            if (resource.mode() == TfResource.Mode.MANAGED && words.length > 1) {
                boolean called = words[0].equals("module");
                if (called
                        || resource.type().startsWith("aws_eks_")
                        || resource.type().equals(Vpcs.VPC)) {
                    parts.add(words[0] + "." + words[1]);
                }
            }
        }
        return parts;
    }

    private static String withoutKeys(String address) {
        return address.replaceAll("\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\]]*)]", "");
    }

    private static String folder(RootModule module) {
        String uri = module.place().file().uri();
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }
}
