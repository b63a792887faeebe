package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Truth;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Which control-plane logs a cluster sends to CloudWatch Logs
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html">EKS User Guide, control plane logs</a>). None is
 * sent by default.
 */
public record ControlPlaneLogs(Cluster of) {

    /** The key of the cluster. */
    public String cluster() {
        return of.key();
    }

    /** Whether logs of that type are sent. */
    public Truth isEnabled(String type) {
        return of.loggingTypes()
                .any(
                        "enabled log types",
                        item -> item.is(
                                "enabled log types",
                                name -> name.equalsIgnoreCase(type)
                                        || name.equals("*")
                                        || name.equalsIgnoreCase("all")));
    }

    /** Whether the logs of all these types are sent. */
    public Truth areEnabled(Collection<String> types) {
        return Truth.all(types.stream().map(this::isEnabled).toList());
    }

    /** Those of these types that are not sent, as a message shows them. */
    public String missing(Collection<String> types) {
        return types.stream().filter(t -> !isEnabled(t).isTrue()).collect(Collectors.joining(", "));
    }
}
