package io.github.ekslint.topology;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What calls AWS services in a cluster: the nodes of a group, or the pods of a program that is known to do so
 * (<a href="https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html">EKS Best Practices Guide,
 * identity and access management</a>).
 *
 * @param of the node group, add-on or workload
 * @param nodeRole the role of the nodes; empty for a program
 * @param lacksIdentity whether the pods of the program have no role of their own, so that they use that of their node
 */
public record AwsCaller(Fact of, Optional<NodeRole> nodeRole, Truth lacksIdentity) implements Subject {

    /** What is known of the policies of a node role. */
    public Listing<Value<String>> policies() {
        return nodeRole.map(NodeRole::role)
                .map(IamRole::attachedPolicyArns)
                .orElseGet(() -> Listing.absent(of.place()));
    }

    /** The role of nodes, as a message names it. */
    public String role() {
        return nodeRole.map(r -> r.role().displayName()).orElse("");
    }

    /** Whether nodes have policies beside those of nodes. */
    public Truth hasMoreThan(List<String> allowed) {
        return nodeRole.map(r -> r.hasMoreThan(allowed)).orElseGet(Truth::no);
    }

    /** The policies beside those of nodes, as a message shows them. */
    public String moreThan(List<String> allowed) {
        return nodeRole.map(r -> r.moreThan(allowed)).orElse("");
    }

    /** Whether nodes have the permissions of the VPC CNI. */
    public Truth hasCniPolicy() {
        return nodeRole.map(NodeRole::hasCniPolicy).orElseGet(Truth::no);
    }

    @Override
    public String key() {
        return "AwsCaller/" + of.key();
    }

    @Override
    public String displayName() {
        return (of instanceof NodeGroup
                        ? "node group "
                        : of instanceof io.github.ekslint.model.Addon ? "add-on " : "Deployment ")
                + of.displayName();
    }

    @Override
    public Place place() {
        return of.place();
    }

    @Override
    public Truth existence() {
        return of.existence();
    }

    @Override
    public @Nullable String cluster() {
        return of.cluster();
    }
}
