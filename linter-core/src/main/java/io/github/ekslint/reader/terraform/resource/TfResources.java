package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.KnownClusters;
import io.github.ekslint.reference.ZoneName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of one root module, and the facts that are made of them. */
final class TfResources {

    private final ReaderContext context;
    private final Map<String, List<TfResource>> byType = new LinkedHashMap<>();
    private final Map<String, List<TfResource>> dataByType = new LinkedHashMap<>();
    private final Map<String, TfResource> byKey = new LinkedHashMap<>();
    private final Map<String, TfResource> dataByKey = new HashMap<>();
    private final Map<String, TfResource> byId = new HashMap<>();
    private final Map<String, Map<String, List<TfResource>>> naming = new HashMap<>();
    private final Map<String, List<TfResource>> lost = new HashMap<>();
    private final Map<String, String> impliedById = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final KnownClusters clusters = new KnownClusters();

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
                implied(resource);
            } else {
                dataByKey.put(resource.key(), resource);
            }
        }
    }

    /** What AWS created with a resource that is there already. */
    private void implied(TfResource resource) {
        Props props = resource.attributes();
        switch (resource.type()) {
            case "aws_vpc" -> {
                implied(props, "default_security_group_id", TfTargets.defaultSecurityGroup(resource.key()));
                implied(props, "default_network_acl_id", TfTargets.defaultNetworkAcl(resource.key()));
                implied(props, "default_route_table_id", TfTargets.mainRouteTable(resource.key()));
            }
            case "aws_eks_cluster" ->
                implied(
                        props.block("vpc_config"),
                        "cluster_security_group_id",
                        TfTargets.clusterSecurityGroup(resource.key()));
            default -> {}
        }
    }

    private void implied(Props props, String attribute, String key) {
        props.text(attribute).flatMap(Value::known).ifPresent(id -> impliedById.put(id, key));
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
        Optional<String> found = find(ref).map(TfResource::key).or(() -> Optional.ofNullable(ref.key()));
        return found.or(() -> ref.id().known().map(impliedById::get)).orElse(null);
    }

    /** The resource of that key. */
    Optional<TfResource> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The data source of that key. */
    Optional<TfResource> dataByKey(String key) {
        return Optional.ofNullable(dataByKey.get(key));
    }

    /** The resources of a type that name another one in an attribute. */
    List<TfResource> naming(TfResource resource, String attribute, String type) {
        return namingKey(resource.key(), attribute, type);
    }

    /** The resources of a type that name the fact of that key in an attribute. */
    List<TfResource> namingKey(String key, String attribute, String type) {
        return naming.computeIfAbsent(type + "." + attribute, t -> index(type, attribute))
                .getOrDefault(key, List.of());
    }

    /** The account that a data source found; empty when none did. */
    Optional<String> account() {
        return data("aws_caller_identity").stream()
                .flatMap(d -> d.attributes().text("account_id").flatMap(Value::known).stream())
                .findFirst();
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

    /** The resources of a type of which it is not known what an attribute names: it may be any resource of this module. */
    List<TfResource> lost(String type, String attribute) {
        return lost.computeIfAbsent(type + "." + attribute, t -> of(type).stream()
                .filter(r -> r.attributes()
                        .ref(attribute)
                        .filter(Value::isUnresolved)
                        .isPresent())
                .toList());
    }

    /** Whether no resource and no data source before this one is of the same id. */
    boolean isFirstOfItsId(TfResource data) {
        Optional<String> id = data.attributes().text("id").flatMap(Value::known);
        return id.isEmpty() || (!byId.containsKey(id.get()) && seen.add(data.type() + " " + id.get()));
    }

    /** The Region of a resource, by its provider or its zones; empty when neither tells. */
    Optional<Value<String>> region(TfResource resource) {
        Datum said = resource.region();
        if (!(said instanceof Datum.Nothing)) {
            return Optional.of(resource.attributes().text(said, "region"));
        }
        return of("aws_subnet").stream()
                .flatMap(s -> s.attributes().text("availability_zone").stream())
                .flatMap(z -> z.known().flatMap(ZoneName::parse).stream().map(parsed -> z.map(name -> parsed.region())))
                .findFirst();
    }

    /** The clusters, as far as they have been read. */
    KnownClusters clusters() {
        return clusters;
    }

    /** The key of the cluster that an attribute names; null when it is none of this module. */
    @Nullable
    String clusterOf(Props props, String attribute) {
        Optional<Value<Ref>> ref = props.ref(attribute);
        return clusters.of(ref, ref.flatMap(Value::known).map(this::keyOf).orElse(null));
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
