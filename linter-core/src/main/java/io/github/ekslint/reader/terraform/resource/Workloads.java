package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Fargate profiles, add-ons, access entries, identity providers and pod identity associations. */
final class Workloads {

    private static final String CLUSTER_NAME = "cluster_name";

    private final TfResources resources;

    private Workloads(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        Workloads workloads = new Workloads(resources);
        resources.of("aws_eks_fargate_profile").forEach(workloads::fargateProfile);
        resources.of("aws_eks_addon").forEach(workloads::addon);
        resources.of("aws_eks_access_entry").forEach(workloads::accessEntry);
        resources.of("aws_eks_identity_provider_config").forEach(workloads::identityProviderConfig);
        resources.of("aws_eks_pod_identity_association").forEach(workloads::podIdentityAssociation);
    }

    private void fargateProfile(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(FargateProfile.FARGATE_PROFILE_NAME, nameOr(props.text("fargate_profile_name"), at))
                .set(
                        FargateProfile.SUBNETS,
                        props.refs("subnet_ids")
                                .orElseGet(() -> Listing.unresolved(
                                        "subnet_ids is not set, so EKS takes the cluster's private subnets",
                                        List.of(at))))
                .set(FargateProfile.SELECTORS, props.children("selector").listing(Workloads::selector));
        props.text("pod_execution_role_arn").ifPresent(r -> attributes.set(FargateProfile.POD_EXECUTION_ROLE_ARN, r));
        resources.add(new FargateProfile(
                resource.key(),
                at,
                resource.existence(),
                resources.clusterOf(props, CLUSTER_NAME),
                attributes.build()));
    }

    private static FargateSelector selector(Props props) {
        return new FargateSelector(
                props.at(),
                props.textOrAbsent("namespace"),
                props.tags("labels").orElse(Tags.NONE));
    }

    private void addon(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(Addon.ADDON_NAME, nameOr(props.text("addon_name"), at))
                .set(
                        Addon.ADDON_VERSION,
                        Props.or(
                                props.text("addon_version"),
                                Value.unresolved("addon_version is not set, so EKS takes its default", List.of(at))))
                .set(Addon.SERVICE_ACCOUNT_ROLE_ARN, props.textOrAbsent("service_account_role_arn"))
                .set(
                        Addon.POD_IDENTITY_ASSOCIATIONS,
                        props.children("pod_identity_association")
                                .listing(i -> i.textOrAbsent("service_account").shown()))
                .build();
        resources.add(new Addon(
                resource.key(), at, resource.existence(), resources.clusterOf(props, CLUSTER_NAME), attributes));
    }

    private void accessEntry(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(AccessEntry.PRINCIPAL_ARN, nameOr(props.text("principal_arn"), at))
                .set(AccessEntry.TYPE, props.textOr("type", "STANDARD"))
                .set(AccessEntry.POLICY_ARNS, policies(resource))
                .build();
        resources.add(new AccessEntry(
                resource.key(), at, resource.existence(), resources.clusterOf(props, CLUSTER_NAME), attributes));
    }

    /** The access policies of the same principal in the same cluster; there may be more where a principal is not known. */
    private Listing<Value<String>> policies(TfResource entry) {
        List<Value<String>> policies = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        String cluster = resources.clusterOf(entry.attributes(), CLUSTER_NAME);
        Value<String> principal = entry.attributes().textOrAbsent("principal_arn");
        for (TfResource association : resources.of("aws_eks_access_policy_association")) {
            Props props = association.attributes();
            if (!Objects.equals(cluster, resources.clusterOf(props, CLUSTER_NAME))) {
                continue;
            }
            var same = Value.same("principalArn", principal, props.textOrAbsent("principal_arn"));
            if (same.isTrue()) {
                policies.add(association.when(props.textOrAbsent("policy_arn")));
            } else if (same.isUnknown()) {
                rest = new Value.Unresolved<>(
                        "whose policy %s is, is not known".formatted(association.address()),
                        List.of(association.place()),
                        List.of(),
                        null,
                        null);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(policies, entry.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private void podIdentityAssociation(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(PodIdentityAssociation.NAMESPACE, props.textOrAbsent("namespace"))
                .set(PodIdentityAssociation.SERVICE_ACCOUNT, nameOr(props.text("service_account"), at))
                .set(PodIdentityAssociation.ROLE_ARN, props.textOrAbsent("role_arn"))
                .build();
        resources.add(new PodIdentityAssociation(
                resource.key(), at, resource.existence(), resources.clusterOf(props, CLUSTER_NAME), attributes));
    }

    private void identityProviderConfig(TfResource resource) {
        Props oidc = resource.attributes().block("oidc");
        Attributes attributes = Attributes.builder()
                .set(
                        IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME,
                        nameOr(oidc.text("identity_provider_config_name"), resource.place()))
                .set(IdentityProviderConfig.ISSUER_URL, oidc.textOrAbsent("issuer_url"))
                .build();
        String cluster = resources.clusterOf(resource.attributes(), CLUSTER_NAME);
        resources.add(new IdentityProviderConfig(
                resource.key(), resource.place(), resource.existence(), cluster, attributes));
    }

    private static Value<String> nameOr(Optional<Value<String>> name, Place at) {
        return Props.or(name, Value.unresolved("the name is not known before the apply", List.of(at)));
    }
}
