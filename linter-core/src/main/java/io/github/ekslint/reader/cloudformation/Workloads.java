package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fargate profiles, add-ons, access entries, identity providers and pod identity associations. */
final class Workloads {

    private static final String CDK_PROFILE = "Custom::AWSCDK-EKS-FargateProfile";

    private final StackResources resources;

    private Workloads(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        Workloads workloads = new Workloads(resources);
        resources.of("AWS::EKS::FargateProfile", CDK_PROFILE).forEach(workloads::fargateProfile);
        resources.of("AWS::EKS::Addon").forEach(workloads::addon);
        resources.of("AWS::EKS::AccessEntry").forEach(workloads::accessEntry);
        resources.of("AWS::EKS::IdentityProviderConfig").forEach(workloads::identityProviderConfig);
        resources.of("AWS::EKS::PodIdentityAssociation").forEach(workloads::podIdentityAssociation);
    }

    private void fargateProfile(Resource resource) {
        Props props = resource.is(CDK_PROFILE) ? resource.properties().child("Config") : resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(FargateProfile.FARGATE_PROFILE_NAME, nameOr(props.text("FargateProfileName"), at))
                .set(FargateProfile.SUBNETS, props.refs("Subnets").orElseGet(() -> privateSubnets(props, at)))
                .set(FargateProfile.SELECTORS, props.children("Selectors").listing(Workloads::selector));
        props.text("PodExecutionRoleArn").ifPresent(r -> attributes.set(FargateProfile.POD_EXECUTION_ROLE_ARN, r));
        resources.add(new FargateProfile(
                resource.key(),
                at,
                resource.existence(),
                resources.clusterOf(props, "ClusterName"),
                attributes.build()));
    }

    /** Those of the cluster, which EKS takes for a profile that names none, where their routes are in these stacks. */
    private Listing<Ref> privateSubnets(Props props, Place at) {
        String key = resources.clusterOf(props, "ClusterName");
        Optional<Listing<Ref>> all = resources.facts().stream()
                .filter(f -> f instanceof Cluster && f.key().equals(key))
                .map(f -> ((Cluster) f).subnetIds())
                .findFirst()
                .filter(Listing::isComplete);
        List<Ref> chosen = new ArrayList<>();
        for (Ref subnet : all.map(Listing::items).orElse(List.of())) {
            Truth isPublic = resources
                    .byKey(subnet.key())
                    .map(s -> Routing.toInternetGateway(s, resources))
                    .orElseGet(() -> Truth.unknown("routes", "the routes are not known", List.of(at)));
            if (isPublic.isFalse()) {
                chosen.add(subnet);
            } else if (isPublic.isUnknown()) {
                chosen.clear();
                break;
            }
        }
        return chosen.isEmpty()
                ? Listing.unresolved("Subnets is not set, so EKS takes the cluster's private subnets", List.of(at))
                : Listing.byDefault(chosen, "EKS", at);
    }

    /** Labels are written as a list of {@code Key} and {@code Value}, or as a mapping by the CDK. */
    private static FargateSelector selector(Props props) {
        return new FargateSelector(
                props.at(),
                props.textOrAbsent("Namespace"),
                props.tags("Labels").orElse(Tags.NONE));
    }

    private void addon(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Props.Children identities = props.children("PodIdentityAssociations");
        Attributes attributes = Attributes.builder()
                .set(Addon.ADDON_NAME, nameOr(props.text("AddonName"), at))
                .set(
                        Addon.ADDON_VERSION,
                        Props.or(
                                props.text("AddonVersion"),
                                Value.unresolved("AddonVersion is not set, so EKS takes its default", List.of(at))))
                .set(Addon.SERVICE_ACCOUNT_ROLE_ARN, props.textOrAbsent("ServiceAccountRoleArn"))
                .set(Addon.POD_IDENTITY_ASSOCIATIONS, identities.listing(i -> i.textOrAbsent("ServiceAccount")
                        .shown()))
                .build();
        resources.add(new Addon(
                resource.key(), at, resource.existence(), resources.clusterOf(props, "ClusterName"), attributes));
    }

    private void accessEntry(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(AccessEntry.PRINCIPAL_ARN, nameOr(props.text("PrincipalArn"), at))
                .set(AccessEntry.TYPE, props.textOr("Type", "STANDARD"))
                .set(
                        AccessEntry.POLICY_ARNS,
                        props.children("AccessPolicies").listing(p -> p.textOrAbsent("PolicyArn")))
                .build();
        resources.add(new AccessEntry(
                resource.key(), at, resource.existence(), resources.clusterOf(props, "ClusterName"), attributes));
    }

    private void podIdentityAssociation(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(PodIdentityAssociation.NAMESPACE, props.textOrAbsent("Namespace"))
                .set(PodIdentityAssociation.SERVICE_ACCOUNT, nameOr(props.text("ServiceAccount"), at))
                .set(PodIdentityAssociation.ROLE_ARN, props.textOrAbsent("RoleArn"))
                .build();
        resources.add(new PodIdentityAssociation(
                resource.key(), at, resource.existence(), resources.clusterOf(props, "ClusterName"), attributes));
    }

    private void identityProviderConfig(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(
                        IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME,
                        nameOr(props.text("IdentityProviderConfigName"), at))
                .set(IdentityProviderConfig.ISSUER_URL, props.child("Oidc").textOrAbsent("IssuerUrl"))
                .build();
        resources.add(new IdentityProviderConfig(
                resource.key(), at, resource.existence(), resources.clusterOf(props, "ClusterName"), attributes));
    }

    private static Value<String> nameOr(Optional<Value<String>> name, Place at) {
        return Props.or(name, Value.unresolved("CloudFormation makes the name up", List.of(at)));
    }
}
