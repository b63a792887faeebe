package io.github.ekslint.topology;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.PortRule;
import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * One security group rule that the nodes of a group need: traffic of the port table, at one of its ends.
 *
 * @param nodeGroup whose nodes
 * @param port the traffic
 * @param end {@code egress} at its start, {@code ingress} at its end
 * @param allowed whether a security group there lets it through
 * @param missing the rule, as a message names it when it is missing
 * @param reportedForCluster whether it is the missing egress of the cluster security group to itself, which is a defect of the
 *     cluster rather than of each of its node groups
 */
public record Traffic(
        NodeGroup nodeGroup, PortRule port, String end, Truth allowed, String missing, Truth reportedForCluster)
        implements Subject {

    /** Whether it passes between nodes; else between control plane and nodes. */
    public boolean betweenNodes() {
        return port.from() == port.to();
    }

    /** The key of the node group. */
    public String group() {
        return nodeGroup.key();
    }

    @Override
    public String key() {
        return nodeGroup.key() + "/" + displayName();
    }

    /** The traffic and its end, such as {@code tcp/10250 ingress}. */
    @Override
    public String displayName() {
        String direction = switch (port.to()) {
            case CONTROL_PLANE -> "to control plane";
            case NODE -> betweenNodes() ? "between nodes" : "to nodes";
        };
        return "%s/%d %s %s".formatted(port.protocol(), port.port(), direction, end);
    }

    @Override
    public Place place() {
        return nodeGroup.place();
    }

    @Override
    public Truth existence() {
        return nodeGroup.existence();
    }

    @Override
    public @Nullable String cluster() {
        return nodeGroup.cluster();
    }
}
