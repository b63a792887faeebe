package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * The Kubernetes version that the nodes of a group run. A managed group says it, or follows its cluster when it is created. So does a
 * self-managed group for which eksctl picks the image
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/custom-ami-support.html">eksctl, custom AMI support</a>). What an image of the
 * customer's own or any other self-managed group runs only its nodes can tell.
 *
 * @param minor never absent
 * @param followsCluster whether it is the cluster's version at the time the nodes are made
 */
record GroupVersion(Value<MinorVersion> minor, boolean followsCluster) {

    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    /**
     * The version of a group's nodes.
     *
     * @param ofCluster the version of its cluster, before any planned upgrade
     */
    static GroupVersion of(NodeGroup group, Estate estate, Value<MinorVersion> ofCluster) {
        Truth custom = isCustomImage(group, estate);
        if (custom.isTrue() && group.imageVersion().known().isPresent()) {
            return new GroupVersion(group.imageVersion().flatMap(v -> Kubelets.parsed(v, group.imageVersion())), false);
        }
        if (custom.isTrue()) {
            return open("the image of %s is the customer's own".formatted(group.displayName()), group);
        }
        Value<MinorVersion> written = group.version().flatMap(text -> Kubelets.parsed(text, group.version()));
        boolean selfManaged =
                group.managed().known().filter(managed -> !managed).isPresent();
        if (selfManaged && written.isUnresolved()) {
            return open(
                    "%s is self-managed, so its nodes stay on the version they were made with"
                            .formatted(group.displayName()),
                    group);
        }
        if (!(written instanceof Value.Absent<MinorVersion>)) {
            return new GroupVersion(written, false);
        }
        Optional<GroupVersion> byRelease = ofRelease(group);
        if (byRelease.isPresent()) {
            return byRelease.get();
        }
        if (custom.isUnknown()) {
            return new GroupVersion(
                    new Value.Unresolved<>(
                            "the launch template of %s may name an image of its own".formatted(group.displayName()),
                            group.launchTemplate().places(),
                            custom.settledBy(),
                            null,
                            null),
                    false);
        }
        return new GroupVersion(following(ofCluster, group), true);
    }

    private static Value<MinorVersion> following(Value<MinorVersion> ofCluster, NodeGroup group) {
        if (ofCluster instanceof Value.Known<MinorVersion> known) {
            return Value.byDefault(known.value(), "its cluster", group.place());
        }
        return ofCluster instanceof Value.Unresolved<MinorVersion> open
                ? new Value.Unresolved<>(open.why(), List.of(group.place()), open.settledBy(), null, open.symbol())
                : ofCluster;
    }

    /** Whether the group's image is the customer's own: the AMI type says so, or the group or its launch template names an image. */
    static Truth isCustomImage(NodeGroup group, Estate estate) {
        if (group.amiType() instanceof Value.Known<String> known) {
            return Truth.of("CUSTOM".equals(known.value()), known.ground("amiType"));
        }
        return namesImage(group, estate);
    }

    /** Whether the group or its launch template names an image, whatever its AMI type says. */
    static Truth namesImage(NodeGroup group, Estate estate) {
        Truth own = group.imageId().isPresent("imageId");
        if (!own.isUnknown() || group.launchTemplate() instanceof Value.Absent<Ref>) {
            return own.isTrue() ? own : own.or(ofTemplate(group, estate));
        }
        return group.launchTemplate() instanceof Value.Known<Ref> ? ofTemplate(group, estate) : own;
    }

    private static Truth ofTemplate(NodeGroup group, Estate estate) {
        if (!(group.launchTemplate() instanceof Value.Known<Ref> template)) {
            return group.launchTemplate() instanceof Value.Absent<Ref>
                    ? Truth.no()
                    : group.launchTemplate().isPresent("launchTemplate");
        }
        return new LaunchTemplates(estate)
                .of(group)
                .map(t -> t.imageId().isPresent("imageId"))
                .orElseGet(() -> Truth.unknown(
                        "imageId",
                        "the launch template of %s is not recorded".formatted(group.displayName()),
                        template.places(),
                        LaunchTemplates.command(group).toArray(Settlement[]::new)));
    }

    /** An AMI release such as {@code 1.31.2-20241109} starts with the version; that of Bottlerocket has numbers of its own. */
    private static Optional<GroupVersion> ofRelease(NodeGroup group) {
        boolean bottlerocket =
                group.amiFamily().known().filter("BOTTLEROCKET"::equals).isPresent();
        return group.releaseVersion()
                .known()
                .filter(release -> !bottlerocket)
                .flatMap(MinorVersion::parse)
                .map(minor -> new GroupVersion(group.releaseVersion().map(r -> minor), false));
    }

    private static GroupVersion open(String why, NodeGroup group) {
        return new GroupVersion(Value.unresolved(why, List.of(group.place()), NODES), false);
    }
}
