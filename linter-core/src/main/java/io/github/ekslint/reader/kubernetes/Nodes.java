package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes as their kubelets report them. */
final class Nodes {

    /** Labels that name the cluster, the surest first. */
    private static final List<String> CLUSTER =
            List.of("eks.amazonaws.com/cluster", "eks.amazonaws.com/cluster-name", "alpha.eksctl.io/cluster-name");

    private static final List<String> NODEGROUP =
            List.of("eks.amazonaws.com/nodegroup", "alpha.eksctl.io/nodegroup-name");

    private static final List<String> NODE_POOL = List.of("karpenter.sh/nodepool", "karpenter.sh/provisioner-name");

    private static final List<String> CAPACITY =
            List.of("eks.amazonaws.com/capacityType", "karpenter.sh/capacity-type", "node-lifecycle");

    private static final List<String> INSTANCE_TYPE =
            List.of("node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type");

    private static final List<String> ZONE =
            List.of("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone");

    private static final List<String> REGION =
            List.of("topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region");

    private static final Pattern PROVIDER_ID = Pattern.compile("aws:///([^/]+)/(i-[0-9a-f]+|fargate-.*)");

    private Nodes() {}

    /** The node of an object. */
    static Node node(Fields object) {
        Attributes.Builder attributes = Attributes.builder();
        Fields metadata = object.child("metadata").orElse(object);
        Tags labels = metadata.tags("labels").orElse(Tags.NONE);
        Optional<Fields> status = object.child("status");
        Optional<Fields> info = status.flatMap(s -> s.child("nodeInfo"));
        Optional<Value<String>> name = metadata.text("name");
        name.ifPresent(n -> attributes.set(Node.NAME, n));
        label(attributes, Node.CLUSTER_NAME, labels, CLUSTER, metadata);
        label(attributes, Node.NODEGROUP_NAME, labels, NODEGROUP, metadata);
        label(attributes, Node.NODE_POOL, labels, NODE_POOL, metadata);
        label(attributes, Node.INSTANCE_TYPE, labels, INSTANCE_TYPE, metadata);
        label(attributes, Node.REGION, labels, REGION, metadata);
        label(attributes, Node.ZONE_ID, labels, List.of("topology.k8s.aws/zone-id"), metadata);
        attributes.set(
                Node.CAPACITY_TYPE,
                first(labels, CAPACITY)
                        .map(v -> v.map(t -> t.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElseGet(() -> absent(metadata)));
        attributes.set(
                Node.ZONE, first(labels, ZONE).or(() -> provider(object, 1)).orElseGet(() -> absent(metadata)));
        attributes.set(Node.INSTANCE_ID, provider(object, 2).orElseGet(() -> absent(metadata)));
        attributes.set(Node.COMPUTE_TYPE, computeType(object, labels, metadata));
        info.ifPresent(i -> {
            i.text("kubeletVersion").ifPresent(v -> attributes.set(Node.KUBELET_VERSION, v));
            i.text("osImage").ifPresent(v -> attributes.set(Node.OS_IMAGE, v));
            i.text("operatingSystem").ifPresent(v -> attributes.set(Node.OPERATING_SYSTEM, v));
            i.text("architecture").ifPresent(v -> attributes.set(Node.ARCHITECTURE, v));
            i.text("containerRuntimeVersion").ifPresent(v -> attributes.set(Node.CONTAINER_RUNTIME_VERSION, v));
        });
        status.flatMap(Nodes::ready).ifPresent(v -> attributes.set(Node.READY, v));
        String key = name.flatMap(Value::known).orElseGet(() -> object.place().toString());
        return new Node("Node/" + key, object.place(), Truth.yes(), null, attributes.build());
    }

    private static void label(
            Attributes.Builder attributes,
            Attribute<Value<String>> attribute,
            Tags labels,
            List<String> keys,
            Fields metadata) {
        attributes.set(attribute, first(labels, keys).orElseGet(() -> absent(metadata)));
    }

    private static Optional<Value<String>> first(Tags labels, List<String> keys) {
        return keys.stream()
                .map(labels::get)
                .filter(v -> v.known().filter(t -> !t.isBlank()).isPresent())
                .findFirst();
    }

    private static Value<String> absent(Fields metadata) {
        return new Value.Absent<>(Provenance.OBSERVED, List.of(metadata.place()));
    }

    private static Optional<Value<String>> providerId(Fields object) {
        return object.child("spec").flatMap(s -> s.text("providerID"));
    }

    /** A part of the provider id: 1 is the zone, 2 the instance. */
    private static Optional<Value<String>> provider(Fields object, int part) {
        return providerId(object).flatMap(id -> {
            Matcher matcher = PROVIDER_ID.matcher(id.known().orElse(""));
            return matcher.matches() ? Optional.of(id.map(text -> matcher.group(part))) : Optional.empty();
        });
    }

    /** The label of Fargate, hybrid and Auto Mode nodes; Fargate nodes are also named so, and the rest are EC2 instances. */
    private static Value<String> computeType(Fields object, Tags labels, Fields metadata) {
        Optional<Value<String>> label = first(labels, List.of("eks.amazonaws.com/compute-type"));
        if (label.isPresent()) {
            return label.get();
        }
        Optional<Value<String>> name = metadata.text("name");
        if (name.flatMap(Value::known).filter(n -> n.startsWith("fargate-")).isPresent()) {
            return name.get().map(n -> "fargate");
        }
        Optional<Value<String>> provider = providerId(object)
                .filter(v -> v.known().filter(id -> id.startsWith("aws:///")).isPresent());
        return provider.map(v -> v.map(id -> "ec2"))
                .orElseGet(() -> Value.unresolved(
                        "the node names neither a compute type nor a provider", List.of(object.place())));
    }

    private static Optional<Value<Boolean>> ready(Fields status) {
        return status.children("conditions").stream()
                .filter(c -> c.text("type")
                        .flatMap(Value::known)
                        .filter("Ready"::equals)
                        .isPresent())
                .findFirst()
                .flatMap(c -> c.text("status"))
                .map(v -> v.map("True"::equals));
    }
}
