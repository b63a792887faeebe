package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.KnownClusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources of stacks that belong together, and the facts that are made of them. */
final class StackResources {

    private final ReaderContext context;
    private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
    private final Map<String, Resource> byKey = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final KnownClusters clusters = new KnownClusters();

    StackResources(List<Stack> stacks, ReaderContext context) {
        this.context = context;
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources().values()) {
                if (!resource.existence().isFalse()) {
                    byType.computeIfAbsent(resource.type(), t -> new ArrayList<>())
                            .add(resource);
                    byKey.put(resource.key(), resource);
                }
            }
        }
    }

    ReaderContext context() {
        return context;
    }

    /** The resources of some types, type by type. */
    List<Resource> of(String... types) {
        List<Resource> found = new ArrayList<>();
        for (String type : types) {
            found.addAll(byType.getOrDefault(type, List.of()));
        }
        return found;
    }

    /** The resource that a reference by key means. */
    Optional<Resource> byKey(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }

    /** The resources of a type that name another one in a property. */
    List<Resource> naming(String key, String property, String... types) {
        return of(types).stream()
                .filter(r -> r.properties()
                        .ref(property)
                        .flatMap(v -> v.known())
                        .filter(ref -> key.equals(ref.key()))
                        .isPresent())
                .toList();
    }

    /** The clusters, as far as they have been read. */
    KnownClusters clusters() {
        return clusters;
    }

    /** The key of the cluster that a property names; null when it is none of these stacks. */
    @Nullable
    String clusterOf(Props props, String property) {
        Optional<Value<Ref>> ref = props.ref(property);
        return clusters.of(ref, ref.flatMap(Value::known).map(Ref::key).orElse(null));
    }

    /** Whether one resource surely exists where another does. */
    static boolean existsWith(Resource resource, Resource other) {
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
