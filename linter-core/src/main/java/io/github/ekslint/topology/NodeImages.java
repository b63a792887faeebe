package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiFamily;
import io.github.ekslint.reference.AmiTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The image of every node group, and of the recorded nodes that belong to none. */
final class NodeImages implements Derivation {

    private static final Set<String> WITHOUT_IMAGE = Set.of("auto", "fargate", "hybrid");
    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    @Override
    public Stream<NodeImage> derive(Estate estate, Circumstances circumstances) {
        Compute compute = Compute.of(estate, circumstances);
        Stream<NodeImage> groups = compute.nodes().groups().stream().map(g -> of(g, compute));
        return Stream.concat(groups, loose(compute).keySet().stream());
    }

    /** The image of a group. */
    static NodeImage of(NodeGroup group, Compute compute) {
        Chosen chosen = chosen(group, compute);
        return new NodeImage(
                "NodeImage/" + group.key(),
                group.cluster(),
                "node group " + group.displayName(),
                group.place(),
                group.existence(),
                chosen.families(),
                chosen.fitting(),
                versionOfNewNodes(group, compute),
                compute.circumstances().data().amiTypes(),
                compute.circumstances().asOf());
    }

    /** What decides about a group's image: what is written or recorded, else what runs, else what EKS or the tool takes. */
    private static Chosen chosen(NodeGroup group, Compute compute) {
        AmiTypes types = compute.circumstances().data().amiTypes();
        List<Node> nodes = compute.nodes().of(group);
        Value<String> type = group.amiType();
        if (isChosen(type) && type.known().filter("CUSTOM"::equals).isEmpty()) {
            return new Chosen(single(ofType(type, types)), false);
        }
        if (isChosen(group.amiFamily())) {
            return new Chosen(single(group.amiFamily()), false);
        }
        if (!nodes.isEmpty()) {
            return new Chosen(ofNodes(nodes), false);
        }
        Truth custom = GroupVersion.isCustomImage(group, compute.estate());
        if (!custom.isFalse()) {
            Settlement[] settledBy =
                    Stream.concat(custom.settledBy().stream(), Stream.of(NODES)).toArray(Settlement[]::new);
            String is = custom.isTrue() ? "is" : "may be";
            return new Chosen(
                    single(Value.unresolved(
                            "the image of %s %s the customer's own".formatted(group.displayName(), is),
                            List.of(group.place()),
                            settledBy)),
                    false);
        }
        return byDefault(group, compute, types);
    }

    /** Whether someone chose the value; a default is no choice, and silence says nothing. */
    private static boolean isChosen(Value<String> value) {
        return value instanceof Value.Choice<String>
                || (value instanceof Value.Known<String> known && known.provenance() != Provenance.DEFAULT);
    }

    private static Chosen byDefault(NodeGroup group, Compute compute, AmiTypes types) {
        if (group.amiFamily() instanceof Value.Known<String> family) {
            return new Chosen(single(family), true);
        }
        if (group.amiType() instanceof Value.Known<String> type) {
            return new Chosen(single(ofType(type, types)), true);
        }
        if (group.amiType() instanceof Value.Unresolved<String> open) {
            return new Chosen(single(open), false);
        }
        Value<String> family = versionOfNewNodes(group, compute).flatMap(minor -> types.defaultFamily(minor)
                .map(AmiFamily::name)
                .map(name -> Value.byDefault(name, "EKS", group.place()))
                .orElseGet(() -> Value.unresolved(
                        "the reference data does not say which image EKS takes for Kubernetes %s".formatted(minor),
                        List.of(group.place()),
                        NODES)));
        return new Chosen(single(family), true);
    }

    private static Value<String> ofType(Value<String> type, AmiTypes types) {
        return type.flatMap(name -> types.find(name)
                .map(found -> type.map(t -> found.family()))
                .orElseGet(() -> Value.unresolved(
                        "the AMI type %s is newer than the reference data".formatted(name), type.places())));
    }

    /** The families of nodes, each once. */
    private static Listing<Value<String>> ofNodes(List<Node> nodes) {
        Map<String, Value<String>> families = new LinkedHashMap<>();
        for (Node node : nodes) {
            Value<String> family = node.osImage().map(NodeImages::family);
            families.putIfAbsent(family.known().orElse("?"), family);
        }
        return new Listing<>(
                List.copyOf(families.values()),
                null,
                Provenance.OBSERVED,
                "",
                families.values().iterator().next().places());
    }

    /** The family that a node's {@code osImage} names; the image's own words when it is none of the table. */
    static String family(String osImage) {
        String[] words = osImage.strip().split("\\s+");
        if (osImage.startsWith("Amazon Linux") && words.length > 2) {
            return "AL" + words[2].split("\\.")[0];
        }
        if (osImage.startsWith("Bottlerocket")) {
            return "BOTTLEROCKET";
        }
        if (osImage.startsWith("Windows Server") && words.length > 2) {
            return "WINDOWS_" + words[2];
        }
        return osImage.strip();
    }

    /** New nodes get the group's version, or its cluster's; after a planned upgrade they follow it. */
    private static Value<MinorVersion> versionOfNewNodes(NodeGroup group, Compute compute) {
        ControlPlane controlPlane = compute.controlPlane(group);
        if (controlPlane.planned()) {
            return controlPlane.version();
        }
        Value<MinorVersion> own = compute.version(group).minor();
        return own.isUnresolved() ? controlPlane.version() : own;
    }

    /** Nodes without a group, by the group they name, else by their image: one defect of many nodes is one. */
    static Map<NodeImage, List<Node>> loose(Compute compute) {
        Map<Pile, List<Node>> piles = new LinkedHashMap<>();
        for (Node node : compute.nodes().loose()) {
            if (node.computeType().known().filter(WITHOUT_IMAGE::contains).isEmpty()) {
                piles.computeIfAbsent(Pile.of(node), p -> new ArrayList<>()).add(node);
            }
        }
        Map<NodeImage, List<Node>> loose = new LinkedHashMap<>();
        piles.forEach((pile, nodes) -> loose.put(of(pile, nodes, compute.circumstances()), nodes));
        return loose;
    }

    private static NodeImage of(Pile pile, List<Node> nodes, Circumstances circumstances) {
        Node node = nodes.get(0);
        return new NodeImage(
                "NodeImage/" + pile,
                pile.cluster(),
                pile.displayName(nodes),
                node.place(),
                node.existence(),
                ofNodes(nodes),
                false,
                node.kubeletVersion().flatMap(text -> Kubelets.parsed(text, node.kubeletVersion())),
                circumstances.data().amiTypes(),
                circumstances.asOf());
    }

    private static Listing<Value<String>> single(Value<String> family) {
        return new Listing<>(List.of(family), null, Provenance.EXPLICIT, "", family.places());
    }

    /** The image of a group, and whether nobody chose it. */
    private record Chosen(Listing<Value<String>> families, boolean fitting) {}

    /** What nodes without a group have in common. */
    private record Pile(@Nullable String cluster, String group, String image) {

        static Pile of(Node node) {
            Optional<String> group = node.nodegroupName().known();
            String image = group.isPresent() ? "" : node.osImage().known().orElse("?");
            return new Pile(node.cluster(), group.orElse(""), image);
        }

        String displayName(List<Node> nodes) {
            if (!group.isEmpty()) {
                return "node group " + group;
            }
            String first = "node " + nodes.get(0).displayName();
            return switch (nodes.size()) {
                case 1 -> first;
                case 2 -> first + " and another";
                default -> "%s and %d others".formatted(first, nodes.size() - 1);
            };
        }

        @Override
        public String toString() {
            return cluster + "/" + (group.isEmpty() ? image : group);
        }
    }
}
