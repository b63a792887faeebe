package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Estates of a cluster, its node groups and its nodes in few words. */
final class Fleet {

    static final Place PLACE = new SourceFile("cluster.yaml", List.of()).start();
    static final String CLUSTER = "Cluster/prod";
    static final Settlement PARAMETER = Settlement.parameter("K8S_VERSION");

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Fact> observed = new HashMap<>();
    private Estate.Tool tool = Estate.Tool.EKSCTL;

    private Fleet() {}

    /** A cluster whose version is written. */
    static Fleet of(String version) {
        return of(Value.explicit(version, PLACE));
    }

    static Fleet of(Value<String> version) {
        return with(b -> b.set(Cluster.VERSION, version));
    }

    /** A cluster whose version is a placeholder. */
    static Fleet ofPlaceholder() {
        return of(Value.unresolved("${K8S_VERSION} stands in for it", List.of(PLACE), PARAMETER));
    }

    static Fleet with(Consumer<Attributes.Builder> cluster) {
        Fleet fleet = new Fleet();
        Attributes.Builder attributes = Attributes.builder().set(Cluster.NAME, Value.explicit("prod", PLACE));
        cluster.accept(attributes);
        fleet.facts.add(new Cluster(CLUSTER, PLACE, Truth.yes(), CLUSTER, attributes.build()));
        return fleet;
    }

    /** Nodes without a cluster. */
    static Fleet withoutCluster() {
        return new Fleet();
    }

    /** A recorded cluster beside the spec. */
    Fleet running(String version) {
        Attributes attributes =
                Attributes.builder().set(Cluster.VERSION, observed(version)).build();
        observed.put(CLUSTER, new Cluster(CLUSTER, PLACE, Truth.yes(), CLUSTER, attributes));
        return this;
    }

    Fleet tool(Estate.Tool other) {
        tool = other;
        return this;
    }

    /** A node group that EKS manages and whose version is not written. */
    Fleet managed(String name, Consumer<Attributes.Builder> more) {
        return group(name, b -> {
            b.set(NodeGroup.MANAGED, Value.explicit(true, PLACE))
                    .set(NodeGroup.VERSION, Value.absent(PLACE))
                    .set(NodeGroup.IMAGE_ID, Value.absent(PLACE))
                    .set(NodeGroup.LAUNCH_TEMPLATE, Value.absent(PLACE));
            more.accept(b);
        });
    }

    Fleet group(String name, Consumer<Attributes.Builder> more) {
        Attributes.Builder attributes = Attributes.builder().set(NodeGroup.NODEGROUP_NAME, Value.explicit(name, PLACE));
        more.accept(attributes);
        facts.add(new NodeGroup("NodeGroup/" + name, PLACE, Truth.yes(), CLUSTER, attributes.build()));
        return this;
    }

    /** A recorded node; it belongs to no group when the group is empty. */
    Fleet node(String name, String group, String kubelet, Consumer<Attributes.Builder> more) {
        Attributes.Builder attributes = Attributes.builder()
                .set(Node.NAME, observed(name))
                .set(Node.KUBELET_VERSION, observed(kubelet))
                .set(Node.COMPUTE_TYPE, observed("ec2"))
                .set(Node.NODEGROUP_NAME, group.isEmpty() ? Value.absent(PLACE) : observed(group));
        more.accept(attributes);
        String cluster = facts.stream().anyMatch(Cluster.class::isInstance) ? CLUSTER : null;
        facts.add(new Node("Node/" + name, PLACE, Truth.yes(), cluster, attributes.build()));
        return this;
    }

    Fleet node(String name, String group, String kubelet) {
        return node(name, group, kubelet, b -> {});
    }

    /** A row of a recorded describe-cluster-versions answer. */
    Fleet offered(String minor, Consumer<Attributes.Builder> more) {
        Attributes.Builder attributes = Attributes.builder()
                .set(ClusterVersion.CLUSTER_VERSION, observed(minor))
                .set(ClusterVersion.DEFAULT_VERSION, observed(false));
        more.accept(attributes);
        facts.add(new ClusterVersion("ClusterVersion/" + minor, PLACE, Truth.yes(), null, attributes.build()));
        return this;
    }

    Fleet template(String id, Consumer<Attributes.Builder> more) {
        Attributes.Builder attributes = Attributes.builder().set(LaunchTemplate.LAUNCH_TEMPLATE_ID, observed(id));
        more.accept(attributes);
        facts.add(new LaunchTemplate("LaunchTemplate/" + id, PLACE, Truth.yes(), CLUSTER, attributes.build()));
        return this;
    }

    Fleet instanceType(String name, boolean gpu, String... architectures) {
        facts.add(new InstanceType(
                "InstanceType/" + name,
                PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(InstanceType.INSTANCE_TYPE, observed(name))
                        .set(InstanceType.GPU, observed(gpu))
                        .set(
                                InstanceType.SUPPORTED_ARCHITECTURES,
                                Listing.observed(
                                        Arrays.stream(architectures)
                                                .map(Fleet::observed)
                                                .toList(),
                                        "recorded",
                                        PLACE))
                        .build()));
        return this;
    }

    Estate estate() {
        return new Estate("cluster.yaml", tool, facts, observed);
    }

    ControlPlane controlPlane(String today) {
        return new ControlPlanes().derive(estate(), on(today)).findFirst().orElseThrow();
    }

    List<Kubelet> kubelets() {
        return new Kubelets().derive(estate(), on("2026-11-22")).toList();
    }

    List<NodeImage> images() {
        return new NodeImages().derive(estate(), on("2026-11-22")).toList();
    }

    NodeGroupMachines machines() {
        return new Machines().derive(estate(), on("2026-11-22")).findFirst().orElseThrow();
    }

    static Circumstances on(String today) {
        return new Circumstances(TestReferenceData.data(), LocalDate.parse(today), Optional.empty());
    }

    static Circumstances planned(String target) {
        return new Circumstances(TestReferenceData.data(), LocalDate.parse("2026-11-22"), MinorVersion.parse(target));
    }

    static <T> Value<T> written(T value) {
        return Value.explicit(value, PLACE);
    }

    static <T> Value<T> observed(T value) {
        return Value.observed(value, "recorded", PLACE);
    }

    static Value<Ref> templateRef(String id) {
        return written(Ref.byId(written(id)));
    }

    static Listing<Value<String>> types(String... names) {
        return Listing.explicit(Arrays.stream(names).map(Fleet::written).toList(), PLACE);
    }
}
