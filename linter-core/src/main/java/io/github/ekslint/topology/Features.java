package io.github.ekslint.topology;

import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a cluster uses that calls AWS services: by the condition of the table of VPC endpoints that names it. */
final class Features {

    private static final String ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";
    private static final String POD_IDENTITY_AGENT = "eks-pod-identity-agent";
    private static final Set<String> POD_OWNERS = Set.of("Deployment", "DaemonSet", "StatefulSet");

    private final Estate estate;
    private final Cluster cluster;
    private final List<Workload> workloads;
    private final List<Addon> addons;

    Features(Estate estate, Cluster cluster) {
        this.estate = estate;
        this.cluster = cluster;
        this.workloads = estate.all(Workload.class).stream()
                .filter(w -> w.cluster() == null || w.cluster().equals(cluster.key()))
                .toList();
        this.addons = own(Addon.class);
    }

    /** Every feature, by condition. */
    Map<String, Feature> byCondition() {
        return Map.of(
                "irsa",
                irsa(),
                "fargate",
                new Feature("Fargate", fargate()),
                "pod-identity",
                podIdentity(),
                "load-balancer-controller",
                new Feature("the AWS Load Balancer Controller", runs("aws-load-balancer-controller")),
                "cluster-autoscaler",
                new Feature("the Cluster Autoscaler", runs("cluster-autoscaler")),
                "cloudwatch-logs",
                cloudWatch());
    }

    private Feature irsa() {
        Truth byAddon = Truth.any(addons.stream()
                .filter(a -> a.serviceAccountRoleArn().known().isPresent())
                .map(a -> a.existence().and(a.serviceAccountRoleArn().isPresent("serviceAccountRoleArn")))
                .toList());
        Truth byAccount = Truth.any(ofKind("ServiceAccount"::equals).stream()
                .filter(Features::hasRole)
                .map(w -> seen(w, "a service account with a role"))
                .toList());
        Truth provider = provider();
        Truth used = byAddon.or(byAccount);
        if (!used.isTrue()) {
            used = provider.isFalse()
                    ? provider
                    : noneOf("ServiceAccount"::equals, "service accounts", "kubectl get serviceaccounts -A -o json");
        }
        return new Feature("IAM roles for service accounts", used, only(provider.isTrue(), provider));
    }

    /** Whether IAM trusts the cluster's issuer: what the spec says, else what is recorded of the account. */
    private Truth provider() {
        Value<Boolean> said = cluster.oidcProvider();
        Optional<OidcProviders> recorded =
                estate.all(OidcProviders.class).stream().findFirst();
        if (!said.isUnresolved() || recorded.isEmpty()) {
            return said.is("oidcProvider", on -> on);
        }
        return cluster.oidcIssuer()
                .known()
                .map(issuer -> recorded.get()
                        .arns()
                        .any(
                                "OIDC providers",
                                arn -> arn.is("arn", a -> issuer.endsWith(a.substring(a.indexOf('/') + 1)))))
                .orElseGet(() -> cluster.oidcIssuer().isPresent("oidcIssuer"));
    }

    private static boolean hasRole(Workload account) {
        return account.annotations()
                .known()
                .map(Tags::values)
                .filter(a -> a.containsKey(ROLE_ANNOTATION))
                .isPresent();
    }

    private Feature podIdentity() {
        Truth byAssociation = Truth.any(
                own(PodIdentityAssociation.class).stream().map(Fact::existence).toList());
        Truth byAddon = Truth.any(addons.stream()
                .filter(a -> !a.podIdentityAssociations().items().isEmpty())
                .map(a -> a.existence().and(a.podIdentityAssociations().isNotEmpty("podIdentityAssociations")))
                .toList());
        Truth used = byAssociation
                .or(byAddon)
                .or(none("pod identity associations", cluster.podIdentityAssociationsListed()));
        Truth agent = Truth.any(addons.stream()
                .filter(a -> is(a.addonName(), POD_IDENTITY_AGENT))
                .map(Fact::existence)
                .toList());
        return new Feature("EKS Pod Identity", used, only(agent.isTrue(), agent));
    }

    private Truth fargate() {
        Truth profiles = Truth.any(
                own(FargateProfile.class).stream().map(Fact::existence).toList());
        boolean specified = estate.tool() != Estate.Tool.RECORDED;
        return profiles.or(
                specified
                        ? Truth.of(false, Ground.fact("Fargate profiles", "none", List.of(cluster.place())))
                        : none("Fargate profiles", cluster.fargateProfilesListed()));
    }

    private Feature cloudWatch() {
        Truth addon = Truth.any(addons.stream()
                .filter(a -> is(a.addonName(), "amazon-cloudwatch-observability"))
                .map(Fact::existence)
                .toList());
        Truth agent = runs("cloudwatch-agent");
        Truth fluentBit = runs("aws-for-fluent-bit");
        return new Feature("the CloudWatch agent or Fluent Bit", addon.or(agent), only(fluentBit.isTrue(), fluentBit));
    }

    /** Whether pods of that name or image run, or a manifest says that they will. */
    private Truth runs(String word) {
        Truth found = Truth.any(ofKind(POD_OWNERS::contains).stream()
                .filter(w -> mentions(w, word))
                .map(w -> seen(w, w.objectKind().known().orElse("workload")))
                .toList());
        return found.isTrue()
                ? found
                : noneOf(
                        POD_OWNERS::contains,
                        "workloads",
                        "kubectl get deployments,daemonsets,statefulsets -A -o json");
    }

    private static boolean mentions(Workload workload, String word) {
        return workload.name().known().filter(n -> n.contains(word)).isPresent()
                || workload.images().items().stream()
                        .anyMatch(i ->
                                i.known().filter(t -> t.contains("/" + word)).isPresent());
    }

    private static Truth seen(Workload workload, String what) {
        return workload.existence().because(Ground.fact(what, workload.displayName(), List.of(workload.place())));
    }

    /** False when the cluster has answered with objects of a kind, since it always has some; unknown when nobody asked. */
    private Truth noneOf(Predicate<String> kind, String what, String command) {
        boolean asked = ofKind(kind).stream()
                .anyMatch(
                        w -> w.objectKind() instanceof Value.Known<String> k && k.provenance() == Provenance.OBSERVED);
        return asked
                ? Truth.of(false, Ground.fact(what, "none", List.of(cluster.place())))
                : Truth.unknown(
                        what,
                        "the %s of %s are not recorded".formatted(what, cluster.displayName()),
                        List.of(cluster.place()),
                        Settlement.command(command));
    }

    /** False when a list is whole; else unknown, as the attribute that says so. */
    private static Truth none(String what, Value<Boolean> listed) {
        Truth whole = Value.isTrue(what, listed);
        return whole.isTrue() ? Truth.of(false, listed.ground(what)) : listed.is(what, x -> false);
    }

    private static Truth only(boolean condition, Truth truth) {
        return condition ? truth : Truth.no();
    }

    private List<Workload> ofKind(Predicate<String> kind) {
        return workloads.stream()
                .filter(w -> w.objectKind().known().filter(kind).isPresent())
                .toList();
    }

    private <F extends Fact> List<F> own(Class<F> type) {
        return estate.all(type).stream()
                .filter(f -> Objects.equals(f.cluster(), cluster.key()))
                .toList();
    }

    private static boolean is(Value<String> value, String text) {
        return value.known().filter(text::equals).isPresent();
    }
}
