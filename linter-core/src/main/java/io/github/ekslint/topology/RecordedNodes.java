package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recorded nodes of an estate by the node group they say they belong to. */
record RecordedNodes(List<Node> all, List<NodeGroup> groups) {

    RecordedNodes {
        all = List.copyOf(all);
        groups = List.copyOf(groups);
    }

    static RecordedNodes of(Estate estate) {
        return new RecordedNodes(estate.all(Node.class), estate.all(NodeGroup.class));
    }

    /** The nodes of a group. */
    List<Node> of(NodeGroup group) {
        return all.stream().filter(n -> belongs(n, group)).toList();
    }

    /** The group of a node; empty when it belongs to none of the estate. */
    Optional<NodeGroup> groupOf(Node node) {
        return groups.stream().filter(g -> belongs(node, g)).findFirst();
    }

    /** The nodes that belong to no group of the estate. */
    List<Node> loose() {
        return all.stream()
                .filter(n -> groups.stream().noneMatch(g -> belongs(n, g)))
                .toList();
    }

    /** Whether the nodes of a cluster were recorded at all. */
    boolean any(@Nullable String cluster) {
        return all.stream().anyMatch(n -> Objects.equals(n.cluster(), cluster));
    }

    private static boolean belongs(Node node, NodeGroup group) {
        Optional<String> name = group.nodegroupName().known();
        return name.isPresent()
                && Objects.equals(node.cluster(), group.cluster())
                && name.equals(node.nodegroupName().known());
    }
}
