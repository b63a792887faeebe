package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What callers without an identity may do at the API server. Newer versions of EKS let them see its health only; in older ones RBAC alone
 * decides
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html">EKS User Guide, notes on versions</a>).
 *
 * @param controlPlane of the cluster
 * @param restrictedSince the version from which EKS refuses anonymous requests by itself; empty when the reference data do not say
 * @param bindings those that are recorded or written
 */
public record AnonymousAccess(
        ControlPlane controlPlane, Optional<MinorVersion> restrictedSince, Listing<RoleBinding> bindings) {

    private static final Set<String> NOBODY = Set.of("system:anonymous", "system:unauthenticated");

    /** The key of the cluster. */
    public String cluster() {
        return controlPlane.cluster();
    }

    /** The cluster. */
    public Cluster of() {
        return controlPlane.of();
    }

    /** Whether RBAC decides what anonymous callers may do. */
    public Truth isUpToRbac() {
        return controlPlane.version().is("version", v -> restrictedSince
                .filter(since -> v.compareTo(since) >= 0)
                .isEmpty());
    }

    /** Whether a binding gives anonymous callers a role other than these. */
    public Truth isOpen(List<String> allowed) {
        return bindings.any("role bindings", b -> isOpen(b, allowed));
    }

    /** The bindings that do, as a message shows them. */
    public String open(List<String> allowed) {
        return bindings.items().stream()
                .filter(b -> isOpen(b, allowed).isTrue())
                .map(b -> "%s %s (role %s)"
                        .formatted(
                                b.objectKind().shown(),
                                b.displayName(),
                                b.role().shown()))
                .collect(Collectors.joining(", "));
    }

    private static Truth isOpen(RoleBinding binding, List<String> allowed) {
        Truth forNobody = binding.subjects().any("subjects", s -> s.is("subjects", NOBODY::contains));
        Value<String> role = binding.role();
        return forNobody.and(role.is("roleRef", allowed::contains).not());
    }
}
