package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.Milestones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the operating system of every kind of nodes goes along with the next upgrade. */
final class ImageReadinesses implements Derivation {

    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    @Override
    public Stream<ImageReadiness> derive(Estate estate, Circumstances circumstances) {
        Compute compute = Compute.of(estate, circumstances);
        Milestones milestones = circumstances.data().milestones();
        Stream<ImageReadiness> groups = compute.nodes().groups().stream().map(group -> {
            List<Node> nodes = compute.nodes().of(group);
            return new ImageReadiness(
                    NodeImages.of(group, compute),
                    compute.controlPlane(group),
                    Value.isTrue("managed", group.managed()).not(),
                    nodes.isEmpty() ? runtimes(group, compute) : runtimes(nodes),
                    milestones);
        });
        Stream<ImageReadiness> loose = NodeImages.loose(compute).entrySet().stream()
                .map(e -> new ImageReadiness(
                        e.getKey(),
                        compute.controlPlane(e.getKey()),
                        selfManaged(e.getValue().get(0), compute),
                        runtimes(e.getValue()),
                        milestones));
        return Stream.concat(groups, loose);
    }

    /** Nodes without a managed group and without Karpenter are the customer's to replace. */
    private static Truth selfManaged(Node node, Compute compute) {
        Truth pool = node.nodePool().isPresent("node pool");
        return pool.or(compute.eksUpgrades(node)).not();
    }

    private static Listing<Value<String>> runtimes(List<Node> nodes) {
        Map<String, Value<String>> runtimes = new LinkedHashMap<>();
        nodes.forEach(n ->
                runtimes.putIfAbsent(n.containerRuntimeVersion().known().orElse("?"), n.containerRuntimeVersion()));
        return Listing.observed(runtimes.values(), "", nodes.get(0).place());
    }

    /** New nodes of an image of AWS come with a runtime for their version; what an own image has only its nodes can tell. */
    private static Listing<Value<String>> runtimes(NodeGroup group, Compute compute) {
        Truth own = GroupVersion.isCustomImage(group, compute.estate());
        if (own.isFalse()) {
            return Listing.absent(group.place());
        }
        return Listing.unresolved(
                "the image of %s %s the customer's own".formatted(group.displayName(), own.isTrue() ? "is" : "may be"),
                List.of(group.place()),
                Stream.concat(own.settledBy().stream(), Stream.of(NODES)).toArray(Settlement[]::new));
    }
}
