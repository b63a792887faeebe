package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One ClusterConfig while it is read: what all its parts need to know, and the facts so far. */
final class Spec {

    /** Who sets what eksctl fills in or creates. */
    static final String EKSCTL = "eksctl";

    /** Who sets what neither the spec nor eksctl does. */
    static final String AWS = "AWS";

    private static final String REGION_PARAMETER = "AWS_REGION";

    private final Fields root;
    private final ReferenceData data;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Place place;
    private final Value<String> name;
    private final Value<String> region;
    private final String clusterKey;
    private final Value<Boolean> privateCluster;
    private final Value<String> ipFamily;

    Spec(Fields root, ReferenceData data) {
        this.root = root;
        this.data = data;
        Optional<Fields> metadata = root.child("metadata");
        this.place = metadata.map(Fields::place).orElse(root.place());
        this.name = metadata.flatMap(m -> text(m, "name")).orElseGet(this::noName);
        this.region = metadata.flatMap(m -> text(m, "region")).orElseGet(this::noRegion);
        this.clusterKey = mint(metadata.flatMap(m -> m.node().text("name"))
                .map(n -> "Cluster/" + n)
                .orElse("Cluster"));
        this.privateCluster = root.open("privateCluster")
                .<Value<Boolean>>map(Spec::unresolved)
                .or(() -> root.child("privateCluster").flatMap(p -> p.flag("enabled")))
                .orElseGet(() -> byEksctl(false, placeOf("privateCluster")));
        this.ipFamily = root.child("kubernetesNetworkConfig")
                .flatMap(k -> text(k, "ipFamily"))
                .map(v -> v.map(family -> family.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> byEksctl("ipv4", placeOf("kubernetesNetworkConfig")));
    }

    /** All facts of the spec. */
    List<Fact> read() {
        if (!root.has("kind")) {
            problem(Problem.error("missing-field", place, "kind is not set; eksctl needs ClusterConfig"));
        }
        KnownFields.check(root);
        Network network = Networks.read(this);
        SecurityGroups groups = SecurityGroups.read(this, network);
        ClusterReader.read(this, network, groups);
        IamRoles.ofCluster(this);
        NodeGroups.read(this, network, groups);
        PrivateEndpointsReader.read(this, network, groups);
        PrivateClusterReader.read(this);
        Workloads.read(this, network);
        return facts;
    }

    /** The whole document. */
    Fields root() {
        return root;
    }

    ReferenceData data() {
        return data;
    }

    /** Where the cluster is described: its metadata. Defaults without a block of their own stand here. */
    Place place() {
        return place;
    }

    Value<String> name() {
        return name;
    }

    Value<String> region() {
        return region;
    }

    /** Whether eksctl's fully-private mode is on. */
    Value<Boolean> privateCluster() {
        return privateCluster;
    }

    /** {@code ipv4} or {@code ipv6}. */
    Value<String> ipFamily() {
        return ipFamily;
    }

    String clusterKey() {
        return clusterKey;
    }

    /** The place of a block of the document, or of the metadata where the block is not written. */
    Place placeOf(String... keys) {
        String last = keys[keys.length - 1];
        Optional<Node> parent =
                keys.length == 1 ? Optional.of(root.node()) : root.node().at(Arrays.copyOf(keys, keys.length - 1));
        return parent.flatMap(Node::asMapping)
                .map(m -> m.members().get(last))
                .map(e -> (e.value() instanceof Node.Scalar ? e.value() : e.key()).place())
                .orElse(place);
    }

    /** A key that no other fact of the estate has: the wish, or the wish with a number. */
    String mint(String wish) {
        String key = wish;
        for (int n = 2; !keys.add(key); n++) {
            key = wish + "#" + n;
        }
        return key;
    }

    /** A key for a fact that several places of the spec refer to; it is added when it is first asked for. */
    String once(String key, Consumer<String> add) {
        if (keys.add(key)) {
            add.accept(key);
        }
        return key;
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    void problem(Problem problem) {
        root.problems().accept(problem);
    }

    /** A text that is written and not empty: eksctl takes an empty one for unset. */
    static Optional<Value<String>> text(Fields fields, String key) {
        return fields.text(key).filter(v -> v.known().filter(String::isBlank).isEmpty());
    }

    /** A value of eksctl's own. */
    static <T> Value<T> byEksctl(T value, Place at) {
        return Value.byDefault(value, EKSCTL, at);
    }

    /** A list of eksctl's own. */
    static <T> Listing<T> byEksctl(Collection<? extends T> items, Place at) {
        return Listing.byDefault(items, EKSCTL, at);
    }

    /** The same reason for a value of another type. */
    static <T> Value<T> unresolved(Value.Unresolved<?> reason) {
        return new Value.Unresolved<>(reason.why(), reason.places(), reason.settledBy(), null, null);
    }

    /** The same reason for a whole list. */
    static <T> Listing<T> unresolvedList(Value.Unresolved<?> reason) {
        return Listing.unresolved(
                reason.why(), reason.places(), reason.settledBy().toArray(Settlement[]::new));
    }

    /** The reason why a value is not known; empty when it is known or absent. */
    static Optional<Value.Unresolved<?>> open(Value<?> value) {
        return value instanceof Value.Unresolved<?> open ? Optional.of(open) : Optional.empty();
    }

    /** The id of something that eksctl or EKS will create. */
    Value<String> created(String by, Place at) {
        return Value.unresolved("%s creates it".formatted(by), List.of(at), describeCluster());
    }

    /** The tags that eksctl puts on everything it creates. */
    Tags tags() {
        return root.child("metadata").flatMap(m -> m.tags("tags")).orElse(Tags.NONE);
    }

    /** The command that records the cluster. */
    Settlement describeCluster() {
        return Settlement.command(
                Cluster.VERSION.command().replace("{id}", name.known().orElse("<name>")));
    }

    private Value<String> noName() {
        problem(Problem.error("missing-field", place, "metadata.name is not set; eksctl needs the cluster's name"));
        return Value.unresolved("metadata.name is not set", List.of(place));
    }

    private Value<String> noRegion() {
        String given = root.parameters().get(REGION_PARAMETER);
        return given != null
                ? Value.explicit(given, place)
                : Value.unresolved(
                        "metadata.region is not set, so the AWS profile decides",
                        List.of(place),
                        Settlement.parameter(REGION_PARAMETER));
    }
}
