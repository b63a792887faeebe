package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code managedNodeGroups} and the self-managed {@code nodeGroups}
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/nodegroups.html">eksctl User Guide, nodegroups</a>). A managed group
 * with a launch template of its own gets from eksctl only what the template may not carry.
 */
final class NodeGroups {

    private static final int USUAL_SIZE = 2;
    private static final int USUAL_HOP_LIMIT = 2;

    private final Spec spec;
    private final Network network;
    private final SecurityGroups groups;
    private final Fields fields;
    private final boolean managed;
    private final Place at;
    private final String name;
    private final boolean ownTemplate;
    private final Attributes.Builder attributes = Attributes.builder();

    private NodeGroups(Spec spec, Network network, SecurityGroups groups, Fields fields, boolean managed, int index) {
        this.spec = spec;
        this.network = network;
        this.groups = groups;
        this.fields = fields;
        this.managed = managed;
        this.at = fields.place();
        this.name = fields.node().text("name").orElse("#" + index);
        this.ownTemplate = managed && fields.has("launchTemplate");
    }

    static void read(Spec spec, Network network, SecurityGroups groups) {
        readAll(spec, network, groups, "managedNodeGroups", true);
        readAll(spec, network, groups, "nodeGroups", false);
    }

    private static void readAll(Spec spec, Network network, SecurityGroups groups, String section, boolean managed) {
        int index = 0;
        for (Fields fields : spec.root().children(section)) {
            new NodeGroups(spec, network, groups, fields, managed, ++index).read();
        }
    }

    private void read() {
        attributes.set(
                NodeGroup.NODEGROUP_NAME,
                Spec.text(fields, "name").orElseGet(() -> Value.unresolved("name is not set", List.of(at))));
        attributes.set(NodeGroup.MANAGED, Value.explicit(managed, at));
        attributes.set(NodeGroup.VERSION, Value.absent(at));
        Spec.text(fields, "releaseVersion").ifPresent(v -> attributes.set(NodeGroup.RELEASE_VERSION, v));
        new NodeImages(spec, fields, managed, ownTemplate).read(attributes);
        placement();
        Capacity.read(fields, managed, attributes);
        sizes();
        updates();
        security();
        metadataService();
        userData();
        launchTemplate();
        child("iam")
                .flatMap(i -> Spec.text(i, "instanceRoleARN"))
                .or(() -> Spec.text(fields, "instanceRoleARN"))
                .ifPresent(r -> attributes.set(NodeGroup.NODE_ROLE, r));
        child("iam")
                .flatMap(i -> Spec.text(i, "instanceProfileARN"))
                .ifPresent(p -> attributes.set(NodeGroup.IAM_INSTANCE_PROFILE, p));
        Tags tags = fields.tags("tags").orElse(Tags.NONE);
        attributes.set(NodeGroup.TAGS, Value.explicit(tags, place("tags")));
        String key = spec.mint("NodeGroup/" + name);
        spec.add(new NodeGroup(key, at, Truth.yes(), spec.clusterKey(), attributes.build()));
        IamRoles.ofNodeGroup(spec, fields, managed, key);
    }

    private Optional<Fields> child(String key) {
        return fields.child(key);
    }

    private Place place(String key) {
        return fields.node(key).map(n -> n.place()).orElse(at);
    }

    private Value<Boolean> privateNetworking() {
        return fields.flag("privateNetworking").orElseGet(() -> Spec.byEksctl(false, at));
    }

    private void placement() {
        Value<Boolean> isPrivate = privateNetworking();
        attributes.set(NodeGroup.PRIVATE_NETWORKING, isPrivate);
        Optional<Listing<Value<String>>> zones = zones("availabilityZones");
        Optional<Listing<Value<String>>> localZones = zones("localZones");
        zones.ifPresent(z -> attributes.set(NodeGroup.AVAILABILITY_ZONES, z));
        if (zones.isEmpty()) {
            attributes.set(NodeGroup.AVAILABILITY_ZONES, localZones.orElseGet(() -> Listing.absent(at)));
        }
        Optional<Value.Unresolved<?>> open = Spec.open(isPrivate);
        attributes.set(
                NodeGroup.SUBNETS,
                open.isPresent()
                        ? Spec.unresolvedList(open.get())
                        : subnets(sideIsPrivate(isPrivate), zones, localZones));
    }

    private Optional<Listing<Value<String>>> zones(String key) {
        return fields.items(key, n -> Zones.name(fields, n))
                .filter(l -> !l.items().isEmpty() || !l.isComplete());
    }

    /** A fully-private cluster has private subnets only, whatever the group says. */
    private boolean sideIsPrivate(Value<Boolean> isPrivate) {
        return isPrivate.known().orElse(false) || spec.privateCluster().known().orElse(false);
    }

    private Listing<Ref> subnets(
            boolean isPrivate, Optional<Listing<Value<String>>> zones, Optional<Listing<Value<String>>> localZones) {
        Optional<Listing<Value<String>>> written =
                fields.texts("subnets").filter(l -> !l.items().isEmpty() || !l.isComplete());
        if (written.isPresent()) {
            return resolved(written.get(), isPrivate);
        }
        if (localZones.isPresent()) {
            return inZones(localZones.get(), isPrivate);
        }
        if (zones.isPresent()) {
            return inZones(zones.get(), isPrivate);
        }
        List<Network.Entry> side =
                network.side(isPrivate).stream().filter(e -> !e.local()).toList();
        if (side.isEmpty() && network.open().isEmpty()) {
            return Listing.unresolved(
                    "privateNetworking is %s, but the VPC has no %s subnets"
                            .formatted(isPrivate, isPrivate ? "private" : "public"),
                    List.of(at));
        }
        return network.refs(side, at);
    }

    private Listing<Ref> resolved(Listing<Value<String>> written, boolean isPrivate) {
        List<Ref> refs = new ArrayList<>();
        written.items().forEach(w -> refs.addAll(SubnetRefs.byName(spec, network, w, isPrivate)));
        return new Listing<>(refs, written.rest(), written.provenance(), written.origin(), written.places());
    }

    /** The subnets of the side that lie in the zones; a subnet whose zone is not known may lie in one of them. */
    private Listing<Ref> inZones(Listing<Value<String>> zones, boolean isPrivate) {
        Optional<Value.Unresolved<?>> rest = zones.openEnd().or(network::open);
        List<Ref> refs = new ArrayList<>();
        for (Value<String> zone : zones.items()) {
            List<Network.Entry> same = network.side(isPrivate).stream()
                    .filter(e -> Value.same("availabilityZone", e.subnet().availabilityZone(), zone)
                            .isTrue())
                    .toList();
            same.forEach(e -> refs.add(e.ref()));
            if (same.isEmpty()) {
                rest = rest.or(() -> Optional.of(new Value.Unresolved<>(
                        "no subnet of the spec is known to lie in the zone %s".formatted(zone.shown()),
                        zone.places(),
                        List.of(describe()),
                        null,
                        null)));
            }
        }
        return new Listing<>(refs, rest.orElse(null), zones.provenance(), zones.origin(), zones.places());
    }

    private Settlement describe() {
        return Settlement.command(NodeGroup.SUBNETS
                .command()
                .replace("{cluster}", spec.name().known().orElse("<name>"))
                .replace("{id}", name));
    }

    /** As eksctl completes them: each size from the others, two nodes when none is written. */
    private void sizes() {
        Optional<Value<Integer>> min = fields.integer("minSize");
        Optional<Value<Integer>> max = fields.integer("maxSize");
        Optional<Value<Integer>> desired = fields.integer("desiredCapacity");
        Value<Integer> minSize =
                min.or(() -> desired.map(this::derived)).orElseGet(() -> Spec.byEksctl(USUAL_SIZE, at));
        attributes.set(NodeGroup.MIN_SIZE, minSize);
        attributes.set(NodeGroup.MAX_SIZE, max.orElseGet(() -> derived(desired.orElse(minSize))));
        attributes.set(NodeGroup.DESIRED_SIZE, desired.orElseGet(() -> derived(minSize)));
    }

    private Value<Integer> derived(Value<Integer> other) {
        return other.flatMap(size -> Spec.byEksctl(size, at));
    }

    private void updates() {
        Optional<Fields> config = child("updateConfig");
        Optional<Value<Integer>> count = config.flatMap(u -> u.integer("maxUnavailable"));
        Optional<Value<Integer>> percentage = config.flatMap(u -> u.integer("maxUnavailablePercentage"));
        attributes.set(
                NodeGroup.MAX_UNAVAILABLE,
                count.orElseGet(
                        () -> managed && percentage.isEmpty() ? Value.byDefault(1, Spec.AWS, at) : Value.absent(at)));
        attributes.set(NodeGroup.MAX_UNAVAILABLE_PERCENTAGE, percentage.orElseGet(() -> Value.absent(at)));
        if (managed) {
            attributes.set(
                    NodeGroup.UPDATE_STRATEGY,
                    config.flatMap(u -> Spec.text(u, "updateStrategy"))
                            .orElseGet(() -> Value.byDefault("DEFAULT", Spec.AWS, at)));
        }
    }

    private void security() {
        Ssh ssh = Ssh.read(fields);
        attributes.set(NodeGroup.REMOTE_ACCESS_KEY, ssh.key());
        attributes.set(NodeGroup.REMOTE_ACCESS_SECURITY_GROUPS, ssh.sources().map(groups::named));
        if (!ownTemplate) {
            attributes.set(NodeGroup.SECURITY_GROUPS, securityGroups(ssh));
            attributes.set(NodeGroup.ASSOCIATE_PUBLIC_IP_ADDRESS, Value.absent(at));
            attributes.set(
                    NodeGroup.VOLUME_ENCRYPTED,
                    fields.flag("volumeEncrypted")
                            .orElseGet(() -> Value.unresolved(
                                    "volumeEncrypted is not set, so the account's default decides",
                                    List.of(at),
                                    Settlement.command("aws ec2 get-ebs-encryption-by-default --output json"))));
        }
    }

    private Listing<Ref> securityGroups(Ssh ssh) {
        Optional<Value.Unresolved<?>> open = fields.open("securityGroups");
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        Optional<Fields> block = child("securityGroups");
        List<Ref> refs = new ArrayList<>();
        if (managed) {
            refs.add(groups.cluster());
        } else {
            if (isOn(block, "withShared")) {
                refs.add(groups.sharedNode());
            }
            if (isOn(block, "withLocal")) {
                refs.add(groups.ofNodeGroup(name, ssh.rules(privateNetworking(), groups), at));
            }
        }
        Optional<Listing<Value<String>>> attached = block.flatMap(b -> b.texts("attachIDs"));
        if (attached.isEmpty()) {
            return Spec.byEksctl(refs, at);
        }
        Listing<Value<String>> ids = attached.get();
        for (Value<String> id : ids.items()) {
            Ref ref = groups.named(id);
            if (ref.key() == null || refs.stream().noneMatch(r -> ref.key().equals(r.key()))) {
                refs.add(ref);
            }
        }
        return new Listing<>(refs, ids.rest(), fields.provenance(), "", ids.places());
    }

    private static boolean isOn(Optional<Fields> block, String key) {
        return block.flatMap(b -> b.flag(key)).flatMap(Value::known).orElse(true);
    }

    private void metadataService() {
        if (ownTemplate) {
            return;
        }
        attributes.set(
                NodeGroup.HTTP_TOKENS,
                fields.flag("disableIMDSv1")
                        .map(f -> f.map(off -> off ? "required" : "optional"))
                        .orElseGet(() -> Spec.byEksctl("required", at)));
        attributes.set(
                NodeGroup.HTTP_PUT_RESPONSE_HOP_LIMIT,
                fields.flag("disablePodIMDS")
                        .map(f -> f.map(off -> off ? 1 : USUAL_HOP_LIMIT))
                        .orElseGet(() -> Spec.byEksctl(USUAL_HOP_LIMIT, at)));
    }

    /** The commands themselves are never kept. */
    private void userData() {
        if (ownTemplate) {
            return;
        }
        Optional<Value<String>> override = Spec.text(fields, "overrideBootstrapCommand");
        Optional<Place> own = override.map(o -> place("overrideBootstrapCommand"))
                .or(() -> fields.node("preBootstrapCommands").map(n -> n.place()));
        attributes.set(
                NodeGroup.USER_DATA,
                own.<Value<Boolean>>map(p -> Value.explicit(true, p)).orElseGet(() -> Spec.byEksctl(false, at)));
        attributes.set(
                NodeGroup.BOOTSTRAPS_CLUSTER,
                override.isEmpty()
                        ? Spec.byEksctl(true, at)
                        : Value.explicit(
                                BootstrapCommand.carriesCluster(fields.node()
                                        .text("overrideBootstrapCommand")
                                        .orElse("")),
                                place("overrideBootstrapCommand")));
    }

    private void launchTemplate() {
        Optional<Fields> template = managed ? child("launchTemplate") : Optional.empty();
        Optional<Value.Unresolved<?>> open = managed ? fields.open("launchTemplate") : Optional.empty();
        if (open.isPresent()) {
            attributes.set(NodeGroup.LAUNCH_TEMPLATE, Spec.unresolved(open.get()));
            return;
        }
        Optional<Value<String>> id = template.flatMap(t -> Spec.text(t, "id"));
        if (id.isEmpty()) {
            attributes.set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(at));
            return;
        }
        Attributes.Builder of = Attributes.builder().set(LaunchTemplate.LAUNCH_TEMPLATE_ID, id.get());
        template.flatMap(t -> Spec.text(t, "version")).ifPresent(v -> of.set(LaunchTemplate.VERSION_NUMBER, v));
        Place place = place("launchTemplate");
        String key = spec.mint("LaunchTemplate/" + name);
        spec.add(new LaunchTemplate(key, place, Truth.yes(), spec.clusterKey(), of.build()));
        attributes.set(NodeGroup.LAUNCH_TEMPLATE, Value.explicit(new Ref(id.get(), key), place));
    }
}
