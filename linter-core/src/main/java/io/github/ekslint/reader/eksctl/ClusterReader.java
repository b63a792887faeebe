package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cluster itself. Defaults are those of eksctl, or of the EKS API where eksctl leaves a field out
 * (<a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html">API_CreateCluster</a>).
 */
final class ClusterReader {

    private static final List<String> LOG_TYPES =
            List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    private final Spec spec;
    private final Network network;
    private final SecurityGroups groups;
    private final Fields root;
    private final Attributes.Builder attributes = Attributes.builder();

    private ClusterReader(Spec spec, Network network, SecurityGroups groups) {
        this.spec = spec;
        this.network = network;
        this.groups = groups;
        this.root = spec.root();
    }

    static void read(Spec spec, Network network, SecurityGroups groups) {
        new ClusterReader(spec, network, groups).read();
    }

    private void read() {
        attributes.set(Cluster.NAME, spec.name()).set(Cluster.REGION, spec.region());
        version();
        placement();
        endpoints();
        access();
        features();
        spec.add(new Cluster(spec.clusterKey(), spec.place(), Truth.yes(), spec.clusterKey(), attributes.build()));
    }

    private void version() {
        Optional<Node.Scalar> scalar =
                root.node().at("metadata", "version").flatMap(Node::asScalar).filter(s -> !s.isNull());
        Optional<Value<String>> written = root.child("metadata").flatMap(m -> Spec.text(m, "version"));
        attributes.set(
                Cluster.VERSION_IS_TEXT,
                scalar.<Value<Boolean>>map(s -> Value.explicit(s.kind() == Node.Scalar.Kind.TEXT, s.place()))
                        .orElseGet(() -> Value.absent(spec.place())));
        String usual = spec.data().eksctl().version().toString();
        Value<String> version = written.orElseGet(
                () -> chosenByEksctl("metadata.version is not set, so the release of eksctl decides", usual));
        String word = version.known().map(v -> v.toLowerCase(Locale.ROOT)).orElse("");
        if (word.equals("auto") || word.equals("default")) {
            version = chosenByEksctl("eksctl's release decides what %s is".formatted(word), usual);
        } else if (word.equals("latest")) {
            version = chosenByEksctl("eksctl's release decides which version is the latest", null);
        }
        attributes.set(Cluster.VERSION, version);
    }

    private Value<String> chosenByEksctl(String why, @Nullable String likely) {
        Place at = root.node().at("metadata", "version").map(Node::place).orElse(spec.place());
        return new Value.Unresolved<>(why, List.of(at), List.of(spec.describeCluster()), likely, null);
    }

    private void placement() {
        Place at = spec.placeOf("vpc");
        Optional<Fields> vpc = root.child("vpc");
        attributes.set(Cluster.VPC, Value.explicit(network.vpc(), at));
        attributes.set(
                Cluster.SUBNET_IDS,
                vpc.flatMap(v -> v.texts("controlPlaneSubnetIDs"))
                        .filter(l -> !l.items().isEmpty() || !l.isComplete())
                        .map(l -> l.map(id -> SubnetRefs.byId(spec, network, id)))
                        .orElseGet(() -> subnets(vpc)));
        attributes.set(Cluster.SECURITY_GROUP_IDS, groups.controlPlane());
        attributes.set(Cluster.CLUSTER_SECURITY_GROUP, Value.byDefault(groups.cluster(), Spec.AWS, at));
        attributes.set(Cluster.MANAGES_NODE_SECURITY_GROUP_RULES, groups.managed());
        attributes.set(
                Cluster.CONTROL_PLANE_EGRESS_MODE,
                vpc.flatMap(v -> Spec.text(v, "controlPlaneEgressMode"))
                        .orElseGet(() -> Value.byDefault("AWS_MANAGED", Spec.AWS, at)));
        attributes.set(
                Cluster.OUTPOST_ARNS,
                block("outpost", o -> Spec.text(o, "controlPlaneOutpostARN"))
                        .map(arn -> Listing.explicit(List.of(arn), arn.places().toArray(Place[]::new)))
                        .orElseGet(() -> Listing.absent(spec.placeOf("outpost"))));
    }

    /** All subnets but those in Local Zones; the private ones alone when the spec says so. */
    private Listing<Ref> subnets(Optional<Fields> vpc) {
        Value<Boolean> privateOnly = vpc.flatMap(v -> v.flag("controlPlaneOnPrivateSubnets"))
                .orElseGet(() -> Spec.byEksctl(false, spec.placeOf("vpc")));
        boolean onlyPrivate = privateOnly.known().orElse(true);
        List<Network.Entry> entries = (onlyPrivate ? network.privates() : network.all())
                .stream().filter(e -> !e.local()).toList();
        boolean written = vpc.filter(v -> v.has("subnets")).isPresent();
        Listing<Ref> refs = network.refs(entries, written ? spec.placeOf("vpc", "subnets") : spec.placeOf("vpc"));
        return Spec.open(privateOnly).map(refs::withRest).orElse(refs);
    }

    private void endpoints() {
        Optional<Fields> vpc = root.child("vpc");
        Place at = spec.placeOf("vpc");
        boolean open = root.open("vpc").isPresent();
        Value<Boolean> isPrivate = spec.privateCluster();
        attributes.set(Cluster.PRIVATE_CLUSTER, isPrivate);
        Optional<Value.Unresolved<?>> unread = root.open("vpc").or(() -> vpc.flatMap(v -> v.open("clusterEndpoints")));
        Optional<Fields> written = vpc.flatMap(v -> v.child("clusterEndpoints"));
        Place endpoints = written.map(Fields::place).orElse(at);
        attributes.set(
                Cluster.ENDPOINT_PUBLIC_ACCESS, access(isPrivate, unread, written, "publicAccess", true, endpoints));
        attributes.set(
                Cluster.ENDPOINT_PRIVATE_ACCESS, access(isPrivate, unread, written, "privateAccess", false, endpoints));
        if (!open) {
            attributes.set(
                    Cluster.PUBLIC_ACCESS_CIDRS,
                    vpc.flatMap(v -> v.texts("publicAccessCIDRs"))
                            .filter(l -> !l.items().isEmpty() || !l.isComplete())
                            .orElseGet(() -> anywhere(at)));
        }
    }

    /** In a fully-private cluster the private endpoint alone is on, whatever is written. */
    private Value<Boolean> access(
            Value<Boolean> isPrivate,
            Optional<Value.Unresolved<?>> unread,
            Optional<Fields> written,
            String field,
            boolean usual,
            Place at) {
        Value<Boolean> otherwise = unread.<Value<Boolean>>map(Spec::unresolved)
                .or(() -> written.flatMap(w -> w.flag(field)))
                .orElseGet(() -> Value.byDefault(usual, Spec.AWS, at));
        return isPrivate.flatMap(on -> on
                ? Spec.byEksctl(!usual, isPrivate.places().stream().findFirst().orElse(at))
                : otherwise);
    }

    private Listing<Value<String>> anywhere(Place at) {
        List<Value<String>> cidrs = new ArrayList<>();
        cidrs.add(Value.byDefault("0.0.0.0/0", Spec.AWS, at));
        if (spec.ipFamily().known().filter("ipv6"::equals).isPresent()) {
            cidrs.add(Value.byDefault("::/0", Spec.AWS, at));
        }
        return Listing.byDefault(cidrs, Spec.AWS, at);
    }

    private void access() {
        boolean onOutposts = root.child("outpost")
                .filter(o -> o.has("controlPlaneOutpostARN"))
                .isPresent();
        Place at = spec.placeOf("accessConfig");
        attributes.set(
                Cluster.AUTHENTICATION_MODE,
                block("accessConfig", a -> Spec.text(a, "authenticationMode"))
                        .orElseGet(() -> Spec.byEksctl(onOutposts ? "CONFIG_MAP" : "API_AND_CONFIG_MAP", at)));
        attributes.set(
                Cluster.BOOTSTRAP_CLUSTER_CREATOR_ADMIN_PERMISSIONS,
                block("accessConfig", a -> a.flag("bootstrapClusterCreatorAdminPermissions"))
                        .orElseGet(() -> Value.byDefault(true, Spec.AWS, at)));
        block("iam", i -> Spec.text(i, "serviceRoleARN")).ifPresent(r -> attributes.set(Cluster.ROLE_ARN, r));
        attributes.set(
                Cluster.OIDC_PROVIDER,
                block("iam", i -> i.flag("withOIDC")).orElseGet(() -> Spec.byEksctl(false, spec.placeOf("iam"))));
        Tags tags = spec.tags();
        attributes.set(Cluster.TAGS, Value.explicit(tags, spec.placeOf("metadata", "tags")));
    }

    private void features() {
        attributes.set(Cluster.IP_FAMILY, spec.ipFamily());
        block("kubernetesNetworkConfig", k -> Spec.text(k, "serviceIPv4CIDR").or(() -> Spec.text(k, "serviceIPv6CIDR")))
                .ifPresent(c -> attributes.set(Cluster.SERVICE_CIDR, c));
        attributes.set(Cluster.LOGGING_TYPES, logging());
        attributes.set(
                Cluster.ENCRYPTION_KEY_ARN,
                block("secretsEncryption", s -> Spec.text(s, "keyARN"))
                        .orElseGet(() -> Value.absent(spec.placeOf("secretsEncryption"))));
        attributes.set(
                Cluster.SUPPORT_TYPE,
                block("upgradePolicy", u -> Spec.text(u, "supportType"))
                        .orElseGet(() -> Value.byDefault("EXTENDED", Spec.AWS, spec.placeOf("upgradePolicy"))));
        attributes.set(
                Cluster.AUTO_MODE,
                block("autoModeConfig", a -> a.flag("enabled"))
                        .orElseGet(() -> Spec.byEksctl(false, spec.placeOf("autoModeConfig"))));
        attributes.set(
                Cluster.ZONAL_SHIFT,
                block("zonalShiftConfig", z -> z.flag("enabled"))
                        .orElseGet(() -> Value.byDefault(false, Spec.AWS, spec.placeOf("zonalShiftConfig"))));
        block("karpenter", k -> k.text("version")).ifPresent(v -> attributes.set(Cluster.KARPENTER, v));
        attributes.set(Cluster.REMOTE_NODE_NETWORKS, remote("remoteNodeNetworks"));
        attributes.set(Cluster.REMOTE_POD_NETWORKS, remote("remotePodNetworks"));
        attributes.set(Cluster.CONNECTED, Spec.byEksctl(false, spec.place()));
    }

    private Listing<Value<String>> logging() {
        Place at = spec.placeOf("cloudWatch");
        Optional<Value.Unresolved<?>> open =
                root.open("cloudWatch").or(() -> root.child("cloudWatch").flatMap(c -> c.open("clusterLogging")));
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        Listing<Value<String>> types = root.child("cloudWatch")
                .flatMap(c -> c.child("clusterLogging"))
                .flatMap(c -> c.texts("enableTypes"))
                .orElseGet(() -> Listing.byDefault(List.of(), Spec.AWS, at));
        Optional<Value<String>> all = types.items().stream()
                .filter(t ->
                        t.known().filter(w -> w.equals("*") || w.equals("all")).isPresent())
                .findFirst();
        return all.map(every -> new Listing<>(
                        LOG_TYPES.stream().map(type -> every.map(e -> type)).toList(),
                        types.rest(),
                        types.provenance(),
                        types.origin(),
                        types.places()))
                .orElse(types);
    }

    private Listing<Value<String>> remote(String field) {
        Place at = spec.placeOf("remoteNetworkConfig");
        Optional<Fields> config = root.child("remoteNetworkConfig");
        Optional<Value.Unresolved<?>> open =
                root.open("remoteNetworkConfig").or(() -> config.flatMap(c -> c.open(field)));
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        List<Value<String>> cidrs = new ArrayList<>();
        List<Fields> networks = config.map(c -> c.children(field)).orElse(List.of());
        for (Fields network : networks) {
            Optional<Listing<Value<String>>> listed = network.texts("cidrs");
            if (listed.isPresent() && listed.get().openEnd().isPresent()) {
                return Spec.unresolvedList(listed.get().openEnd().get());
            }
            listed.ifPresent(l -> cidrs.addAll(l.items()));
        }
        return networks.isEmpty()
                ? Listing.absent(at)
                : Listing.explicit(cidrs, spec.placeOf("remoteNetworkConfig", field));
    }

    /** A value in a block of the document; unresolved when a placeholder stands for the block. */
    private <T> Optional<Value<T>> block(String name, Function<Fields, Optional<Value<T>>> field) {
        Optional<Value<T>> open = root.open(name).map(Spec::unresolved);
        return open.or(() -> root.child(name).flatMap(field));
    }
}
