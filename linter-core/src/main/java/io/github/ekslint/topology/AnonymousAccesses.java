package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What anonymous callers may do at every cluster. All bindings are known when some of those that Kubernetes itself makes in every cluster
 * are recorded: one for the whole cluster, one in {@code kube-system} and one in {@code kube-public}.
 */
final class AnonymousAccesses implements Derivation {

    @Override
    public Stream<AnonymousAccess> derive(Estate estate, Circumstances circumstances) {
        return ControlPlanes.all(estate, circumstances).values().stream()
                .map(plane -> new AnonymousAccess(
                        plane,
                        circumstances.data().milestones().minor("anonymous-auth-restricted"),
                        bindings(estate, plane.cluster(), plane.of().place())));
    }

    private static Listing<RoleBinding> bindings(Estate estate, String cluster, Place place) {
        List<RoleBinding> bindings = estate.all(RoleBinding.class).stream()
                .filter(b -> Objects.equals(b.cluster(), cluster))
                .toList();
        Listing<RoleBinding> known = Listing.observed(bindings, "recorded", place);
        boolean all = isRecorded(bindings, "ClusterRoleBinding", "")
                && isRecorded(bindings, "RoleBinding", "kube-system")
                && isRecorded(bindings, "RoleBinding", "kube-public");
        return all
                ? known
                : known.withRest(new Value.Unresolved<>(
                        "not all role bindings are recorded",
                        List.of(place),
                        List.of(Settlement.command(RoleBinding.LIST)),
                        null,
                        null));
    }

    private static boolean isRecorded(List<RoleBinding> bindings, String kind, String namespace) {
        return bindings.stream()
                .anyMatch(b -> b.objectKind() instanceof Value.Known<String> known
                        && known.provenance() == Provenance.OBSERVED
                        && known.value().equals(kind)
                        && b.namespace().known().orElse("").equals(namespace)
                        && b.name()
                                .known()
                                .filter(n -> n.startsWith("system:") || n.equals("cluster-admin"))
                                .isPresent());
    }
}
