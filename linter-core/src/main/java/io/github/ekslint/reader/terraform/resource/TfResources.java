package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Props;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources of one root module, and the facts that are made of them. */
final class TfResources {

    private final ReaderContext context;
    private final Map<String, List<TfResource>> byType = new LinkedHashMap<>();
    private final Map<String, List<TfResource>> dataByType = new LinkedHashMap<>();
    private final Map<String, TfResource> byKey = new LinkedHashMap<>();
    private final Map<String, TfResource> byId = new HashMap<>();
    private final Map<String, Map<String, List<TfResource>>> naming = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> clusters = new ArrayList<>();
    private final Map<String, String> clustersByName = new LinkedHashMap<>();

    TfResources(List<TfResource> resources, ReaderContext context) {
        this.context = context;
        for (TfResource resource : resources) {
            if (resource.existence().isFalse()) {
                continue;
            }
            boolean managed = resource.mode() == TfResource.Mode.MANAGED;
            (managed ? byType : dataByType)
                    .computeIfAbsent(resource.type(), t -> new ArrayList<>())
                    .add(resource);
            if (managed) {
                byKey.put(resource.key(), resource);
                resource.attributes().text("id").flatMap(Value::known).ifPresent(id -> byId.put(id, resource));
            }
        }
    }

    ReaderContext context() {
        return context;
    }

    /** The resources of some types, type by type. */
    List<TfResource> of(String... types) {
        return ofAll(byType, types);
    }

    /** The data sources of some types, type by type. */
    List<TfResource> data(String... types) {
        return ofAll(dataByType, types);
    }

    private static List<TfResource> ofAll(Map<String, List<TfResource>> all, String... types) {
        List<TfResource> found = new ArrayList<>();
        for (String type : types) {
            found.addAll(all.getOrDefault(type, List.of()));
        }
        return found;
    }

    /** The resource that a reference means, by key or by an id that is known already. */
    Optional<TfResource> find(Ref ref) {
        return Optional.ofNullable(ref.key())
                .map(byKey::get)
                .or(() -> ref.id().known().map(byId::get));
    }

    /** The resource that an attribute names. */
    Optional<TfResource> named(Props props, String attribute) {
        return props.ref(attribute).flatMap(Value::known).flatMap(this::find);
    }

    /** The key of a reference's resource; null when it is none of this module. */
    @Nullable
    String keyOf(Ref ref) {
        return find(ref).map(TfResource::key).orElse(ref.key());
    }

    /** The resources of some types that name another one in an attribute. */
    List<TfResource> naming(TfResource resource, String attribute, String... types) {
        List<TfResource> found = new ArrayList<>();
        for (String type : types) {
            found.addAll(naming.computeIfAbsent(type + "." + attribute, t -> index(type, attribute))
                    .getOrDefault(resource.key(), List.of()));
        }
        return found;
    }

    private Map<String, List<TfResource>> index(String type, String attribute) {
        Map<String, List<TfResource>> index = new HashMap<>();
        for (TfResource one : of(type)) {
            one.attributes()
                    .ref(attribute)
                    .flatMap(Value::known)
                    .map(this::keyOf)
                    .ifPresent(key ->
                            index.computeIfAbsent(key, k -> new ArrayList<>()).add(one));
        }
        return index;
    }

    /** Remembers a cluster, so that what belongs to it finds it. */
    void cluster(String key, Optional<String> name) {
        clusters.add(key);
        name.ifPresent(n -> clustersByName.putIfAbsent(n, key));
    }

    /** The key of the cluster that an attribute names; null when it is none of this module. */
    @Nullable
    String clusterOf(Props props, String attribute) {
        Optional<Ref> ref = props.ref(attribute).flatMap(Value::known);
        String key = ref.map(this::keyOf).orElse(null);
        return key != null && clusters.contains(key)
                ? key
                : ref.flatMap(r -> r.id().known()).map(clustersByName::get).orElse(null);
    }

    /** The only cluster; null when there is none, or several. */
    @Nullable
    String onlyCluster() {
        return clusters.size() == 1 ? clusters.get(0) : null;
    }

    /** The key of the cluster of that name; null when there is none. */
    @Nullable
    String clusterNamed(String name) {
        return clustersByName.get(name);
    }

    List<String> clusters() {
        return clusters;
    }

    /** Whether one resource surely exists where another does. */
    static boolean existsWith(TfResource resource, TfResource other) {
        Truth implied = other.existence().not().or(resource.existence());
        return implied.isTrue();
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    List<Fact> facts() {
        return facts;
    }
}
