package io.github.ekslint.reference;

import java.util.List;
import java.util.Optional;

/**
 * The ports that control plane and nodes need
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS User Guide, security group
 * requirements</a>). Each needs an egress rule at its start and an ingress rule at its end.
 *
 * @param rules in the order of the table
 */
public record Ports(List<PortRule> rules) {

    /** Keeps its own copy. */
    public Ports {
        rules = List.copyOf(rules);
    }

    /** Those that every cluster needs. */
    public List<PortRule> required() {
        return rules.stream().filter(r -> r.when().isEmpty()).toList();
    }

    /** One by its id. */
    public Optional<PortRule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
