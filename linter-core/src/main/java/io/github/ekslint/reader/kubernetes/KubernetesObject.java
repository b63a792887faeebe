package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a document.
 *
 * @param kind such as {@code Deployment}
 * @param recorded whether a cluster has answered it; else it is a manifest
 */
record KubernetesObject(Node.Mapping root, String kind, boolean recorded) {

    /** Kinds that become workloads of the model. */
    private static final Set<String> WORKLOADS = Set.of(
            "Deployment",
            "DaemonSet",
            "StatefulSet",
            "Job",
            "CronJob",
            "Pod",
            "Service",
            "Ingress",
            "ServiceAccount",
            "IngressClass",
            "PodDisruptionBudget",
            "HorizontalPodAutoscaler",
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "APIService");

    private static final String NODE = "Node";

    /** The objects of a document: itself, or the items of a list; none when it is no Kubernetes object. */
    static List<KubernetesObject> in(Document document) {
        if (!(document.root() instanceof Node.Mapping written)) {
            return List.of();
        }
        Node.Mapping root = SnakeCase.isUsedBy(written) ? SnakeCase.toCamelCase(written) : written;
        String kind = root.text("kind").orElse("");
        if (root.get("items").orElse(root) instanceof Node.Sequence items
                && (kind.endsWith("List") || kind.isEmpty())) {
            String itemKind = kind.equals("List") ? "" : kind.replaceFirst("List$", "");
            List<KubernetesObject> objects = new ArrayList<>();
            for (Node item : items.items()) {
                if (item instanceof Node.Mapping object
                        && object.get("metadata").isPresent()) {
                    objects.add(of(object, itemKind, object.get("status").isPresent()));
                }
            }
            return objects;
        }
        boolean isObject = root.text("apiVersion").isPresent() && !kind.isEmpty();
        return isObject ? List.of(of(root, kind, false)) : List.of();
    }

    /** Whether a document is a list that a cluster has answered, even one without items. */
    static boolean isAnswer(Document document) {
        return document.root() instanceof Node.Mapping root
                && root.text("kind").filter(k -> k.endsWith("List")).isPresent()
                && root.get("items").flatMap(Node::asSequence).isPresent();
    }

    private static KubernetesObject of(Node.Mapping object, String listKind, boolean answered) {
        String kind = object.text("kind").orElse(listKind);
        boolean isNode = kind.isEmpty() && object.at("status", "nodeInfo").isPresent();
        boolean stored = Set.of("uid", "resourceVersion", "managedFields").stream()
                .anyMatch(key -> object.at("metadata", key).isPresent());
        return new KubernetesObject(object, isNode ? NODE : kind, answered || stored);
    }

    /** Whether a node describes itself; a manifest of a node does not. */
    boolean isNode() {
        return kind.equals(NODE) && root.at("status", "nodeInfo").isPresent();
    }

    /** Whether rules may look at the object. */
    boolean isWorkload() {
        return WORKLOADS.contains(kind) && name().isPresent();
    }

    /** Whether the object gives a role of RBAC to somebody. */
    boolean isRoleBinding() {
        return (kind.equals("ClusterRoleBinding") || kind.equals("RoleBinding")) && name().isPresent();
    }

    Optional<String> name() {
        return root.at("metadata", "name").flatMap(Node::asScalar).map(Node.Scalar::text);
    }

    /** Where its pods get their name and labels; empty when it has none. */
    Optional<Node> podMetadata() {
        return switch (kind) {
            case "Pod" -> root.at("metadata");
            case "CronJob" -> root.at("spec", "jobTemplate", "spec", "template", "metadata");
            case "Deployment", "DaemonSet", "StatefulSet", "Job" -> root.at("spec", "template", "metadata");
            default -> Optional.empty();
        };
    }

    /** Where the pods of the object are specified; empty when it has none. */
    Optional<Node> podSpec() {
        return switch (kind) {
            case "Pod" -> root.at("spec");
            case "CronJob" -> root.at("spec", "jobTemplate", "spec", "template", "spec");
            case "Deployment", "DaemonSet", "StatefulSet", "Job" -> root.at("spec", "template", "spec");
            default -> Optional.empty();
        };
    }
}
